#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/anatomy/base/fat_layer.h"
#include "core/anatomy/base/landmarks.h"
#include "core/anatomy/base/sampled_field.h"
#include "core/anatomy/base/tissue.h"
#include "core/bodies/label_volume.h"
#include "core/bodies/sex.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph::anatomy {

/// Torso (with head and legs) and arms are separate parts, so that an arm can be raised without tearing the
/// flank.
enum BodyPartId { kTorso, kRightArm, kLeftArm, kBodyPartCount };

/// Tissues whose density or texture differs from person to person, and organs in which implants are placed.
enum VariedTissue {
  kLungRight,
  kLungLeft,
  kKidneyRight,
  kKidneyLeft,
  kCorticalBone,
  kTrabecularBone,
  kBowelContents,
  kStomachContents,
  kHeart,
  kSpine,  ///< thoracic and lumbar
  kVariedTissueCount
};

/// A cell of the body with its mass, to compute the mass of a deformed body.
struct MassCell {
  Vec3 centre;  ///< mm
  double kg = 0;
};

struct BodyPart {
  SampledField attenuation;  ///< 1/mm
  /// Voxels of each varied tissue, as indices into attenuation.values.
  std::array<std::vector<std::uint32_t>, kVariedTissueCount> voxels;
  geometry::TriangleMesh skin;  ///< closed, patient frame
  std::vector<MassCell> mass;
};

/// How far tissue follows a motion of the interior, 0 to 1: not at the skin and outside.
struct InteriorMobility {
  GridGeometry grid;
  std::vector<float> any;      ///< 1 deeper than about 22 mm, 0 at the skin
  std::vector<float> viscera;  ///< also 0 in the wall of chest and belly: what breathing moves
};

/// Middle of each leg's cross-section.
struct LegAxes {
  double top_z = 0, step_mm = 10;            ///< first entry, downwards; constant beyond the ends
  std::array<std::vector<Vec3>, 2> centres;  ///< right, left

  [[nodiscard]] Vec3 at(bool left, double z) const;
};

/// Organs whose sizes are measured, by a subset of their voxel centres.
enum MeasuredOrgan {
  kRightLungPoints,
  kLeftLungPoints,
  kRightKidneyPoints,
  kLeftKidneyPoints,
  kLiverPoints,
  kMeasuredOrganCount
};

/// One real or procedural person, prepared for deformation. Everything in the base's own patient frame, mm.
struct BaseAnatomy {
  std::string name;
  bodies::Sex sex = bodies::Sex::kMale;
  std::array<BodyPart, kBodyPartCount> parts;
  LandmarkRules landmarks;
  std::array<std::vector<Vec3>, kMeasuredOrganCount> organs;
  double midline_x = 0, neck_z = 0, symphysis_z = 0;
  double crown_z = 0, sole_z = 0;
  std::array<Vec3, 2> shoulder_joints;  ///< centres of the humeral heads: right, left
  FatLayer fat;
  LegAxes legs;
  InteriorMobility mobility;

  [[nodiscard]] Vec3 landmark(Marker marker) const {
    return landmark_position(landmarks[static_cast<std::size_t>(marker)]);
  }
};

/// Interpolates between the slices until voxels are about as high as wide, finds sex, landmarks, parts, fat
/// and skins. Throws InputError when an organ that a landmark needs is missing.
BaseAnatomy build_base_anatomy(std::string name, const bodies::LabelVolume& labels, const OrganTable& organs);

}  // namespace skiagraph::anatomy
