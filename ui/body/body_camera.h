#pragma once

#include <QMatrix4x4>
#include <QPointF>
#include <QSizeF>
#include <optional>

#include "core/session/session.h"

namespace skiagraph::ui {

/// What the camera looks at: a box in the patient frame, mm.
struct BodyBox {
  Vec3 low, high;
};

/// The camera's arithmetic. A head stays above the feet: cameras turn round the body's height and tilt
/// between the views from above and from below. `aspect`: width of the picture over its height.
inline constexpr double kViewDegrees = 30;  ///< from the picture's lower to its upper edge

/// False when nothing could be seen through it, as with one of a damaged session.
bool usable(const session::BodyCamera& camera);
/// Looks at the whole box from one side, as large as the picture allows.
session::BodyCamera standard_camera(session::BodySide side, const BodyBox& box, double aspect);
/// Turned round the body (positive: its front goes to the right) and tilted (positive: more from above).
session::BodyCamera turned(const session::BodyCamera& camera, double round_degrees, double tilt_degrees);
/// Moved so that what it looks at moves by `by` in the picture, in heights of the picture; y downwards.
session::BodyCamera panned(const session::BodyCamera& camera, QPointF by);
/// Above 1 the body gets larger.
session::BodyCamera zoomed(const session::BodyCamera& camera, double factor);
/// From a place to where it is drawn: x to the right and y up, both from -1 to 1.
QMatrix4x4 picture_matrix(const session::BodyCamera& camera, double aspect);

/// Places in the pane.
class BodyProjection {
 public:
  BodyProjection(const session::BodyCamera& camera, QSizeF pane)
      : pane_(pane), eye_(camera.position), matrix_(picture_matrix(camera, pane.width() / pane.height())) {}

  /// Nothing for what is behind the camera.
  [[nodiscard]] std::optional<QPointF> to_pane(Vec3 place) const;
  [[nodiscard]] QSizeF pane() const { return pane_; }
  [[nodiscard]] Vec3 eye() const { return eye_; }

 private:
  QSizeF pane_;
  Vec3 eye_;
  QMatrix4x4 matrix_;
};

}  // namespace skiagraph::ui
