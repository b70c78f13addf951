#include "ui/xray/range_shape.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <algorithm>
#include <cmath>

#include "ui/text/number_text.h"
#include "ui/text/range_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("ScanRange", text);
}

/// Inside the box's upper left corner in the pane, and as far as it goes inside the pane.
QRectF tag_place(const RangeShape& shape, const QString& text, QSizeF pane) {
  constexpr double kRoom = 6, kGap = 4, kRulers = 46;
  const QFontMetricsF metrics(range_font());
  const QSizeF size(metrics.horizontalAdvance(text) + 2 * kRoom, metrics.height() + kRoom);
  const QPointF corner = shape.box[0] + QPointF(kGap, kGap);
  const double lowest = std::max(shape.box[3].y() - size.height() - kGap, 0.0);
  return {QPointF(std::clamp(corner.x(), kRulers, std::max(kRulers, pane.width() - size.width())),
                  std::clamp(corner.y(), kGap, std::max(kGap, lowest))),
          size};
}

}  // namespace

QFont range_font() {
  QFont font = QGuiApplication::font();
  font.setPointSizeF(9);
  font.setBold(true);
  return font;
}

std::optional<RangeShape> range_shape(const App& app, const XrayGeometry& geometry) {
  auto range = shown_range(app);
  if (!range) return std::nullopt;
  const geometry::CanonicalPlacement& placement = app.engine.body()->surface->placement;
  const scan_range::Box box = range->box;
  const auto at = [&](double x, double z) { return geometry.to_pane(placement.to_pixel({x, 0, z})); };
  RangeShape shape{*std::move(range), {}, {}, {}, {}};
  shape.box = QPolygonF{{at(box.right_mm, box.top_mm), at(box.left_mm, box.top_mm),
                         at(box.left_mm, box.bottom_mm), at(box.right_mm, box.bottom_mm)}};
  shape.lines = {QLineF(shape.box[0], shape.box[1]), QLineF(shape.box[3], shape.box[2]),
                 QLineF(shape.box[0], shape.box[3]), QLineF(shape.box[1], shape.box[2])};
  shape.tag_text =
      translated("%1, %2 mm").arg(region_label(shape.range.plan.region), number_text(box.length_mm(), 0));
  shape.tag = tag_place(shape, shape.tag_text, geometry.pane());
  return shape;
}

std::optional<int> marker_at_height(const App& app, double z_mm, double reach_mm) {
  const auto& result = app.engine.result();
  if (!result) return std::nullopt;
  const auto markers = shown_markers(app.document.session(), *result);
  const geometry::CanonicalPlacement& placement = app.engine.body()->surface->placement;
  std::optional<int> nearest;
  for (int n = 0; n < kMarkerCount; ++n) {
    if (!session::is_shown(app.document.session().view, n)) continue;
    const double away =
        std::abs(placement.to_patient(markers[static_cast<std::size_t>(n)].position, 0).z - z_mm);
    if (away <= reach_mm) reach_mm = away, nearest = n;
  }
  return nearest;
}

}  // namespace skiagraph::ui
