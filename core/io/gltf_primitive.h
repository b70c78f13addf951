#pragma once

#include <cstdint>
#include <vector>

#include "core/io/gltf_accessor.h"

namespace skiagraph::io {

/// Which joints move a vertex, and how much: one attribute of each for every four joints.
struct GltfWeights {
  GltfNumbers joints, weights;
};

/// A part of a glTF mesh, its numbers read but neither morphed nor placed. Private to core/io.
struct GltfPrimitive {
  enum Mode : std::uint64_t { kPoints = 0, kTriangles = 4, kStrip = 5, kFan = 6 };  // those that count here

  std::uint64_t mode = kTriangles;
  GltfNumbers positions;
  std::vector<GltfNumbers> shifts;  ///< of the morph targets; empty ones where a target moves nothing
  std::vector<GltfWeights> weights;
  std::uint64_t corner_count = 0;

  /// The vertex at a corner, in the order of the mode; kNoVertex of SurfaceBuilder when it does not exist.
  [[nodiscard]] std::uint32_t corner(std::uint64_t n) const;

  GltfNumbers indices;  ///< of the corners; empty when vertices are corners in their own order
  std::vector<std::uint32_t> draco_corners;  ///< instead of them
};

GltfPrimitive read_primitive(GltfDocument& document, GltfAccessors& accessors,
                             const nlohmann::json& primitive);

/// How many vertices and corners a primitive says that it has, before they are read.
struct GltfCounts {
  std::uint64_t vertices = 0, corners = 0;
};
GltfCounts counts_of(const GltfDocument& document, const nlohmann::json& primitive);

}  // namespace skiagraph::io
