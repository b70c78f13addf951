#include "core/inference/range_heights.h"

namespace skiagraph::inference {

scan_range::Heights range_heights(const MarkerEstimates& markers,
                                  const geometry::CanonicalPlacement& placement, const scan_range::Plan& plan,
                                  const scan_range::MarginShares& shares) {
  const double share = shares[static_cast<std::size_t>(plan.region)];
  scan_range::Heights heights;
  for (std::size_t n = 0; n < markers.size(); ++n)
    heights[n] = scan_range::Height{placement.to_patient(markers[n].position, 0).z,
                                    plan.margin_mm.value_or(share * margin_mm(markers[n]))};
  return heights;
}

scan_range::Proposal proposed_range(const scan_range::Plan& plan, const MarkerEstimates& markers,
                                    const scan_range::MarginShares& shares,
                                    const geometry::SurfaceImage& surface, double head_top_mm) {
  return scan_range::propose(plan.region, range_heights(markers, surface.placement, plan, shares),
                             head_top_mm, surface);
}

}  // namespace skiagraph::inference
