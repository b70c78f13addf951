#include "ui/body_view.h"

#include <vtkCommand.h>
#include <vtkInteractorStyleTrackballCamera.h>
#include <vtkOpenGLState.h>

#include <QMouseEvent>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QWheelEvent>

namespace skiagraph {
namespace {

constexpr int kRepaintMs = 80;

}  // namespace

BodyView::BodyView(MarkerModel& model, QWidget* parent)
    : QOpenGLWidget(parent), model_(model), scene_(window_) {
  setMinimumSize(260, 300);
  setAccessibleName(tr("Body"));
  window_->SetOwnContext(0);
  window_->SetMultiSamples(0);
  window_->SetFrameBlitModeToBlitToCurrent();
  interactor_->SetRenderWindow(window_);
  interactor_->EnableRenderOff();  // Qt says when to draw
  vtkNew<vtkInteractorStyleTrackballCamera> style;
  interactor_->SetInteractorStyle(style);
  interactor_->Initialize();
  repaint_.setSingleShot(true);
  repaint_.setInterval(kRepaintMs);
  connect(&repaint_, &QTimer::timeout, this, &BodyView::place_markers);
  connect(&model_, &MarkerModel::changed, this, [this] {
    if (!repaint_.isActive()) repaint_.start();
  });
}

BodyView::~BodyView() {
  makeCurrent();
  window_->SetReadyForRendering(false);
  window_->Finalize();
  doneCurrent();
}

void BodyView::set_scan(std::shared_ptr<const LoadedScan> scan) {
  scan_ = std::move(scan);
  scene_.set_body(scan_->scan.mesh);
  scene_.hide_markers();
  update();
}

void BodyView::place_markers() {
  if (scan_ && model_.valid()) scene_.set_markers(model_, *scan_->surface);
  update();
}

void BodyView::look_from(BodyScene::Side side) {
  scene_.look_from(side);
  update();
}

void BodyView::initializeGL() {
  window_->SetReadyForRendering(true);
  window_->InitializeFromCurrentContext();
}

void BodyView::resizeGL(int width, int height) {
  const double scale = devicePixelRatioF();
  const int w = static_cast<int>(width * scale), h = static_cast<int>(height * scale);
  window_->SetSize(w, h);
  interactor_->SetSize(w, h);
}

void BodyView::paintGL() {
  QOpenGLFunctions* gl = context()->functions();
  vtkOpenGLState* state = window_->GetState();
  state->Reset();
  state->Push();
  gl->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
  window_->Render();
  state->Pop();
  // VTK leaves alpha 0, which Qt would blend away.
  gl->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
  gl->glDisable(GL_SCISSOR_TEST);
  gl->glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
  gl->glClearColor(0, 0, 0, 1);
  gl->glClear(GL_COLOR_BUFFER_BIT);
  gl->glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

void BodyView::tell_position(const QMouseEvent& event) {
  const double scale = devicePixelRatioF();
  interactor_->SetEventInformationFlipY(
      static_cast<int>(event.position().x() * scale), static_cast<int>(event.position().y() * scale),
      event.modifiers().testFlag(Qt::ControlModifier), event.modifiers().testFlag(Qt::ShiftModifier));
}

void BodyView::mousePressEvent(QMouseEvent* event) {
  tell_position(*event);
  if (event->button() == Qt::LeftButton) interactor_->InvokeEvent(vtkCommand::LeftButtonPressEvent);
  if (event->button() == Qt::MiddleButton) interactor_->InvokeEvent(vtkCommand::MiddleButtonPressEvent);
  if (event->button() == Qt::RightButton) interactor_->InvokeEvent(vtkCommand::RightButtonPressEvent);
}

void BodyView::mouseReleaseEvent(QMouseEvent* event) {
  tell_position(*event);
  if (event->button() == Qt::LeftButton) interactor_->InvokeEvent(vtkCommand::LeftButtonReleaseEvent);
  if (event->button() == Qt::MiddleButton) interactor_->InvokeEvent(vtkCommand::MiddleButtonReleaseEvent);
  if (event->button() == Qt::RightButton) interactor_->InvokeEvent(vtkCommand::RightButtonReleaseEvent);
  update();
}

void BodyView::mouseMoveEvent(QMouseEvent* event) {
  tell_position(*event);
  interactor_->InvokeEvent(vtkCommand::MouseMoveEvent);
  if (event->buttons() != Qt::NoButton) update();
}

void BodyView::wheelEvent(QWheelEvent* event) {
  interactor_->InvokeEvent(event->angleDelta().y() > 0 ? vtkCommand::MouseWheelForwardEvent
                                                       : vtkCommand::MouseWheelBackwardEvent);
  update();
}

}  // namespace skiagraph
