#include "ui/xray/xray_geometry.h"

#include <algorithm>

namespace skiagraph::ui {
namespace {

session::XrayViewport whole(const geometry::CanonicalFrame& frame, QSizeF pane) {
  const double zoom = std::min(pane.width() / frame.columns, pane.height() / frame.rows);
  return {zoom, {(frame.rows - 1) / 2.0, (frame.columns - 1) / 2.0}};
}

}  // namespace

XrayGeometry::XrayGeometry(const geometry::CanonicalFrame& frame, QSizeF pane,
                           const std::optional<session::XrayViewport>& viewport)
    : frame_(frame), pane_(pane), viewport_(viewport.value_or(whole(frame, pane))) {}

QTransform XrayGeometry::to_pane() const {
  const double zoom = viewport_.zoom;
  return QTransform(zoom, 0, 0, zoom, pane_.width() / 2 - viewport_.centre.column * zoom,
                    pane_.height() / 2 - viewport_.centre.row * zoom);
}

QPointF XrayGeometry::to_pane(Pixel pixel) const {
  return to_pane().map(QPointF(pixel.column, pixel.row));
}

Pixel XrayGeometry::to_pixel(QPointF in_pane) const {
  const QPointF p = to_pane().inverted().map(in_pane);
  return {p.y(), p.x()};
}

QRectF XrayGeometry::picture() const {
  return to_pane().mapRect(QRectF(-0.5, -0.5, frame_.columns, frame_.rows));
}

}  // namespace skiagraph::ui
