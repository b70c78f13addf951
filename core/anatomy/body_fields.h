#pragma once

#include "core/anatomy/base_anatomy.h"

namespace skiagraph {

/// The steps of build_base_anatomy. All take a volume with nearly cubic voxels.

/// Attenuation and skin of torso and arms. The arms own a little of the shoulder too, so that no seam opens.
std::array<BodyPart, kBodyPartCount> split_body(const LabelVolume& volume, const OrganTable& organs,
                                                double midline_x, const std::array<Vec3, 2>& shoulder_joints);

FatLayer measure_fat(const LabelVolume& volume, const OrganTable& organs, double midline_x, double neck_z,
                     double symphysis_z);

SampledField inside_field(const LabelVolume& volume, const OrganTable& organs);
SampledField cavity_field(const LabelVolume& volume, const OrganTable& organs);

}  // namespace skiagraph
