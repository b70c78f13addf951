#pragma once

#include <torch/types.h>

#include <array>
#include <string>

#include "core/anatomy/label_volume.h"
#include "core/anatomy/landmarks.h"
#include "core/anatomy/tissue.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph {

/// Values on a regular grid of the patient frame that can be looked up anywhere.
struct SampledField {
  torch::Tensor values;  ///< (D, H, W) float32 along z, y, x
  Vec3 origin_mm, spacing_mm;

  /// points (..., 3) mm -> (...): trilinear; outside the grid 0.
  [[nodiscard]] torch::Tensor at(const torch::Tensor& points) const;
};

/// Torso (with head and legs) and arms are kept apart, so that an arm can be raised without tearing the
/// flank.
enum BodyPartId { kTorso, kRightArm, kLeftArm, kBodyPartCount };

struct BodyPart {
  SampledField attenuation;  ///< 1/mm, slightly smoothed: a picture's pixel is wider than a voxel
  TriangleMesh skin;         ///< closed, patient frame
};

/// The fat of the torso seen from the body axis: where it begins and where the skin lies, by level and
/// direction. Level u is 0 at the pubic symphysis and 1 at the neck; direction is atan2(y, x) of the patient
/// frame.
struct FatLayer {
  static constexpr double kLowestLevel = -0.6, kHighestLevel = 1.2;
  static constexpr int kLevels = 96, kDirections = 72;
  static constexpr double kLeastThicknessMm = 4;  ///< skin alone; lets the leanest places grow too

  torch::Tensor lean_radius, skin_radius;  ///< (kLevels, kDirections) mm
  torch::Tensor axis_y;                    ///< (kLevels) mm: y of the body axis
};

/// One real or built person in the form that deformations need. Everything in the base's own patient frame,
/// mm.
struct BaseAnatomy {
  std::string name;
  std::array<BodyPart, kBodyPartCount> parts;
  LandmarkRules landmarks;
  double midline_x = 0, neck_z = 0, symphysis_z = 0;
  std::array<Vec3, 2> shoulder_joints;  ///< centres of the humeral heads: right, left
  FatLayer fat;
  SampledField inside;  ///< 0 at the skin and outside, 1 deeper than about 16 mm: where the interior may move
  SampledField cavity;  ///< about 1 in chest and belly, 0 in their wall: what breathing moves

  [[nodiscard]] Vec3 landmark(Marker marker) const {
    return landmark_position(landmarks[static_cast<std::size_t>(marker)]);
  }
};

/// Interpolates between the slices until voxels are about as high as wide, finds landmarks, parts, fat and
/// skins. Throws InputError when an organ that a landmark needs is missing.
BaseAnatomy build_base_anatomy(std::string name, const LabelVolume& labels, const OrganTable& organs);

}  // namespace skiagraph
