#pragma once

#include <memory>

namespace skiagraph::bodies {

enum class BodyRegion { kHead, kTrunk, kArms, kLegs };

/// One horizontal slice of the body that the built-in person and the procedural phantom share: an adult of
/// 1750 mm, upright on z 0, arms held slightly away, the same on both sides of x 0. Patient frame, mm.
class BodySlice {
 public:
  /// z: height above the soles.
  explicit BodySlice(double z, bool breasts = false);
  ~BodySlice();

  /// About the distance to the skin, positive inside.
  [[nodiscard]] double depth(double x, double y) const;
  /// Which part of the body is nearest. The shoulder counts as trunk.
  [[nodiscard]] BodyRegion region(double x, double y) const;

 private:
  struct Parts;
  double z_;
  std::unique_ptr<const Parts> parts_;  ///< the solids that reach into the slice
};

}  // namespace skiagraph::bodies
