#pragma once

#include "core/anatomy/base/base_anatomy.h"

namespace skiagraph::anatomy {

/// The steps of build_base_anatomy. All take a volume with nearly cubic voxels.

/// Attenuation, skin and mass of torso and arms. The arms show a little of the shoulder too, so that no seam
/// opens.
std::array<BodyPart, kBodyPartCount> split_body(const bodies::LabelVolume& volume, const OrganTable& organs,
                                                double midline_x, double neck_z, double symphysis_z,
                                                const std::array<Vec3, 2>& shoulder_joints);

FatLayer measure_fat(const bodies::LabelVolume& volume, const OrganTable& organs, double midline_x,
                     double neck_z, double symphysis_z);

InteriorMobility interior_mobility(const bodies::LabelVolume& volume, const OrganTable& organs,
                                   double symphysis_z, double armpit_z);

LegAxes leg_axes(const bodies::LabelVolume& volume, const OrganTable& organs, double midline_x,
                 double symphysis_z);

}  // namespace skiagraph::anatomy
