#pragma once

#include <torch/types.h>

#include <array>

#include "core/anatomy/base_anatomy.h"
#include "core/anatomy/habitus.h"
#include "core/anatomy/interior.h"
#include "core/geometry/surface_image.h"

namespace skiagraph {

/// Landmarks of one person in the patient frame, mm, in the order of marker_table().
using LandmarkPositions = std::array<Vec3, kLandmarkCount>;

/// A person made from a base anatomy: the skin from the habitus, what lies inside from both.
class VirtualPatient {
 public:
  VirtualPatient(const BaseAnatomy& base, const HabitusParameters& habitus,
                 const InteriorParameters& interior);

  [[nodiscard]] LandmarkPositions landmarks() const;
  /// Fixed by the habitus alone, so that every interior under one skin has the same frame.
  [[nodiscard]] CanonicalPlacement placement(const CanonicalFrame& frame) const;
  /// Torso and arms, patient frame, mm.
  [[nodiscard]] std::array<TriangleMesh, kBodyPartCount> skin() const;
  /// (H, W) in [0, 1].
  [[nodiscard]] torch::Tensor xray(const CanonicalPlacement& placement,
                                   const std::array<TriangleMesh, kBodyPartCount>& skin) const;

 private:
  [[nodiscard]] torch::Tensor torso_to_base(const torch::Tensor& points) const;
  [[nodiscard]] torch::Tensor moved(const std::vector<Vec3>& points, BodyPartId part,
                                    bool with_interior) const;

  const BaseAnatomy& base_;
  Habitus habitus_;
  Interior interior_;
};

/// 1 x 2 x H x W as the networks take it, from the surface image.
torch::Tensor surface_tensor(const SurfaceImage& surface);

}  // namespace skiagraph
