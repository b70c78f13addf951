#include "ui/body_view.h"

#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkGenericRenderWindowInteractor.h>
#include <vtkInteractorStyleTrackballCamera.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>

#include <QMouseEvent>
#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>
#include <QWheelEvent>

#include "ui/body_scene.h"

namespace skiagraph {
namespace {

constexpr int kRepaintMs = 80;

}  // namespace

struct BodyView::Vtk {
  vtkNew<vtkGenericOpenGLRenderWindow> window;
  vtkNew<vtkGenericRenderWindowInteractor> interactor;
  BodyScene scene{window};
};

BodyView::BodyView(MarkerModel& model, QWidget* parent)
    : QOpenGLWidget(parent), model_(model), vtk_(std::make_unique<Vtk>()) {
  setMinimumSize(260, 300);
  setAccessibleName(tr("Body"));
  vtk_->window->SetOwnContext(0);
  vtk_->window->SetSupportsOpenGL(1);
  vtk_->window->SetIsDirect(1);
  vtk_->window->SetMultiSamples(0);
  // VTK asks before it draws whether its context is the current one.
  vtk_->window->AddObserver(vtkCommand::WindowMakeCurrentEvent, this, &BodyView::lend_context);
  vtk_->window->AddObserver(vtkCommand::WindowIsCurrentEvent, this, &BodyView::lend_context);
  vtk_->window->SetFrameBlitModeToNoBlit();
  vtk_->interactor->SetRenderWindow(vtk_->window);
  vtk_->interactor->EnableRenderOff();  // Qt says when to draw
  vtkNew<vtkInteractorStyleTrackballCamera> style;
  vtk_->interactor->SetInteractorStyle(style);
  vtk_->interactor->Initialize();
  repaint_.setSingleShot(true);
  repaint_.setInterval(kRepaintMs);
  connect(&repaint_, &QTimer::timeout, this, &BodyView::place_markers);
  connect(&model_, &MarkerModel::changed, this, [this] {
    if (!repaint_.isActive()) repaint_.start();
  });
}

BodyView::~BodyView() {
  // While the context is here, and before the observers' object is gone.
  makeCurrent();
  vtk_->window->RemoveAllObservers();
  vtk_->window->Finalize();
  vtk_->window->SetReadyForRendering(false);
  vtk_.reset();
  doneCurrent();
}

void BodyView::set_scan(std::shared_ptr<const LoadedScan> scan) {
  scan_ = std::move(scan);
  vtk_->scene.set_body(scan_->scan.mesh);
  vtk_->scene.hide_markers();
  update();
}

void BodyView::place_markers() {
  if (scan_ && model_.valid()) vtk_->scene.set_markers(model_, *scan_->surface);
  update();
}

void BodyView::look_from(BodySide side) {
  vtk_->scene.look_from(side);
  update();
}

/// `current` is VTK's bool to fill, or null when it only wants the context.
void BodyView::lend_context(vtkObject*, unsigned long, void* current) {
  const bool is_current = QOpenGLContext::currentContext() == context();
  if (current != nullptr) {
    *static_cast<bool*>(current) = is_current;
  } else if (!is_current) {
    makeCurrent();  // only then: it also binds the widget's framebuffer, under VTK's feet
  }
}

void BodyView::initializeGL() {
  vtk_->window->SetReadyForRendering(true);
  vtk_->window->InitializeFromCurrentContext();
}

void BodyView::resizeGL(int width, int height) {
  const double scale = devicePixelRatioF();
  const int w = static_cast<int>(width * scale), h = static_cast<int>(height * scale);
  vtk_->window->SetSize(w, h);
  vtk_->interactor->SetSize(w, h);
}

void BodyView::paintGL() {
  vtkOpenGLState* state = vtk_->window->GetState();
  state->Reset();
  state->Push();
  state->vtkglDepthFunc(GL_LEQUAL);  // Qt leaves another one than VTK expects
  vtk_->window->Render();
  state->Pop();
  show_frame();
}

/// Copies VTK's frame into the widget's. VTK leaves alpha 0, which Qt would blend away.
void BodyView::show_frame() {
  QOpenGLExtraFunctions* gl = context()->extraFunctions();
  const int* size = vtk_->window->GetSize();
  gl->glDisable(GL_SCISSOR_TEST);
  gl->glBindFramebuffer(GL_READ_FRAMEBUFFER, vtk_->window->GetRenderFramebuffer()->GetFBOIndex());
  gl->glBindFramebuffer(GL_DRAW_FRAMEBUFFER, defaultFramebufferObject());
  gl->glBlitFramebuffer(0, 0, size[0], size[1], 0, 0, size[0], size[1], GL_COLOR_BUFFER_BIT, GL_NEAREST);
  gl->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
  gl->glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
  gl->glClearColor(0, 0, 0, 1);
  gl->glClear(GL_COLOR_BUFFER_BIT);
  gl->glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

void BodyView::tell_position(const QMouseEvent& event) {
  const double scale = devicePixelRatioF();
  vtk_->interactor->SetEventInformationFlipY(
      static_cast<int>(event.position().x() * scale), static_cast<int>(event.position().y() * scale),
      event.modifiers().testFlag(Qt::ControlModifier), event.modifiers().testFlag(Qt::ShiftModifier));
}

void BodyView::mousePressEvent(QMouseEvent* event) {
  tell_position(*event);
  if (event->button() == Qt::LeftButton) vtk_->interactor->InvokeEvent(vtkCommand::LeftButtonPressEvent);
  if (event->button() == Qt::MiddleButton) vtk_->interactor->InvokeEvent(vtkCommand::MiddleButtonPressEvent);
  if (event->button() == Qt::RightButton) vtk_->interactor->InvokeEvent(vtkCommand::RightButtonPressEvent);
}

void BodyView::mouseReleaseEvent(QMouseEvent* event) {
  tell_position(*event);
  if (event->button() == Qt::LeftButton) vtk_->interactor->InvokeEvent(vtkCommand::LeftButtonReleaseEvent);
  if (event->button() == Qt::MiddleButton)
    vtk_->interactor->InvokeEvent(vtkCommand::MiddleButtonReleaseEvent);
  if (event->button() == Qt::RightButton) vtk_->interactor->InvokeEvent(vtkCommand::RightButtonReleaseEvent);
  update();
}

void BodyView::mouseMoveEvent(QMouseEvent* event) {
  tell_position(*event);
  vtk_->interactor->InvokeEvent(vtkCommand::MouseMoveEvent);
  if (event->buttons() != Qt::NoButton) update();
}

void BodyView::wheelEvent(QWheelEvent* event) {
  vtk_->interactor->InvokeEvent(event->angleDelta().y() > 0 ? vtkCommand::MouseWheelForwardEvent
                                                            : vtkCommand::MouseWheelBackwardEvent);
  update();
}

}  // namespace skiagraph
