#include "ui/body/body_view.h"

#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkGenericRenderWindowInteractor.h>
#include <vtkInteractorStyleTrackballCamera.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>

#include <QMouseEvent>
#include <QOpenGLExtraFunctions>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>

#include "ui/body/body_scene.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {

struct BodyView::Vtk {
  vtkNew<vtkGenericOpenGLRenderWindow> window;
  vtkNew<vtkGenericRenderWindowInteractor> interactor;
  BodyScene scene{window};
};

BodyView::BodyView(MarkerModel& model, QWidget* parent)
    : QWidget(parent), model_(model), vtk_(std::make_unique<Vtk>()) {
  setMinimumSize(260, 300);
  setAccessibleName(tr("Body"));
  setAttribute(Qt::WA_OpaquePaintEvent);
  context_.create();
  surface_.setFormat(context_.format());
  surface_.create();
  vtk_->window->SetOwnContext(0);
  vtk_->window->SetSupportsOpenGL(1);
  vtk_->window->SetIsDirect(1);
  vtk_->window->SetMultiSamples(0);
  // VTK asks before it draws whether its context is the current one.
  vtk_->window->AddObserver(vtkCommand::WindowMakeCurrentEvent, this, &BodyView::lend_context);
  vtk_->window->AddObserver(vtkCommand::WindowIsCurrentEvent, this, &BodyView::lend_context);
  vtk_->window->SetFrameBlitModeToNoBlit();
  vtk_->window->SetReadyForRendering(context_.isValid());
  vtk_->interactor->SetRenderWindow(vtk_->window);
  vtk_->interactor->EnableRenderOff();  // render() says when to draw
  vtkNew<vtkInteractorStyleTrackballCamera> style;
  vtk_->interactor->SetInteractorStyle(style);
  vtk_->interactor->Initialize();
  frame_timer_.setSingleShot(true);
  connect(&frame_timer_, &QTimer::timeout, this, &BodyView::render);
  connect(&model_, &MarkerModel::changed, this, qOverload<>(&QWidget::update));
}

BodyView::~BodyView() {
  // While the context is here, and before the observers' object is gone.
  context_.makeCurrent(&surface_);
  vtk_->window->RemoveAllObservers();
  vtk_->window->Finalize();
  vtk_->window->SetReadyForRendering(false);
  vtk_.reset();
  context_.doneCurrent();
}

void BodyView::set_scan(std::shared_ptr<const LoadedScan> scan, bool same_person) {
  constexpr double kTallestMm = 2000;  // people made to measure are all shown at one scale
  scan_ = std::move(scan);
  vtk_->scene.set_body(scan_->skin.get(), scan_->made ? kTallestMm : 0);
  if (same_person) {
    render_in_time();
  } else {
    look_from(BodySide::kFront);
  }
}

void BodyView::look_from(BodySide side) {
  wanted_side_ = side;
  render_soon();
}

void BodyView::catch_up() {
  if (!frame_timer_.isActive()) return;
  frame_timer_.stop();
  render();
}

void BodyView::render_soon() {
  frame_timer_.start(0);
}

/// Draws when drawing then takes half of the time.
void BodyView::render_in_time() {
  const qint64 apart = 2 * frame_ms_, waited = since_frame_.isValid() ? since_frame_.elapsed() : apart;
  const auto wait = static_cast<int>(std::max<qint64>(0, apart - waited));
  if (!frame_timer_.isActive() || frame_timer_.remainingTime() > wait) frame_timer_.start(wait);
}

/// `current` is VTK's bool to fill, or null when it only wants the context.
void BodyView::lend_context(vtkObject*, unsigned long, void* current) {
  const bool is_current = QOpenGLContext::currentContext() == &context_;
  if (current != nullptr) {
    *static_cast<bool*>(current) = is_current;
  } else if (!is_current) {
    context_.makeCurrent(&surface_);
  }
}

void BodyView::render() {
  if (!scan_ || !context_.makeCurrent(&surface_)) return;
  QElapsedTimer clock;
  clock.start();
  const QSize size = this->size() * devicePixelRatioF();
  vtk_->window->SetSize(size.width(), size.height());
  vtk_->interactor->SetSize(size.width(), size.height());
  if (wanted_side_) vtk_->scene.look_from(*wanted_side_);
  wanted_side_.reset();
  vtk_->window->Render();
  QImage frame(size, QImage::Format_RGBX8888);
  QOpenGLExtraFunctions* gl = context_.extraFunctions();
  gl->glBindFramebuffer(GL_READ_FRAMEBUFFER, vtk_->window->GetRenderFramebuffer()->GetFBOIndex());
  gl->glPixelStorei(GL_PACK_ALIGNMENT, 4);
  gl->glReadPixels(0, 0, size.width(), size.height(), GL_RGBA, GL_UNSIGNED_BYTE, frame.bits());
  frame_ = frame.mirrored();  // OpenGL counts rows from below
  to_picture_ = vtk_->scene.to_picture();
  frame_ms_ = clock.elapsed();
  since_frame_.start();
  update();
}

void BodyView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (frame_.isNull()) {
    painter.fillRect(rect(), palette().window());
  } else {
    painter.drawImage(rect(), frame_);
    if (model_.valid()) paint_markers(painter);
  }
}

/// Seen through the skin wherever they are; of the highlighted one the name as well.
void BodyView::paint_markers(QPainter& painter) const {
  painter.setRenderHint(QPainter::Antialiasing);
  const auto on_screen = [&](int index) {
    const Pixel pixel = model_.marker(index).position;
    const Vec3 place = scan_->surface->placement.to_patient(pixel, scan_->surface->middle_y_mm(pixel));
    const QVector3D at = to_picture_.map(
        QVector3D(static_cast<float>(place.x), static_cast<float>(place.y), static_cast<float>(place.z)));
    return QPointF((1 + at.x()) / 2 * width(), (1 - at.y()) / 2 * height());
  };
  const int highlighted = model_.highlighted();
  for (int n = 0; n < kMarkerCount; ++n)
    if (n != highlighted) paint_marker(painter, on_screen(n), n, false, model_.marker(n).pinned);
  if (highlighted == MarkerModel::kNone) return;
  paint_marker(painter, on_screen(highlighted), highlighted, true, model_.marker(highlighted).pinned);
  paint_marker_label(painter, on_screen(highlighted), highlighted, true);
}

void BodyView::resizeEvent(QResizeEvent*) {
  render_soon();
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
  render_soon();
}

void BodyView::mouseMoveEvent(QMouseEvent* event) {
  tell_position(*event);
  vtk_->interactor->InvokeEvent(vtkCommand::MouseMoveEvent);
  if (event->buttons() != Qt::NoButton) render_soon();
}

void BodyView::wheelEvent(QWheelEvent* event) {
  vtk_->interactor->InvokeEvent(event->angleDelta().y() > 0 ? vtkCommand::MouseWheelForwardEvent
                                                            : vtkCommand::MouseWheelBackwardEvent);
  render_soon();
}

}  // namespace skiagraph::ui
