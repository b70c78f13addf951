#include "ui/xray/xray_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace skiagraph::ui {

XrayView::XrayView(MarkerModel& model, QWidget* parent) : QWidget(parent), model_(model) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(300, 400);
  setAccessibleName(tr("X-ray"));
  connect(&model_, &MarkerModel::changed, this, qOverload<>(&QWidget::update));
}

void XrayView::set_surface(std::shared_ptr<const geometry::SurfaceImage> surface, bool same_person) {
  surface_ = std::move(surface);
  if (same_person) {
    update();  // the ruler
    return;
  }
  xray_ = {};
  image_ = {};
  fit();
}

void XrayView::set_xray(const imaging::XrayImage& xray) {
  const bool first = xray_.pixels.empty();
  xray_ = xray;
  render_image();
  if (first) fit();
  update();
}

void XrayView::render_image() {
  if (!xray_.pixels.empty()) image_ = to_image(xray_, window_);
  scaled_ = {};
}

void XrayView::reset_window() {
  window_ = {};
  render_image();
  update();
}

void XrayView::fit() {
  fitted_ = true;
  const geometry::CanonicalFrame frame = surface_ ? surface_->placement.frame() : geometry::CanonicalFrame{};
  zoom_ = std::min(static_cast<double>(width()) / frame.columns, static_cast<double>(height()) / frame.rows);
  offset_ = {(width() - frame.columns * zoom_) / 2, (height() - frame.rows * zoom_) / 2};
  scaled_ = {};
  update();
}

QTransform XrayView::transform() const {
  return QTransform(zoom_, 0, 0, zoom_, offset_.x() + zoom_ / 2, offset_.y() + zoom_ / 2);
}

QPointF XrayView::to_view(Pixel pixel) const {
  return transform().map(QPointF(pixel.column, pixel.row));
}

Pixel XrayView::to_pixel(QPointF view) const {
  const QPointF p = transform().inverted().map(view);
  return {p.y(), p.x()};
}

int XrayView::marker_at(QPointF view) const {
  constexpr double kReach = 12;
  int nearest = MarkerModel::kNone;
  double least = kReach;
  if (!model_.valid()) return nearest;
  for (int n = 0; n < kMarkerCount; ++n) {
    const double distance = QLineF(view, to_view(model_.marker(n).position)).length();
    if (distance < least) least = distance, nearest = n;
  }
  return nearest;
}

void XrayView::show_scaled(QPainter& painter) {
  const QSize size = this->size() * devicePixelRatioF();
  if (scaled_.size() != size) {
    scaled_ = QPixmap(size);
    scaled_.setDevicePixelRatio(devicePixelRatioF());
    scaled_.fill(Qt::black);
    QPainter picture(&scaled_);
    picture.setRenderHint(QPainter::SmoothPixmapTransform);
    picture.drawImage(QRectF(offset_, QSizeF(image_.width() * zoom_, image_.height() * zoom_)), image_);
  }
  painter.drawPixmap(0, 0, scaled_);
}

void XrayView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (image_.isNull()) {
    painter.fillRect(rect(), Qt::black);
    return;
  }
  show_scaled(painter);
  XrayPainter overlay(painter, transform(), rect());
  if (model_.valid()) overlay.markers(model_, mm_per_px());
  overlay.ruler(mm_per_px());
  overlay.notice(tr("Synthetic image, research use, not for diagnosis"));
  if (hint_ && model_.valid()) overlay.hint(tr("Drag a marker"));
}

void XrayView::resizeEvent(QResizeEvent*) {
  if (fitted_) fit();
}

void XrayView::mousePressEvent(QMouseEvent* event) {
  last_mouse_ = event->position();
  if (event->button() != Qt::LeftButton) return;
  const int marker = marker_at(event->position());
  model_.select(marker);
  if (marker == MarkerModel::kNone) return;
  grip_ = model_.marker(marker).position - to_pixel(event->position());
  model_.begin_drag(marker);
}

void XrayView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF moved = event->position() - last_mouse_;
  last_mouse_ = event->position();
  if (model_.dragging()) {
    hint_ = false;
    model_.drag_to(to_pixel(event->position()) + grip_);
  } else if (event->buttons().testFlag(Qt::MiddleButton)) {
    fitted_ = false;
    offset_ += moved;
    scaled_ = {};
    update();
  } else if (event->buttons().testFlag(Qt::RightButton)) {
    constexpr double kPerPixel = 1.0 / 400;
    window_.width = std::clamp(window_.width + moved.x() * kPerPixel, 0.02, 2.0);
    window_.level = std::clamp(window_.level + moved.y() * kPerPixel, 0.0, 1.0);
    render_image();
    update();
  } else {
    model_.hover(marker_at(event->position()));
  }
  point_at(event->position());
}

void XrayView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) model_.end_drag();
}

void XrayView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (marker_at(event->position()) == MarkerModel::kNone) fit();
}

void XrayView::wheelEvent(QWheelEvent* event) {
  const double factor = std::clamp(std::pow(1.0015, event->angleDelta().y()), 0.2, 5.0);
  const double zoom = std::clamp(zoom_ * factor, 0.5, 60.0);
  offset_ = event->position() - (event->position() - offset_) * (zoom / zoom_);
  zoom_ = zoom;
  fitted_ = false;
  scaled_ = {};
  update();
  event->accept();
}

void XrayView::keyPressEvent(QKeyEvent* event) {
  const double step = (event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1) / mm_per_px();
  const int marker = model_.selected();
  switch (event->key()) {
    case Qt::Key_Escape:
      model_.cancel_drag();
      break;
    case Qt::Key_Left:
      model_.nudge(marker, {0, -step});
      break;
    case Qt::Key_Right:
      model_.nudge(marker, {0, step});
      break;
    case Qt::Key_Up:
      model_.nudge(marker, {-step, 0});
      break;
    case Qt::Key_Down:
      model_.nudge(marker, {step, 0});
      break;
    default:
      QWidget::keyPressEvent(event);
  }
}

void XrayView::leaveEvent(QEvent*) {
  model_.hover(MarkerModel::kNone);
  Q_EMIT pointed_at({});
}

/// Tab walks the markers and leaves the view after the last.
bool XrayView::focusNextPrevChild(bool next) {
  const int marker = model_.selected() + (next ? 1 : -1);
  if (!model_.valid() || marker < 0 || marker >= kMarkerCount) return QWidget::focusNextPrevChild(next);
  model_.select(marker);
  return true;
}

void XrayView::point_at(QPointF view) {
  const Pixel pixel = to_pixel(view);
  const int row = static_cast<int>(std::lround(pixel.row)),
            column = static_cast<int>(std::lround(pixel.column));
  const bool inside = row >= 0 && column >= 0 && row < xray_.frame.rows && column < xray_.frame.columns;
  if (xray_.pixels.empty() || !surface_ || !inside) {
    Q_EMIT pointed_at({});
    return;
  }
  const Vec3 place = surface_->placement.to_patient(pixel, 0);
  const float value = xray_.pixels[static_cast<std::size_t>(row) * xray_.frame.columns + column];
  Q_EMIT pointed_at(tr("left %1 mm, height %2 mm, attenuation %3")
                        .arg(place.x, 0, 'f', 0)
                        .arg(place.z, 0, 'f', 0)
                        .arg(value * imaging::kXrayFullScale, 0, 'f', 2));
}

}  // namespace skiagraph::ui
