#include "core/geometry/scan_alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/geometry/body_axes.h"
#include "core/geometry/body_front.h"
#include "core/geometry/body_levels.h"
#include "core/geometry/principal_axes.h"

namespace skiagraph::geometry {
namespace {

constexpr std::array<double, 5> kUnitsMm{1, 10, 25.4, 100, 1000};
/// Neck to symphysis of a person, from a child of about one metre to the tallest. Narrower than the ratio of
/// any two units, so at most one unit fits.
constexpr double kShortestTorsoMm = 330, kLongestTorsoMm = 760;
/// Thinner than this share of its length, a surface is a sheet.
constexpr double kThinnest = 0.02;

struct Extent {
  double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();
  void add(double value) { low = std::min(low, value), high = std::max(high, value); }
  [[nodiscard]] double size() const { return high - low; }
};

Extent extent(const TriangleMesh& mesh, Vec3 direction) {
  Extent result;
  for (const Vec3& p : mesh.vertices) result.add(dot(p, direction));
  return result;
}

void check(const TriangleMesh& mesh) {
  if (mesh.triangles.empty() || mesh.vertices.empty())
    throw InputError("surface.empty", "The surface has no triangles.");
  for (const Vec3& p : mesh.vertices) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y) || !std::isfinite(p.z)) {
      throw InputError("surface.not_finite",
                       "The surface has coordinates that are not numbers (NaN or infinite).");
    }
  }
  for (const auto& triangle : mesh.triangles) {
    for (const std::uint32_t corner : triangle) {
      if (corner >= mesh.vertices.size())
        throw InputError("surface.damaged", "The surface has a triangle whose corner does not exist.");
    }
  }
}

void check_solid(const TriangleMesh& mesh) {
  const auto axes = principal_axes(mesh);
  const double length = extent(mesh, axes[0]).size();
  if (!(length > 0) || extent(mesh, axes[2]).size() < kThinnest * length) {
    throw InputError("surface.flat", "The surface is a flat sheet, not a body.");
  }
}

double find_unit(double torso, double height, std::optional<double> given) {
  if (given) {
    if (!(*given > 0) || !(torso * *given >= kShortestTorsoMm / 2) ||
        !(torso * *given <= kLongestTorsoMm * 2)) {
      throw InputError(
          "unit.wrong",
          "With this unit the body would be {} m tall, which no person is; give another unit or none.",
          height * *given / 1000);
    }
    return *given;
  }
  for (const double unit : kUnitsMm) {
    if (torso * unit >= kShortestTorsoMm && torso * unit <= kLongestTorsoMm) return unit;
  }
  throw InputError(
      "unit.none_fits",
      "The body is {} units tall, which is no person in mm, cm, dm, m or inch; scale the surface to its true "
      "size, or give its unit.",
      height);
}

/// Rows of the rotation, then the translation.
Transform transform_to(const BodyAxes& axes, Vec3 shift) {
  return {{{{axes.left.x, axes.left.y, axes.left.z, shift.x},
            {axes.back.x, axes.back.y, axes.back.z, shift.y},
            {axes.up.x, axes.up.y, axes.up.z, shift.z},
            {0, 0, 0, 1}}}};
}

/// The vertical axis of surface files is y or z; a body along neither of them was lying.
bool is_lying(Vec3 up) {
  return std::max(up.y, up.z) < 0.7;
}

void apply_levels(AlignedScan& scan, const AlignmentOverrides& overrides) {
  const Extent height = extent(scan.mesh, {0, 0, 1});
  const auto set = [&](Vec3& marker, std::optional<double> level, const char* outside) {
    if (!level) return;
    if (!(*level > height.low && *level < height.high))
      throw InputError("levels.outside", outside, *level, height.high);
    marker.z = *level;
  };
  set(scan.neck, overrides.neck_level_mm,
      "The neck level of {} mm lies outside the body, which ends at {} mm.");
  set(scan.symphysis, overrides.symphysis_level_mm,
      "The symphysis level of {} mm lies outside the body, which ends at {} mm.");
  constexpr double kLeastMm = 100;
  if (scan.neck.z - scan.symphysis.z < kLeastMm)
    throw InputError("levels.too_close", "The neck level must lie at least {} mm above the symphysis level.",
                     kLeastMm);
}

}  // namespace

AlignedScan align_scan(const TriangleMesh& file_mesh, const AlignmentOverrides& overrides) {
  check(file_mesh);
  check_solid(file_mesh);
  const ScanAxes given = overrides.axes.value_or(ScanAxes{});
  BodyAxes axes = find_body_axes(file_mesh, given);

  AlignedScan scan;
  scan.mesh = rotated(file_mesh, axes);
  BodySections sections(scan.mesh);
  BodyLevels levels = find_body_levels(sections);
  if (given.front.empty() && !looks_to_low_y(sections, levels)) {
    axes = turned(axes);
    scan.mesh = rotated(file_mesh, axes);
    levels = find_body_levels(BodySections(scan.mesh));
  }
  const Extent height = extent(scan.mesh, {0, 0, 1});
  scan.unit_mm = find_unit(levels.neck.z - levels.symphysis.z, height.size(), overrides.unit_mm);

  const Vec3 shift =
      Vec3{-(levels.neck.x + levels.symphysis.x) / 2, -levels.symphysis.y, -height.low} * scan.unit_mm;
  scan.to_patient = transform_to(axes, shift);
  for (Vec3& p : scan.mesh.vertices) p = p * scan.unit_mm + shift;
  scan.neck = levels.neck * scan.unit_mm + shift;
  scan.symphysis = levels.symphysis * scan.unit_mm + shift;
  scan.lying = is_lying(axes.up);
  apply_levels(scan, overrides);
  return scan;
}

}  // namespace skiagraph::geometry
