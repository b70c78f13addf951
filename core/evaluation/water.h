#pragma once

#include <torch/types.h>

#include <array>
#include <string_view>

#include "core/geometry/surface_image.h"

namespace skiagraph::evaluation {

/// Parts of the trunk, by the levels that fix the frame.
inline constexpr std::array<std::string_view, 3> kTrunkParts{"chest", "abdomen", "pelvis"};

/// Mean absolute errors inside the body in each part of the trunk.
struct PartErrors {
  std::array<double, kTrunkParts.size()> predicted{};
  /// Of a body of plain water with the same surface: who does not beat it has nothing to say about the
  /// inside.
  std::array<double, kTrunkParts.size()> water{};
};

/// predicted, truth: (H, W) X-rays of the surface's frame.
PartErrors part_errors(const torch::Tensor& predicted, const torch::Tensor& truth,
                       const geometry::SurfaceImage& surface);

}  // namespace skiagraph::evaluation
