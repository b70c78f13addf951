#include "core/geometry/canonical_frame.h"

#include <cmath>

#include "core/base/error.h"

namespace skiagraph::geometry {
namespace {

constexpr double kShortestTorsoMm = 100;

}  // namespace

// Pixels have their centres at whole numbers, so the picture begins at -0.5 in both frames.
CanonicalFrame refined(const CanonicalFrame& frame, int factor) {
  const auto place = [&](double coarse) { return (coarse + 0.5) * factor - 0.5; };
  return {frame.rows * factor, frame.columns * factor, place(frame.neck_row), place(frame.symphysis_row),
          place(frame.centre_column)};
}

CanonicalPlacement::CanonicalPlacement(CanonicalFrame frame, Vec3 neck, Vec3 symphysis)
    : frame_(frame), neck_x_(neck.x), neck_z_(neck.z) {
  const double dx = symphysis.x - neck.x;
  const double dz = symphysis.z - neck.z;
  const double torso = std::hypot(dx, dz);
  // Written so that a NaN fails too.
  if (!(torso >= kShortestTorsoMm) || !std::isfinite(torso)) {
    throw InputError("levels.too_close",
                     "Neck and pubic symphysis must be at least {} mm apart; give both levels by hand.",
                     kShortestTorsoMm);
  }
  mm_per_px_ = torso / (frame.symphysis_row - frame.neck_row);
  down_x_ = dx / torso;
  down_z_ = dz / torso;
}

double CanonicalPlacement::torso_mm() const {
  return mm_per_px_ * (frame_.symphysis_row - frame_.neck_row);
}

double CanonicalPlacement::mm_per_px() const {
  return mm_per_px_;
}

// Columns run along (-down_z, down_x): the patient's left when the body is upright.
Pixel CanonicalPlacement::to_pixel(Vec3 patient) const {
  const double dx = patient.x - neck_x_;
  const double dz = patient.z - neck_z_;
  return {frame_.neck_row + (dx * down_x_ + dz * down_z_) / mm_per_px_,
          frame_.centre_column + (dz * down_x_ - dx * down_z_) / mm_per_px_};
}

Vec3 CanonicalPlacement::to_patient(Pixel pixel, double y_mm) const {
  const double along = (pixel.row - frame_.neck_row) * mm_per_px_;
  const double across = (pixel.column - frame_.centre_column) * mm_per_px_;
  return {neck_x_ + along * down_x_ - across * down_z_, y_mm, neck_z_ + along * down_z_ + across * down_x_};
}

}  // namespace skiagraph::geometry
