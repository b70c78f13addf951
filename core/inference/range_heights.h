#pragma once

#include "core/inference/predictor.h"
#include "core/scan_range/plan.h"

namespace skiagraph::inference {

/// The heights of a prediction's markers, each with the margin that a scan range leaves beyond it: the
/// plan's, or that share of the marker's 95 % margin with which both ends of the region hold the true ones in
/// 95 of 100 people.
scan_range::Heights range_heights(const MarkerEstimates& markers,
                                  const geometry::CanonicalPlacement& placement, const scan_range::Plan& plan,
                                  const scan_range::MarginShares& shares);

/// What is proposed for a finished prediction. head_top_mm: see scan_range::head_top.
scan_range::Proposal proposed_range(const scan_range::Plan& plan, const MarkerEstimates& markers,
                                    const scan_range::MarginShares& shares,
                                    const geometry::SurfaceImage& surface, double head_top_mm);

}  // namespace skiagraph::inference
