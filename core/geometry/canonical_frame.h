#pragma once

#include "core/base/vector.h"

namespace skiagraph::geometry {

/// The image that every network works on: its size, and the places of the two levels, found on the surface,
/// that fix scale and position. The frame is stored with the weights; no code assumes this size.
struct CanonicalFrame {
  int rows = 256;
  int columns = 192;
  double neck_row = 60;
  double symphysis_row = 204;
  double centre_column = 96;

  friend bool operator==(const CanonicalFrame&, const CanonicalFrame&) = default;
};

/// The frame of the same area with `factor` x `factor` pixels in place of each.
CanonicalFrame refined(const CanonicalFrame& frame, int factor);

/// One person in the canonical frame: the similarity of the frontal (x, z) plane that puts the levels of neck
/// and pubic symphysis at their rows on the centre column. Depth (y) is untouched by it.
class CanonicalPlacement {
 public:
  /// neck, symphysis: patient frame, mm; only x and z matter.
  /// Throws InputError when the two are closer than 100 mm or not finite.
  CanonicalPlacement(CanonicalFrame frame, Vec3 neck, Vec3 symphysis);

  [[nodiscard]] const CanonicalFrame& frame() const { return frame_; }
  /// Neck to symphysis in the frontal plane.
  [[nodiscard]] double torso_mm() const;
  [[nodiscard]] double mm_per_px() const;
  [[nodiscard]] Pixel to_pixel(Vec3 patient) const;
  /// The point on the ray of `pixel` at depth `y_mm`.
  [[nodiscard]] Vec3 to_patient(Pixel pixel, double y_mm) const;

 private:
  CanonicalFrame frame_;
  double neck_x_, neck_z_;
  double mm_per_px_;
  double down_x_, down_z_;  // unit vector from neck to symphysis in the frontal plane
};

}  // namespace skiagraph::geometry
