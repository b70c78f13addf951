#pragma once

namespace skiagraph::networks {

/// The Gaussian of a marker in its heat map: peak 1 at the marker, cut beyond the radius.
inline constexpr double kHeatMapSigmaPx = 1.0, kHeatMapRadiusPx = 5.0;

/// How a heat map is read (heat_maps.h): radius and sigma of the Gaussian window of mean shift, the number of
/// its iterations (on broad maps each goes only part of the way), and the least height of a peak.
inline constexpr int kShiftWindowRadiusPx = 10, kShifts = 20;
inline constexpr double kShiftWindowSigmaPx = 4, kLeastPeak = 1e-3;

}  // namespace skiagraph::networks
