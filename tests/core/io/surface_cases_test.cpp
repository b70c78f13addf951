#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "core/io/mesh_file.h"
#include "tests/core/io/surface_shape.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

std::filesystem::path surface_case(const std::string& name) {
  return std::filesystem::path(SKIAGRAPH_SOURCE_DIR) / "tests" / "cases" / "surfaces" / name;
}

struct ReadCase {
  std::string file;
  std::string same_as = "person.ply";
  double within_mm = 0.02;  // of surfaces in metres; more where their numbers have fewer digits
  Vec3 shift{};
};

struct RefusedCase {
  std::string file, code, says;
};

}  // namespace

TEST_CASE("Files that failed once are read as the surface that they show") {
  const std::vector<ReadCase> cases{
      {"person.glb"},
      {"person.stl"},
      {"crlf_header.ply"},
      {"first_byte_newline.ply"},
      {"tristrips.ply"},
      {"camera_before_vertices.ply"},
      {"nan_unused_vertex.ply"},
      {"unused_zero_vertices.ply", "person.ply", 0.02, {0, 0.3, 2}},
      {"georeferenced_double.ply", "person.ply", 0.02, {403121.25, 3604907.5, 132}},
      {"skinned_armature_0.01.glb"},
      {"skinned_posed.glb", "skinned_posed_truth.ply"},
      {"morph_default_weight.glb"},
      {"quantize.glb", "person.ply", 0.15},
      {"draco.glb", "person.ply", 0.1},
      {"percent_encoded_uri.gltf"},
      {"trailing_byte.stl"},
      {"upper_case.stl", "person.ply", 0.06},
      {"NaN_normals.stl", "person.ply", 0.06},
      {"bom.obj", "person.ply", 0.06}};
  for (const ReadCase& each : cases) {
    CAPTURE(each.file);
    const TriangleMesh right = read_mesh(surface_case(each.same_as)),
                       read = read_mesh(surface_case(each.file));
    const TriangleMesh back = moved(read, [&](Vec3 p) { return p - each.shift; });
    CHECK(read.triangles.size() == right.triangles.size());
    CHECK(distance(back, right) * 1000 < each.within_mm);
    CHECK(volume(back) == Approx(volume(right)).epsilon(1e-3));  // which side is out
  }
}

TEST_CASE("Files that hold no surface are refused with the true reason") {
  const std::vector<RefusedCase> cases{
      {"missing_bin.gltf", "surface.missing_part", "\"nowhere.bin\""},
      {"point_cloud.ply", "surface.points", "4087 points and no triangles"},
      {"fbx_6.1.fbx", "surface.version", "FBX file of version 6.1"},
      {"ply_index_100000.ply", "surface.damaged", "vertices that it does not hold"},
      {"ply_index_26_of_26.ply", "surface.damaged", "vertices that it does not hold"},
      {"ply_index_minus1.ply", "surface.damaged", "vertices that it does not hold"},
      {"ply_list_claims_400M_corners.ply", "surface.damaged", "a list in it has"}};
  for (const RefusedCase& each : cases) {
    CAPTURE(each.file);
    const Refusal refusal = refusal_of(surface_case(each.file));
    CHECK(refusal.code == each.code);
    CHECK_THAT(refusal.sentence, Contains(each.says) && Contains(each.file) && !Contains("\n"));
  }
}
