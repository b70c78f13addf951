#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/io/mesh_file.h"
#include "tests/core/io/files.h"
#include "tests/core/io/gltf_parts.h"
#include "tests/core/io/surface_shape.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

TriangleMesh shifted(Vec3 by) {
  return moved(tetrahedron(), [by](Vec3 p) { return p + by; });
}

json& primitive(GltfParts& parts) {
  return parts.content["meshes"][0]["primitives"][0];
}

const std::vector<float> kIdentity{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

/// The tetrahedron hangs on two joints, nodes 1 and 2; vertex 3 on the second one alone, the others on the
/// first.
GltfParts skinned() {
  GltfParts parts = gltf_of(tetrahedron());
  std::vector<float> inverse = kIdentity;
  inverse.insert(inverse.end(), kIdentity.begin(), kIdentity.end());
  const std::vector<std::uint8_t> joints{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0};
  const std::vector<float> weights{1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
  primitive(parts)["attributes"]["JOINTS_0"] =
      parts.add_accessor(joints, GltfParts::kUnsignedByte, "VEC4", 4);
  primitive(parts)["attributes"]["WEIGHTS_0"] = parts.add_accessor(weights, GltfParts::kFloat, "VEC4", 4);
  const int matrices = parts.add_accessor(inverse, GltfParts::kFloat, "MAT4", 2);
  parts.content["skins"] = {{{"joints", {1, 2}}, {"inverseBindMatrices", matrices}}};
  parts.content["nodes"] = {{{"mesh", 0}, {"skin", 0}}, {{"children", {2}}}, {{"name", "tip"}}};
  parts.content["scenes"] = {{{"nodes", {0, 1}}}};
  return parts;
}

}  // namespace

TEST_CASE("A glTF says that it counts in metres") {
  const TemporaryFolder folder;
  write_file(folder / "body.gltf", "{\"asset\":{\"version\":\"2.0\"}}");
  CHECK(refusal_of(folder / "body.gltf").code == "surface.empty");
  GltfParts parts = gltf_of(tetrahedron());
  parts.content["buffers"] = {{{"byteLength", parts.buffer.size()}, {"uri", "body.bin"}}};
  write_file(folder / "body.bin", parts.buffer);
  write_file(folder / "body.gltf", parts.content.dump());
  CHECK(io::read_surface(folder / "body.gltf").unit_mm == 1000.0);
}

TEST_CASE("A glTF shows its default scene, else the first, else all that it has") {
  GltfParts parts = gltf_of(tetrahedron());
  parts.content["nodes"] = {{{"mesh", 0}}, {{"mesh", 0}, {"translation", {9, 0, 0}}}};
  parts.content["scenes"] = {{{"nodes", {0}}}, {{"nodes", {1}}}};
  CHECK(shape(read(parts)) == shape(tetrahedron()));
  parts.content["scene"] = 1;
  CHECK(shape(read(parts)) == shape(shifted({9, 0, 0})));
  parts.content.erase("scene");
  parts.content.erase("scenes");
  CHECK(read(parts).triangles.size() == 8);
  parts.content.erase("nodes");
  CHECK(shape(read(parts)) == shape(tetrahedron()));
}

TEST_CASE("Shift, turn and scale of a glTF node come in this order from the outside") {
  GltfParts parts = gltf_of(tetrahedron());
  const double half = std::sqrt(0.5);  // a quarter turn about z
  parts.content["nodes"][0] = {
      {"mesh", 0}, {"translation", {10, 20, 30}}, {"rotation", {0, 0, half, half}}, {"scale", {2, 3, 4}}};
  const TriangleMesh wanted = moved(tetrahedron(), [](Vec3 p) {
    return Vec3{-3 * p.y + 10, 2 * p.x + 20, 4 * p.z + 30};
  });
  CHECK(distance(read(parts), wanted) < 1e-9);
}

TEST_CASE("Far shifts of glTF nodes keep their millimetres") {
  GltfParts parts = gltf_of(tetrahedron());
  parts.content["nodes"][0]["translation"] = {403121.25123, 3604907.50034, 132};
  CHECK(distance(read(parts), shifted({403121.25123, 3604907.50034, 132})) < 1e-6);
}

TEST_CASE("Triangles, strips and fans of a glTF face the same way") {
  const TriangleMesh strip{{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {0, 2, 0}},
                           {{0, 1, 2}, {2, 1, 3}, {2, 3, 4}}};
  GltfParts parts = gltf_of(strip);
  CHECK(read(parts).triangles.size() == 3);
  primitive(parts)["mode"] = 5;
  primitive(parts).erase("indices");
  CHECK(shape(read(parts)) == shape(strip));
  const TriangleMesh fan{{{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}}, {{0, 1, 2}, {0, 2, 3}}};
  parts = gltf_of(fan);
  primitive(parts)["mode"] = 6;
  primitive(parts).erase("indices");
  CHECK(shape(read(parts)) == shape(fan));
  primitive(parts)["mode"] = 0;
  CHECK(code_of(parts) == "surface.points");
}

TEST_CASE("Corners of a glTF may have one, two or four bytes") {
  const std::vector<int> corners{0, 2, 1, 0, 1, 3, 1, 2, 3, 0, 3, 2};
  GltfParts parts = gltf_of(tetrahedron());
  primitive(parts)["indices"] = parts.add_accessor(std::vector<std::uint8_t>(corners.begin(), corners.end()),
                                                   GltfParts::kUnsignedByte, "SCALAR", corners.size());
  CHECK(shape(read(parts)) == shape(tetrahedron()));
  primitive(parts)["indices"] = parts.add_accessor(std::vector<std::uint16_t>(corners.begin(), corners.end()),
                                                   GltfParts::kUnsignedShort, "SCALAR", corners.size());
  CHECK(shape(read(parts)) == shape(tetrahedron()));
}

TEST_CASE("Places of a glTF may be whole numbers that stand for -1 to 1") {
  GltfParts parts = gltf_of(tetrahedron());
  std::vector<std::int16_t> places;
  for (const Vec3& p : tetrahedron().vertices)
    for (const double value : {p.x, p.y, p.z, 0.0})  // filled up to four bytes
      places.push_back(static_cast<std::int16_t>(std::lround(value / 8 * 32767)));
  const int accessor = parts.add_accessor(places, GltfParts::kShort, "VEC3", 4);
  parts.content["accessors"][accessor]["normalized"] = true;
  parts.content["bufferViews"].back()["byteStride"] = 8;
  primitive(parts)["attributes"]["POSITION"] = accessor;
  parts.content["nodes"][0]["scale"] = {8, 8, 8};
  parts.content["extensionsRequired"] = {"KHR_mesh_quantization", "KHR_materials_unlit",
                                         "KHR_texture_basisu"};
  CHECK(distance(read(parts), tetrahedron()) < 8.0 / 32767);
}

TEST_CASE("A glTF's sparse accessor replaces some of its numbers") {
  GltfParts parts = gltf_of(tetrahedron());
  const int which = parts.add_view(std::vector<std::uint16_t>{3}),
            what = parts.add_view(std::vector<float>{7, 8, 9});
  json sparse{{"count", 1},
              {"indices", {{"bufferView", which}, {"componentType", GltfParts::kUnsignedShort}}},
              {"values", {{"bufferView", what}}}};
  parts.content["accessors"][0]["sparse"] = sparse;
  TriangleMesh wanted = tetrahedron();
  wanted.vertices[3] = {7, 8, 9};
  CHECK(shape(read(parts)) == shape(wanted));
  parts.content["accessors"][0].erase("bufferView");  // all others are zero
  CHECK(read(parts).vertices.size() == 2);
  parts.content["accessors"][0]["count"] = 80'000'000;
  CHECK(code_of(parts) == "surface.too_large");
  parts.content["accessors"][0]["count"] = 2;
  CHECK(code_of(parts) == "surface.damaged");
}

TEST_CASE("Buffers of a glTF may lie in its JSON, or beside it under an encoded name") {
  GltfParts parts = gltf_of({{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}}, {{0, 1, 2}}});
  parts.content["buffers"] = {
      {{"byteLength", 48},
       {"uri",
        "data:application/"
        "octet-stream;base64,AAAAAAAAAAAAAAAAAACAPwAAAAAAAAAAAAAAAAAAgD8AAAAAAAAAAAEAAAACAAAA"}}};
  CHECK(read(parts).vertices == std::vector<Vec3>{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}});
  parts.content["buffers"][0]["uri"] = "data:application/octet-stream;base64,AAAA????";
  CHECK(code_of(parts) == "surface.damaged");
  parts.content["buffers"][0]["uri"] = "%62ody.bi%6E";
  CHECK(read(parts).triangles.size() == 1);
  parts.content["buffers"][0]["uri"] = "k%C3%B6rper.bin";
  CHECK(code_of(parts) == "surface.missing_part");
  parts.content["buffers"][0].erase("uri");
  CHECK(code_of(parts) == "surface.damaged");
}

TEST_CASE("Morph weights shape a glTF's mesh; a node's weights go first") {
  GltfParts parts = gltf_of(tetrahedron());
  const int up = parts.add_accessor(std::vector<float>{0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1}, GltfParts::kFloat,
                                    "VEC3", 4);
  const int left = parts.add_accessor(std::vector<float>{1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0},
                                      GltfParts::kFloat, "VEC3", 4);
  primitive(parts)["targets"] = {{{"POSITION", up}}, {{"NORMAL", 0}}, {{"POSITION", left}}};
  CHECK(shape(read(parts)) == shape(tetrahedron()));
  parts.content["meshes"][0]["weights"] = {0.5, 1, 2};
  CHECK(shape(read(parts)) == shape(shifted({2, 0, 0.5})));
  parts.content["nodes"][0]["weights"] = {0, 0, 1};
  CHECK(shape(read(parts)) == shape(shifted({1, 0, 0})));
  parts.content["accessors"][left]["count"] = 3;
  CHECK(code_of(parts) == "surface.damaged");
}

TEST_CASE("A skeleton poses a glTF's mesh, whatever its node does") {
  GltfParts parts = skinned();
  CHECK(shape(read(parts)) == shape(tetrahedron()));
  parts.content["nodes"][0]["translation"] = {50, 60, 70};
  parts.content["nodes"][0]["scale"] = {-0.01, 0.01, 0.01};
  CHECK(shape(read(parts)) == shape(tetrahedron()));
  parts.content["nodes"][1]["translation"] = {1, 2, 3};
  parts.content["nodes"][2]["translation"] = {0, 0, 4};
  TriangleMesh wanted = shifted({1, 2, 3});
  wanted.vertices[3].z += 4;
  CHECK(shape(read(parts)) == shape(wanted));
}

TEST_CASE("Weights of a glTF's skeleton that do not add up to one are made to") {
  GltfParts parts = skinned();
  const std::vector<float> halves{0.25F, 0.25F, 0, 0, 0.5F, 0.5F, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0};
  const std::vector<std::uint8_t> joints{0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 1, 1};
  primitive(parts)["attributes"]["WEIGHTS_0"] = parts.add_accessor(halves, GltfParts::kFloat, "VEC4", 4);
  primitive(parts)["attributes"]["JOINTS_0"] =
      parts.add_accessor(joints, GltfParts::kUnsignedByte, "VEC4", 4);
  parts.content["nodes"][2]["translation"] = {0, 0, 4};
  TriangleMesh wanted = shifted({0, 0, 2});
  wanted.vertices[3] = tetrahedron().vertices[3];  // without weights: the first joint
  CHECK(shape(read(parts)) == shape(wanted));
}

TEST_CASE("Skeletons of a glTF that do not fit are refused") {
  GltfParts parts = skinned();
  parts.content["skins"][0]["joints"] = {1};
  CHECK(code_of(parts) == "surface.damaged");
  parts.content["skins"][0]["joints"] = {1, 77};
  CHECK(code_of(parts) == "surface.damaged");
  parts.content["skins"][0]["joints"] = {1, 2, 2};  // more than there are matrices
  CHECK(code_of(parts) == "surface.damaged");
  parts = skinned();
  parts.content["nodes"][0]["skin"] = 5;
  CHECK(code_of(parts) == "surface.damaged");
}

TEST_CASE("Numbers of a glTF that lead outside its buffers are refused") {
  const auto changed = [](const char* list, int entry, const char* name, const json& value) {
    GltfParts parts = gltf_of(tetrahedron());
    parts.content[list][entry][name] = value;
    return code_of(parts);
  };
  for (const json& count :
       {json(5), json(13), json(400'000'000), json(-4), json("4"), json(1e300), json(4.5e17)}) {
    CAPTURE(count);
    CHECK_THAT(changed("accessors", 0, "count", count), Contains("surface."));
  }
  CHECK(changed("accessors", 1, "count", 400'000'000) == "surface.too_large");
  CHECK(changed("accessors", 0, "byteOffset", 4) == "surface.damaged");
  CHECK(changed("accessors", 0, "bufferView", 2) == "surface.damaged");
  CHECK(changed("accessors", 0, "componentType", 5130) == "surface.damaged");
  CHECK(changed("accessors", 0, "type", "VEC2") == "surface.damaged");
  CHECK(changed("bufferViews", 0, "byteLength", 1'000'000) == "surface.damaged");
  CHECK(changed("bufferViews", 0, "byteOffset", 18'000'000'000'000'000'000U) == "surface.damaged");
  CHECK(changed("bufferViews", 0, "byteStride", 4'000'000'000) == "surface.damaged");
  CHECK(changed("bufferViews", 0, "byteStride", 1) == "surface.damaged");
  CHECK(changed("bufferViews", 0, "buffer", 1) == "surface.damaged");
  CHECK(changed("nodes", 0, "mesh", 1) == "surface.damaged");
  CHECK(changed("nodes", 0, "matrix", {1, 2, 3}) == "surface.damaged");
  CHECK(changed("scenes", 0, "nodes", {5}) == "surface.damaged");
  CHECK(changed("scenes", 0, "nodes", {0, 0}) == "surface.damaged");
}

TEST_CASE("Corners of a glTF that do not exist are refused, also those of another part") {
  GltfParts parts = gltf_of(tetrahedron());
  parts.content["meshes"].push_back(parts.content["meshes"][0]);
  parts.content["nodes"] = {{{"mesh", 0}}, {{"mesh", 1}, {"translation", {9, 0, 0}}}};
  parts.content["scenes"] = {{{"nodes", {0, 1}}}};
  const std::vector<std::uint32_t> beyond{0, 1, 4};
  primitive(parts)["indices"] = parts.add_accessor(beyond, GltfParts::kUnsignedInt, "SCALAR", 3);
  CHECK(code_of(parts) == "surface.damaged");
}

TEST_CASE("Meshes of a glTF that repeat the same numbers beyond measure are refused") {
  GltfParts parts = gltf_of(tetrahedron());
  const std::vector<std::uint32_t> corners(30'000, 0);
  primitive(parts)["indices"] =
      parts.add_accessor(corners, GltfParts::kUnsignedInt, "SCALAR", corners.size());
  parts.content["nodes"].clear();
  parts.content["scenes"][0]["nodes"].clear();
  for (int n = 0; n < 1000; ++n) {
    parts.content["nodes"].push_back({{"mesh", 0}});
    parts.content["scenes"][0]["nodes"].push_back(n);
  }
  CHECK(code_of(parts) == "surface.implausible");
}

TEST_CASE("What of glTF is not read is named") {
  GltfParts parts = gltf_of(tetrahedron());
  parts.content["asset"]["version"] = "1.0";
  CHECK(code_of(parts) == "surface.version");
  parts = gltf_of(tetrahedron());
  parts.content["extensionsRequired"] = {"EXT_mesh_gpu_instancing"};
  CHECK(code_of(parts) == "surface.extension");
}
