#pragma once

#include <QPointF>
#include <QSizeF>
#include <QTransform>
#include <optional>

#include "core/geometry/canonical_frame.h"
#include "core/session/session.h"

namespace skiagraph::ui {

/// Where the X-ray's pixels are in its pane. Pixels have their centres at whole numbers.
class XrayGeometry {
 public:
  /// Without a viewport the whole X-ray fills the pane.
  XrayGeometry(const geometry::CanonicalFrame& frame, QSizeF pane,
               const std::optional<session::XrayViewport>& viewport);

  [[nodiscard]] const geometry::CanonicalFrame& frame() const { return frame_; }
  [[nodiscard]] QSizeF pane() const { return pane_; }
  [[nodiscard]] double zoom() const { return viewport_.zoom; }
  [[nodiscard]] const session::XrayViewport& viewport() const { return viewport_; }
  /// From (column, row) to the pane.
  [[nodiscard]] QTransform to_pane() const;
  [[nodiscard]] QPointF to_pane(Pixel pixel) const;
  [[nodiscard]] Pixel to_pixel(QPointF in_pane) const;
  /// The whole X-ray, to its outer edges.
  [[nodiscard]] QRectF picture() const;

 private:
  geometry::CanonicalFrame frame_;
  QSizeF pane_;
  session::XrayViewport viewport_;
};

}  // namespace skiagraph::ui
