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
#include <cmath>
#include <utility>

#include "ui/body/body_scene.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {

struct BodyView::Vtk {
  vtkNew<vtkGenericOpenGLRenderWindow> window;
  vtkNew<vtkGenericRenderWindowInteractor> interactor;
  BodyScene scene{window};
};

BodyView::BodyView(const App& app, QWidget* parent)
    : QWidget(parent), app_(app), vtk_(std::make_unique<Vtk>()) {
  setMinimumSize(260, 300);
  setAccessibleName(tr("Body"));
  setAttribute(Qt::WA_OpaquePaintEvent);
  context_.create();
  surface_.setFormat(context_.format());
  surface_.create();
  can_draw_ = context_.isValid() && context_.makeCurrent(&surface_);
  vtk_->window->SetOwnContext(0);
  vtk_->window->SetSupportsOpenGL(1);
  vtk_->window->SetIsDirect(1);
  vtk_->window->SetMultiSamples(0);
  // VTK asks before it draws whether its context is the current one.
  vtk_->window->AddObserver(vtkCommand::WindowMakeCurrentEvent, this, &BodyView::lend_context);
  vtk_->window->AddObserver(vtkCommand::WindowIsCurrentEvent, this, &BodyView::lend_context);
  vtk_->window->SetFrameBlitModeToNoBlit();
  vtk_->window->SetReadyForRendering(can_draw_);
  vtk_->interactor->SetRenderWindow(vtk_->window);
  vtk_->interactor->EnableRenderOff();  // render() says when to draw
  vtkNew<vtkInteractorStyleTrackballCamera> style;
  vtk_->interactor->SetInteractorStyle(style);
  vtk_->interactor->Initialize();
  frame_timer_.setSingleShot(true);
  connect(&frame_timer_, &QTimer::timeout, this, &BodyView::render);
  connect(&app.engine, &Engine::body_changed, this, &BodyView::show_body);
  connect(&app.engine, &Engine::result_changed, this, qOverload<>(&QWidget::update));
  connect(&app.engine, &Engine::state_changed, this, [this] {
    if (app_.engine.state() == EngineState::kSettled) catch_up();
  });
  connect(&app.document, &Document::changed, this, &BodyView::follow_document);
  connect(&app.selection, &Selection::changed, this, qOverload<>(&QWidget::update));
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

void BodyView::show_body() {
  constexpr double kTallestMm = 2000;  // bodies made to measure are all shown at one scale
  const auto before = std::exchange(body_, app_.engine.body());
  if (!body_ || body_ == before) return;
  vtk_->scene.set_body(body_->skin.get(), body_->made_to_measure() ? kTallestMm : 0);
  if (before && before->made_to_measure() && body_->made_to_measure()) {
    render_in_time();
  } else {
    place_camera();
  }
}

void BodyView::follow_document(const session::Session& before) {
  const session::View& now = app_.document.session().view;
  if (now.side != before.view.side || now.camera != before.view.camera) place_camera();
  if (app_.document.session().pins != before.pins) update();
}

void BodyView::place_camera() {
  place_camera_ = true;
  render_soon();
}

/// The camera stays as the person turned it. A click that turned nothing changes nothing.
void BodyView::store_camera() {
  if (vtk_->scene.camera() == camera_before_) return;
  app_.document.set_view([this](session::View& view) { view.camera = vtk_->scene.camera(); });
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
  if (!body_ || !can_draw_ || !context_.makeCurrent(&surface_)) return;
  QElapsedTimer clock;
  clock.start();
  const QSize size = this->size() * devicePixelRatioF();
  vtk_->window->SetSize(size.width(), size.height());
  vtk_->interactor->SetSize(size.width(), size.height());
  if (std::exchange(place_camera_, false)) {
    const session::View& view = app_.document.session().view;
    if (view.camera) {
      vtk_->scene.set_camera(*view.camera);
    } else {
      vtk_->scene.look_from(view.side);
    }
  }
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
  if (!can_draw_) {
    painter.fillRect(rect(), palette().window());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(
        rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
        tr("The body cannot be drawn, because this computer offers no OpenGL 3.2. X-ray and markers "
           "work without it."));
  } else if (frame_.isNull()) {
    painter.fillRect(rect(), palette().window());
  } else {
    painter.drawImage(rect(), frame_);
    if (app_.engine.result()) paint_markers(painter);
  }
}

/// Markers are seen through the skin wherever they are. The highlighted one has its name.
void BodyView::paint_markers(QPainter& painter) const {
  painter.setRenderHint(QPainter::Antialiasing);
  const auto markers = shown_markers(app_.document.session(), *app_.engine.result());
  const geometry::SurfaceImage& surface = *body_->surface;
  const auto on_screen = [&](const inference::MarkerEstimate& marker) {
    const Vec3 place = surface.placement.to_patient(marker.position, surface.middle_y_mm(marker.position));
    const QVector3D at = to_picture_.map(
        QVector3D(static_cast<float>(place.x), static_cast<float>(place.y), static_cast<float>(place.z)));
    return QPointF((1 + at.x()) / 2 * width(), (1 - at.y()) / 2 * height());
  };
  const int highlighted = app_.selection.highlighted();
  const auto paint = [&](int n) {
    const auto& marker = markers[static_cast<std::size_t>(n)];
    paint_marker(painter, on_screen(marker), n, n == highlighted, marker.pinned);
    if (n == highlighted) paint_marker_label(painter, on_screen(marker), n, true);
  };
  for (int n = 0; n < kMarkerCount; ++n)
    if (n != highlighted) paint(n);
  if (highlighted != Selection::kNone) paint(highlighted);
}

void BodyView::resizeEvent(QResizeEvent*) {
  if (!app_.document.session().view.camera) place_camera_ = true;
  render_soon();
}

void BodyView::tell_position(const QMouseEvent& event) {
  const double scale = devicePixelRatioF();
  vtk_->interactor->SetEventInformationFlipY(
      static_cast<int>(event.position().x() * scale), static_cast<int>(event.position().y() * scale),
      event.modifiers().testFlag(Qt::ControlModifier), event.modifiers().testFlag(Qt::ShiftModifier));
}

void BodyView::mousePressEvent(QMouseEvent* event) {
  camera_before_ = vtk_->scene.camera();
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
  store_camera();
  render_soon();
}

void BodyView::mouseMoveEvent(QMouseEvent* event) {
  tell_position(*event);
  vtk_->interactor->InvokeEvent(vtkCommand::MouseMoveEvent);
  if (event->buttons() != Qt::NoButton) render_soon();
}

/// A whole notch of a wheel is 120; touchpads send many small steps.
void BodyView::wheelEvent(QWheelEvent* event) {
  constexpr double kPerNotch = 1.2, kNotch = 120;
  event->accept();
  if (event->angleDelta().y() == 0 || !body_) return;
  camera_before_ = vtk_->scene.camera();
  vtk_->scene.zoom(std::pow(kPerNotch, event->angleDelta().y() / kNotch));
  store_camera();
  render_soon();
}

}  // namespace skiagraph::ui
