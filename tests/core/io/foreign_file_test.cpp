#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/io/mesh_file.h"
#include "tests/core/io/files.h"
#include "tests/core/io/surface_files.h"
#include "tests/core/io/surface_shape.h"

using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

TEST_CASE("What is no surface file is told what it is and what to do with it") {
  struct Case {
    std::string name, bytes, code, says;
  };
  const std::vector<Case> cases{
      {"scan.xyz", "0 0 0\n", "surface.points_file", "MeshLab"},
      {"scan.LAZ", "LASF", "surface.points_file", "MeshLab"},
      {"scan.usdz", "PK\x03\x04", "surface.usd", "Blender"},
      {"scan.zip", "PK\x03\x04", "surface.archive", "unpack"},
      {"scan.3mf", "PK\x03\x04", "surface.other_format", "PLY"},
      {"scan.dae", "<?xml version=\"1.0\"?><COLLADA/>", "surface.other_format", "Blender"},
      {"scan.vtp", "<VTKFile/>", "surface.other_format", "ParaView"},
      {"scan.blend", "BLENDER", "surface.other_format", "PLY"},
      {"scan.txt", "hello", "surface.format", "PLY"},
      {"scan", "hello", "surface.format", "PLY"},
      {"scan.glb", "<!DOCTYPE html><html>", "surface.web_page", "download"},
      {"scan.obj", "\n <html>", "surface.web_page", "download"},
      {"scan.stl", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "surface.pointer",
       "git lfs pull"},
      {"scan.ply", "PK\x03\x04", "surface.archive", "unpack"}};
  const TemporaryFolder folder;
  for (const Case& each : cases) {
    CAPTURE(each.name, each.bytes);
    write_file(folder / each.name, each.bytes);
    const Refusal refusal = refusal_of(folder / each.name);
    CHECK(refusal.code == each.code);
    CHECK_THAT(refusal.sentence, Contains(each.says) && Contains(each.name));
  }
}

TEST_CASE("What a file holds goes before what it is called") {
  const TemporaryFolder folder;
  write_ply(folder / "body.obj", tetrahedron());
  write_ply(folder / "body", tetrahedron());
  constexpr GltfMatrix kIdentity{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
  write_gltf(folder / "body.glb", tetrahedron(), kIdentity, {kIdentity});
  std::filesystem::rename(folder / "body.glb", folder / "body.stl");
  for (const char* name : {"body.obj", "body", "body.stl"}) {
    CAPTURE(name);
    CHECK(shape(read_mesh(folder / name)) == shape(tetrahedron()));
  }
}

TEST_CASE("Formats that are not read from gzip say that they have to be unpacked") {
  const TemporaryFolder folder;
  write_packed(folder / "body.glb", "glTF");
  CHECK(refusal_of(folder / "body.glb").code == "surface.archive");
}
