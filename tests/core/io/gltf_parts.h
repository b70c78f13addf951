#pragma once

#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::testing {

/// A glTF file that is put together part by part; written with one buffer beside it.
struct GltfParts {
  static constexpr int kByte = 5120, kUnsignedByte = 5121, kShort = 5122, kUnsignedShort = 5123,
                       kUnsignedInt = 5125, kFloat = 5126;

  nlohmann::json content{{"asset", {{"version", "2.0"}}}};
  std::string buffer;

  template <class Number>
  int add_view(const std::vector<Number>& numbers) {
    content["bufferViews"].push_back(
        {{"buffer", 0}, {"byteOffset", buffer.size()}, {"byteLength", numbers.size() * sizeof(Number)}});
    buffer.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number));
    buffer.resize((buffer.size() + 3) / 4 * 4);
    return static_cast<int>(content["bufferViews"].size()) - 1;
  }
  template <class Number>
  int add_accessor(const std::vector<Number>& numbers, int type, const char* kind, std::size_t count) {
    content["accessors"].push_back(
        {{"bufferView", add_view(numbers)}, {"componentType", type}, {"type", kind}, {"count", count}});
    return static_cast<int>(content["accessors"].size()) - 1;
  }
};

/// A mesh with 32-bit numbers, shown by node 0 of the only scene: accessor 0 has its vertices, accessor 1 its
/// corners.
GltfParts gltf_of(const geometry::TriangleMesh& mesh);

/// Writes it, reads it and gives what comes.
geometry::TriangleMesh read(GltfParts parts);
/// The code of the error that reading it throws; "none" without one.
std::string code_of(GltfParts parts);

}  // namespace skiagraph::testing
