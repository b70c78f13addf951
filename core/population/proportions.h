#pragma once

#include <array>
#include <span>

#include "core/anatomy/base/base_anatomy.h"
#include "core/anatomy/patient/habitus.h"
#include "core/anatomy/patient/interior.h"
#include "core/base/random.h"
#include "core/geometry/canonical_frame.h"

namespace skiagraph::population {

/// Heights of the landmarks as shares of the way from the pubic symphysis (0) to the neck (1).
using LandmarkHeights = std::array<double, kLandmarkCount>;

/// Mean over all people that are known: the bases, and seven people whose distances were read in CT.
LandmarkHeights mean_heights(std::span<const anatomy::BaseAnatomy> bases);

/// Draws where the landmarks of one person lie: about the mean of all people and not about where this base
/// has them, with the spread that a skin leaves open. Neck and symphysis lie about the levels that are found
/// on the skin, because that is all that is known of a stranger's; shoulders and sternal notch about the
/// place to which the skin carries them. Returns what lifts the base's landmarks to those heights.
anatomy::LandmarkShifts draw_heights(const anatomy::BaseAnatomy& base, const anatomy::Habitus& habitus,
                                     const geometry::CanonicalPlacement& found, const LandmarkHeights& mean,
                                     RandomStream& random);

}  // namespace skiagraph::population
