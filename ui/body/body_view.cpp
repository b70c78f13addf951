#include "ui/body/body_view.h"

#include <vtkPolyData.h>

#include <QHelpEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "ui/body/body_markers.h"
#include "ui/body/compass.h"
#include "ui/body/range_slab.h"
#include "ui/body/xray_plane.h"
#include "ui/text/marker_text.h"

namespace skiagraph::ui {
namespace {

constexpr double kDegreesAcross = 180;  // the pane's height

}  // namespace

BodyView::BodyView(const App& app, QWidget* parent)
    : QWidget(parent), app_(app), levels_(app), marker_drag_(app), touch_(*this, *this) {
  setMinimumSize(260, 300);
  setAccessibleName(tr("Body"));
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  draw_timer_.setSingleShot(true);
  connect(&draw_timer_, &QTimer::timeout, this, &BodyView::draw);
  connect(&renderer_, &BodyRenderer::drawn, this, &BodyView::take_frame);
  connect(&app.engine, &Engine::body_changed, this, &BodyView::show_body);
  connect(&app.engine, &Engine::result_changed, this, &BodyView::show_result);
  connect(&app.document, &Document::changed, this, &BodyView::follow_document);
  connect(&app.selection, &Selection::changed, this, qOverload<>(&QWidget::update));
}

void BodyView::show_body() {
  const auto before = std::exchange(body_, app_.engine.body());
  if (!body_) return;
  update();
  follow_range();
  if (before && before->skin == body_->skin) return;
  if (before && before->made_to_measure() && body_->made_to_measure()) {
    draw_in_time();
  } else {
    draw_soon();
  }
}

void BodyView::show_result() {
  update();
  follow_range();
  if (!app_.document.session().view.xray_in_body && !plane_) return;
  make_plane();
  draw_in_time();
}

void BodyView::follow_document(const session::Session& before) {
  const session::View &now = app_.document.session().view, &then = before.view;
  const bool plane =
      now.xray_in_body != then.xray_in_body || (now.xray_in_body && now.window_level != then.window_level);
  if (plane) make_plane();
  if (plane || now.side != then.side || now.camera != then.camera || now.body_opacity != then.body_opacity)
    draw_soon();
  if (app_.document.session() != before) {
    follow_range();
    update();
  }
  tell_focus();
}

void BodyView::make_plane() {
  const auto& result = app_.engine.result();
  const session::View& view = app_.document.session().view;
  plane_ = result && view.xray_in_body ? xray_plane(*result, view.window_level) : nullptr;
}

void BodyView::follow_range() {
  const auto slab = range_slab(app_);
  if (slab == std::exchange(slab_, slab)) return;
  draw_in_time();
}

BodyBox BodyView::box() const {
  constexpr double kTallestMm = 2000;  // bodies made to measure are all shown at one scale
  const double* bounds = body_->skin->GetBounds();
  BodyBox box{{bounds[0], bounds[2], bounds[4]}, {bounds[1], bounds[3], bounds[5]}};
  if (body_->made_to_measure()) box.high.z = std::max(box.high.z, box.low.z + kTallestMm);
  return box;
}

session::BodyCamera BodyView::camera() const {
  const session::View& view = app_.document.session().view;
  if (view.camera && usable(*view.camera)) return *view.camera;
  return standard_camera(view.side, box(), static_cast<double>(width()) / height());
}

void BodyView::set_camera(const session::BodyCamera& camera) {
  app_.document.set_view([&](session::View& view) { view.camera = camera; });
}

void BodyView::turn(double degrees) {
  if (body_) set_camera(turned(camera(), degrees, 0));
}

void BodyView::draw_soon() {
  draw_timer_.start(0);
}

/// When drawing then takes half of the time.
void BodyView::draw_in_time() {
  const qint64 apart = 2 * frame_.milliseconds,
               waited = since_frame_.isValid() ? since_frame_.elapsed() : apart;
  const auto wait = static_cast<int>(std::max<qint64>(0, apart - waited));
  if (!draw_timer_.isActive() || draw_timer_.remainingTime() > wait) draw_timer_.start(wait);
}

void BodyView::draw() {
  if (!body_ || width() == 0 || height() == 0) return;
  const session::View& view = app_.document.session().view;
  asked_ = {pixels(), camera(), body_->skin, view.body_opacity, plane_, slab_};
  renderer_.draw(asked_);
}

void BodyView::take_frame(const BodyFrame& frame) {
  frame_ = frame;
  frame_.image.setDevicePixelRatio(devicePixelRatioF());
  since_frame_.start();
  update();
}

void BodyView::catch_up() {
  if (draw_timer_.isActive() || asked_.size != pixels()) {
    draw_timer_.stop();
    draw();
  }
  renderer_.finish();
}

void BodyView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (!renderer_.can_draw()) {
    painter.fillRect(rect(), palette().window());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(
        rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
        tr("The body cannot be drawn, because this computer offers no OpenGL 3.2. X-ray and markers "
           "work without it."));
    return;
  }
  if (frame_.image.isNull() || !body_) {
    painter.fillRect(rect(), palette().window());
    return;
  }
  if (asked_.size != pixels()) draw_soon();  // the pane is on another screen
  if (frame_.image.size() == pixels()) {
    painter.drawImage(QPointF(), frame_.image);
  } else {
    painter.drawImage(rect(), frame_.image);
  }
  painter.setRenderHint(QPainter::Antialiasing);
  const BodyProjection now = projection();
  levels_.paint(painter, now);
  std::vector<PaneLabel> labels = levels_.labels(now);
  std::ranges::copy(body_marker_names(app_, now), std::back_inserter(labels));
  paint_labels(painter, labels, size());
  paint_body_markers(painter, app_, now);
  paint_compass(painter, frame_.picture.camera, size());
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
  }
}

void BodyView::resizeEvent(QResizeEvent*) {
  draw_soon();
}

void BodyView::mousePressEvent(QMouseEvent* event) {
  if (drag_ != Drag::kNone || frame_.image.isNull()) return;  // a second button does not disturb a drag
  pressed_at_ = last_ = event->position();
  button_ = event->button();
  const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
  if (button_ == Qt::MiddleButton || (button_ == Qt::LeftButton && shift)) {
    drag_ = Drag::kPan;
  } else if (button_ == Qt::RightButton) {
    drag_ = Drag::kZoom;
  } else if (button_ == Qt::LeftButton) {
    press_left(*event);
  }
  tell_focus();
}

void BodyView::press_left(QMouseEvent& event) {
  const int marker = body_marker_at(app_, pressed_at_, projection(), reach_of(event, kBodyMarkerReach));
  if (marker != Selection::kNone) {
    app_.selection.select(marker);
    if (marker_drag_.press(marker, pressed_at_, projection())) drag_ = Drag::kMarker;
  } else {
    drag_ = levels_.press(pressed_at_, projection()) ? Drag::kLevel : Drag::kTurn;
  }
}

void BodyView::mouseMoveEvent(QMouseEvent* event) {
  if (drag_ != Drag::kNone && !event->buttons().testFlag(button_)) end_drag();  // its release was lost
  const QPointF by = event->position() - std::exchange(last_, event->position());
  if (drag_ == Drag::kLevel) {
    levels_.move(event->position(), projection());
  } else if (drag_ == Drag::kMarker) {
    marker_drag_.move(event->position(), projection());
  } else if (drag_ != Drag::kNone) {
    drag_camera(by);
  } else if (event->buttons() == Qt::NoButton) {
    point_at(event->position());
  }
}

void BodyView::drag_camera(QPointF by) {
  constexpr double kZoomAcross = 5;
  const QPointF share = by / height();
  if (share.isNull()) return;
  if (drag_ == Drag::kTurn)
    set_camera(turned(camera(), kDegreesAcross * share.x(), kDegreesAcross * share.y()));
  if (drag_ == Drag::kPan) set_camera(panned(camera(), share));
  if (drag_ == Drag::kZoom) set_camera(zoomed(camera(), std::pow(kZoomAcross, -share.y())));
}

void BodyView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != button_) return;
  constexpr double kClick = 3;
  const bool click = QLineF(pressed_at_, event->position()).length() < kClick;
  if (drag_ == Drag::kTurn && click) app_.selection.select(Selection::kNone);
  end_drag();
}

void BodyView::end_drag() {
  const Drag ended = std::exchange(drag_, Drag::kNone);
  if (ended == Drag::kLevel) levels_.release();
  if (ended == Drag::kMarker) marker_drag_.release();
  update();
}

void BodyView::withdraw_finger() {
  if (app_.document.previewing()) app_.document.undo();
  end_drag();
}

void BodyView::two_fingers(const TwoFingers& now) {
  if (!body_) return;
  const QPointF turn = now.moved * (kDegreesAcross / height());
  set_camera(zoomed(turned(camera(), turn.x(), turn.y()), now.spread));
}

void BodyView::mouseDoubleClickEvent(QMouseEvent* event) {
  mousePressEvent(event);
  if (drag_ == Drag::kTurn) app_.document.set_view([](session::View& view) { view.camera.reset(); });
}

/// A whole notch of a wheel is 120; touchpads send many small steps.
void BodyView::wheelEvent(QWheelEvent* event) {
  constexpr double kPerNotch = 1.2, kNotch = 120;
  event->accept();
  if (event->angleDelta().y() == 0 || !body_) return;
  set_camera(zoomed(camera(), std::pow(kPerNotch, event->angleDelta().y() / kNotch)));
}

void BodyView::keyPressEvent(QKeyEvent* event) {
  constexpr double kTurnDegrees = 15, kPanShare = 0.05, kZoom = 1.2;
  if (event->key() == Qt::Key_Escape && marker_drag_.dragging()) return marker_drag_.cancel();
  if (levels_.key(*event)) {
    if (!levels_.dragging() && drag_ == Drag::kLevel) drag_ = Drag::kNone;
    tell_focus();
    update();
    return;
  }
  if (!body_) return QWidget::keyPressEvent(event);
  const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
  const auto go = [&](double right, double down) {
    set_camera(shift ? panned(camera(), QPointF(right, down) * kPanShare)
                     : turned(camera(), right * kTurnDegrees, down * kTurnDegrees));
  };
  switch (event->key()) {
    case Qt::Key_Left:
      return go(-1, 0);
    case Qt::Key_Right:
      return go(1, 0);
    case Qt::Key_Up:
      return go(0, -1);
    case Qt::Key_Down:
      return go(0, 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return set_camera(zoomed(camera(), kZoom));
    case Qt::Key_Minus:
      return set_camera(zoomed(camera(), 1 / kZoom));
    default:
      QWidget::keyPressEvent(event);
  }
}

void BodyView::point_at(QPointF place) {
  if (frame_.image.isNull()) return;
  const int marker = body_marker_at(app_, place, projection());
  app_.selection.hover(marker);
  const auto level = marker == Selection::kNone ? levels_.at(place, projection()) : std::nullopt;
  if (levels_.hover(level)) update();
  const bool movable = level && why_levels_are_fixed(app_).isEmpty();
  setCursor(movable                      ? Qt::SizeVerCursor
            : marker != Selection::kNone ? Qt::PointingHandCursor
                                         : Qt::ArrowCursor);
}

void BodyView::leaveEvent(QEvent*) {
  app_.selection.hover(Selection::kNone);
  if (levels_.hover(std::nullopt)) update();
}

void BodyView::focusOutEvent(QFocusEvent* event) {
  if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
    levels_.leave_focus();
  QWidget::focusOutEvent(event);
}

/// Tab walks the levels and leaves the pane after the last.
bool BodyView::focusNextPrevChild(bool next) {
  const bool stays = levels_.walk(next);
  tell_focus();
  update();
  return stays || QWidget::focusNextPrevChild(next);
}

void BodyView::tell_focus() {
  const QString told = levels_.description();
  if (told != accessibleDescription()) setAccessibleDescription(told);
}

QString BodyView::tip_at(QPointF place) const {
  const int marker = body_marker_at(app_, place, projection());
  if (marker != Selection::kNone) return marker_label(marker);
  if (!levels_.at(place, projection())) return {};
  const QString why = why_levels_are_fixed(app_);
  return why.isEmpty() ? tr("Drag along the body; up and down keys move it by 1 mm, with Shift by 10 mm")
                       : why;
}

bool BodyView::event(QEvent* event) {
  if (touch_.read(*event)) return true;
  if (event->type() == QEvent::ToolTip && !frame_.image.isNull()) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tip_at(help->pos());
    if (tip.isEmpty()) {
      QToolTip::hideText();
    } else {
      QToolTip::showText(help->globalPos(), tip, this);
    }
    return true;
  }
  return QWidget::event(event);
}

}  // namespace skiagraph::ui
