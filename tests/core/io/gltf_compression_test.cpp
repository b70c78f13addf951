#include <meshoptimizer.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/core/io/gltf_parts.h"
#include "tests/core/io/surface_shape.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::testing;
using nlohmann::json;

namespace {

std::vector<std::uint8_t> packed_places(const std::vector<float>& places) {
  const std::size_t count = places.size() / 3, bytes = 3 * sizeof(float);
  std::vector<std::uint8_t> packed(meshopt_encodeVertexBufferBound(count, bytes));
  packed.resize(meshopt_encodeVertexBuffer(packed.data(), packed.size(), places.data(), count, bytes));
  return packed;
}

/// The tetrahedron with its vertices and corners packed; the view's own buffer is empty, as the extension
/// allows.
GltfParts packed_tetrahedron(bool as_sequence) {
  std::vector<float> places;
  for (const Vec3& p : tetrahedron().vertices)
    for (const double value : {p.x, p.y, p.z}) places.push_back(static_cast<float>(value));
  std::vector<std::uint32_t> corners;
  for (const auto& triangle : tetrahedron().triangles)
    corners.insert(corners.end(), triangle.begin(), triangle.end());
  std::vector<std::uint8_t> packed(as_sequence ? meshopt_encodeIndexSequenceBound(corners.size(), 4)
                                               : meshopt_encodeIndexBufferBound(corners.size(), 4));
  packed.resize(
      as_sequence ? meshopt_encodeIndexSequence(packed.data(), packed.size(), corners.data(), corners.size())
                  : meshopt_encodeIndexBuffer(packed.data(), packed.size(), corners.data(), corners.size()));
  GltfParts parts = gltf_of(tetrahedron());
  const auto pack = [&](int view, const std::vector<std::uint8_t>& bytes, std::size_t count,
                        std::size_t stride, const char* mode) {
    const int from = parts.add_view(bytes);
    const json source = parts.content["bufferViews"][from];
    parts.content["bufferViews"].erase(from);
    parts.content["bufferViews"][view] = {{"buffer", 1},
                                          {"byteLength", count * stride},
                                          {"extensions",
                                           {{"EXT_meshopt_compression",
                                             {{"buffer", 0},
                                              {"byteOffset", source["byteOffset"]},
                                              {"byteLength", source["byteLength"]},
                                              {"byteStride", stride},
                                              {"count", count},
                                              {"mode", mode}}}}}};
  };
  pack(0, packed_places(places), 4, 12, "ATTRIBUTES");
  pack(1, packed, corners.size(), 4, as_sequence ? "INDICES" : "TRIANGLES");
  parts.content["extensionsRequired"] = {"EXT_meshopt_compression"};
  parts.content["buffers"] = {
      {{"byteLength", parts.buffer.size()}, {"uri", "body.bin"}},
      {{"byteLength", 96}, {"extensions", {{"EXT_meshopt_compression", {{"fallback", true}}}}}}};
  return parts;
}

}  // namespace

TEST_CASE("Parts of a glTF that meshoptimizer packed are unpacked") {
  CHECK(shape(read(packed_tetrahedron(false))) == shape(tetrahedron()));
  CHECK(shape(read(packed_tetrahedron(true))) == shape(tetrahedron()));
}

TEST_CASE("Packed parts of a glTF that make no sense are refused") {
  const auto changed = [](int view, const char* name, const json& value) {
    GltfParts parts = packed_tetrahedron(false);
    parts.content["bufferViews"][view]["extensions"]["EXT_meshopt_compression"][name] = value;
    return code_of(parts);
  };
  for (const json& count : {json(5), json(11), json(1'000'000), json(4'000'000'000'000)}) {
    CAPTURE(count);
    CHECK(changed(0, "count", count) == "surface.damaged");
    CHECK(changed(1, "count", count) == "surface.damaged");
  }
  for (const json& stride : {json(0), json(3), json(7), json(260), json(1'000'000)}) {
    CAPTURE(stride);
    CHECK(changed(0, "byteStride", stride) == "surface.damaged");
    CHECK(changed(1, "byteStride", stride) == "surface.damaged");
  }
  CHECK(changed(0, "byteLength", 3) == "surface.damaged");
  CHECK(changed(0, "mode", "TRIANGLES") == "surface.damaged");
  CHECK(changed(0, "mode", "OTHER") == "surface.damaged");
  CHECK(changed(0, "filter", "QUATERNION") == "surface.damaged");
}
