#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <vector>

namespace skiagraph::ui {

/// A name that wants to stand beside a dot.
struct Label {
  QPointF dot;
  QSizeF size;
  bool left = false;  ///< the side of the dot where it would rather be
};

struct LabelPlace {
  QRectF box;
  bool needs_leader = false;  ///< too far from its dot to be read without a line to it
};

/// Of the box, the point that is nearest to this one.
QPointF nearest_point(const QRectF& box, QPointF to);

/// Places for the labels, in their order, within `area`: beside their dots where there is room, else near
/// them, without covering a dot or each other. Where there is no room at all the one place that covers least.
/// The same labels always get the same places. `scale`: how much larger than usual the dots are.
std::vector<LabelPlace> place_labels(const std::vector<Label>& labels, const QRectF& area, double scale = 1);

}  // namespace skiagraph::ui
