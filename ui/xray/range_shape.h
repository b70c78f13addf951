#pragma once

#include <QLineF>
#include <QPolygonF>
#include <QRectF>
#include <array>
#include <optional>

#include "ui/app/range_edits.h"
#include "ui/xray/xray_geometry.h"

namespace skiagraph::ui {

/// Where a scan range is in the X-ray's pane, for who draws it and who grabs it.
struct RangeShape {
  ShownRange range;
  QPolygonF box;                ///< top right of the patient, top left, bottom left, bottom right
  std::array<QLineF, 4> lines;  ///< by Line
  QString tag_text;             ///< region and length
  QRectF tag;                   ///< the handle of the whole box, inside its upper corner

  [[nodiscard]] const QLineF& line(scan_range::Line which) const {
    return lines[static_cast<std::size_t>(which)];
  }
};

/// Nothing when no range is to be shown.
std::optional<RangeShape> range_shape(const App& app, const XrayGeometry& geometry);

QFont range_font();

/// The marker at whose height an end lies, as when it snapped there; nothing for none.
std::optional<int> marker_at_height(const App& app, double z_mm, double reach_mm);

}  // namespace skiagraph::ui
