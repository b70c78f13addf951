#include "core/geometry/patient_levels.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/geometry/scan_alignment.h"

namespace skiagraph::geometry {
namespace {

/// A crown widens quickly downwards; a cut through head or neck does not.
void check_crown(const BodySections& sections) {
  constexpr double kBelowMm = 20, kWidest = 0.55;
  const auto area = [&](double z) {
    const auto& regions = sections.regions(std::max(0, static_cast<int>(sections.level(z))));
    return regions.empty() ? 0 : regions.front().area;
  };
  const double top = sections.z(BodySections::kLevels - 1);
  if (area(top) > kWidest * area(top - kBelowMm))
    throw InputError("body.cut_off", "The body is cut off above the neck.");
}

/// Below the crotch a ray through the midline meets the thighs' inner sides at most.
void check_legs(const BodySections& sections, const BodyLevels& levels) {
  const auto depth = [&](double z) {
    const int level = std::clamp(static_cast<int>(sections.level(z)), 0, BodySections::kLevels - 1);
    return sections.depth_at(level, levels.symphysis.x);
  };
  constexpr int kSteps = 20;
  constexpr double kThighs = 0.35;  // torso lengths below the symphysis
  const double torso = levels.neck.z - levels.symphysis.z, whole = depth(levels.symphysis.z);
  double least = whole;
  for (int step = 0; step <= kSteps; ++step)
    least = std::min(least, depth(levels.symphysis.z - kThighs * torso * step / kSteps));
  if (least > 0.6 * whole) throw InputError("body.cut_off", "The body is cut off above the thighs.");
}

}  // namespace

BodyLevels find_patient_levels(const TriangleMesh& skin) {
  AlignmentOverrides known;
  known.unit_mm = 1;
  known.axes = ScanAxes{"+z", "-y"};
  const AlignedScan aligned = align_scan(skin, known);
  const Transform from_aligned = aligned.to_patient.inverse();
  const BodyLevels levels{from_aligned(aligned.neck), from_aligned(aligned.symphysis)};
  const BodySections sections(skin);
  check_crown(sections);
  check_legs(sections, levels);
  return levels;
}

}  // namespace skiagraph::geometry
