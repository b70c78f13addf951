#include "core/io/mesh_file.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <functional>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/io/surface_formats.h"
#include "tests/core/io/files.h"
#include "tests/core/io/surface_files.h"
#include "tests/core/io/surface_shape.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

constexpr GltfMatrix kIdentity{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

}  // namespace

TEST_CASE("A surface comes back from every format as it was written") {
  const TemporaryFolder folder;
  const TriangleMesh mesh = tetrahedron();
  write_ply(folder / "body.ply", mesh);
  write_obj(folder / "body.obj", mesh);
  write_stl(folder / "body.stl", mesh);
  write_stl_ascii(folder / "ascii.stl", mesh);
  write_gltf(folder / "body.gltf", mesh, kIdentity, {kIdentity});
  write_gltf(folder / "body.glb", mesh, kIdentity, {kIdentity});
  write_fbx(folder / "body.fbx", mesh, {0, 0, 0});
  write_off(folder / "body.off", mesh);
  std::vector<std::string> names{"ascii.stl"};
  for (const SurfaceFormat& format : surface_formats())
    names.push_back("body" + std::string(format.extension));
  for (const std::string& name : names) {
    CAPTURE(name);
    const TriangleMesh read = read_mesh(folder / name);
    CHECK(read.vertices.size() == 4);  // corners of neighbours are joined, also those of an STL
    CHECK(shape(read) == shape(mesh));
  }
}

TEST_CASE("The case of a file's extension does not matter") {
  const TemporaryFolder folder;
  write_obj(folder / "BODY.OBJ", tetrahedron());
  CHECK(shape(read_mesh(folder / "BODY.OBJ")) == shape(tetrahedron()));
}

TEST_CASE("Nodes of a glTF place its meshes, in the file's own unit") {
  const TemporaryFolder folder;
  // Metres to centimetres and a shift, below it a quarter turn about z and a mirror image.
  const GltfMatrix root{100, 0, 0, 0, 0, 100, 0, 0, 0, 0, 100, 0, 10, 20, 30, 1};
  const GltfMatrix turn{0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
  const GltfMatrix mirror{-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
  const TriangleMesh mesh = tetrahedron();
  const TriangleMesh turned = moved(mesh, [](Vec3 p) {
    return Vec3{-100 * p.y + 10, 100 * p.x + 20, 100 * p.z + 30};
  });
  for (const char* name : {"body.glb", "body.gltf"}) {
    CAPTURE(name);
    write_gltf(folder / name, mesh, root, {turn});
    CHECK(shape(read_mesh(folder / name)) == shape(turned));
    write_gltf(folder / name, mesh, root, {turn, mirror});
    const TriangleMesh both = read_mesh(folder / name);
    CHECK(both.triangles.size() == 2 * mesh.triangles.size());
    CHECK(volume(both) == Approx(2e6 * volume(mesh)));  // the mirrored one faces outwards too
  }
}

TEST_CASE("The model of an FBX places its mesh") {
  const TemporaryFolder folder;
  write_fbx(folder / "body.fbx", tetrahedron(), {10, -20, 30});
  CHECK(shape(read_mesh(folder / "body.fbx")) == shape(moved(tetrahedron(), [](Vec3 p) {
          return p + Vec3{10, -20, 30};
        })));
}

TEST_CASE("Polygons become triangles; lines and points are left out") {
  const TemporaryFolder folder;
  write_file(folder / "mixed.obj", "v 0 0 0\nv 2 0 0\nv 2 3 0\nv 0 3 0\nv 9 9 9\nf 1 2 3 4\nl 1 5\np 5\n");
  const TriangleMesh mesh = read_mesh(folder / "mixed.obj");
  CHECK(mesh.triangles.size() == 2);
  double area = 0;
  for (const auto& [a, b, c] : mesh.triangles)
    area += norm(cross(mesh.vertices[b] - mesh.vertices[a], mesh.vertices[c] - mesh.vertices[a])) / 2;
  CHECK(area == Approx(6));
}

TEST_CASE("What is no surface file is refused with one sentence that names it") {
  const TemporaryFolder folder;
  CHECK_THAT(refusal_of(folder / "nowhere.ply").sentence,
             Contains("There is no file") && Contains("nowhere.ply"));
  std::filesystem::create_directory(folder / "folder.ply");
  CHECK_THAT(refusal_of(folder / "folder.ply").sentence, Contains("There is no file"));
  write_file(folder / "body.txt", "hello");
  CHECK_THAT(refusal_of(folder / "body.txt").sentence,
             Contains("not a surface file") && Contains("body.txt"));
  write_file(folder / "points.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\n");
  CHECK_THAT(refusal_of(folder / "points.obj").sentence, Contains("points.obj"));
  write_file(folder / "lines.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nl 1 2 3\n");
  CHECK_THAT(refusal_of(folder / "lines.obj").sentence, Contains("lines.obj"));
  write_file(folder / "empty.ply",
             "ply\nformat ascii 1.0\nelement vertex 0\nproperty float x\nproperty float y\nproperty float z\n"
             "element face 0\nproperty list uchar int vertex_indices\nend_header\n");
  CHECK_THAT(refusal_of(folder / "empty.ply").sentence, Contains("empty.ply"));
  for (const SurfaceFormat& format : surface_formats()) {
    CAPTURE(format.name);
    const std::string extension(format.extension), empty = "none" + extension, wrong = "wrong" + extension;
    write_file(folder / empty, "");
    CHECK_THAT(refusal_of(folder / empty).sentence, Contains(empty) && Contains("is empty"));
    write_file(folder / wrong, "This is a letter, and no surface at all.\n\x01\x02\xff");
    CHECK_THAT(refusal_of(folder / wrong).sentence, Contains(wrong) && !Contains("\n"));
  }
}

TEST_CASE("Numbers of a header that no file could hold are refused") {
  const TemporaryFolder folder;
  write_file(folder / "huge.ply",
             "ply\nformat binary_little_endian 1.0\nelement vertex 4000000000\nproperty float x\n"
             "property float y\nproperty float z\nelement face 4000000000\n"
             "property list uchar int vertex_indices\nend_header\n1234");
  CHECK_THAT(refusal_of(folder / "huge.ply").sentence, Contains("huge.ply"));
  write_file(folder / "huge.stl", std::string(80, ' ') + "\xff\xff\xff\xff" + std::string(100, 'a'));
  CHECK_THAT(refusal_of(folder / "huge.stl").sentence, Contains("huge.stl"));
}

TEST_CASE("Corners that do not exist are refused or left out") {
  const TemporaryFolder folder;
  TriangleMesh mesh = tetrahedron();
  mesh.triangles.push_back({0, 1, 77});
  write_obj(folder / "body.obj", mesh);
  write_gltf(folder / "body.glb", mesh, kIdentity, {kIdentity});
  write_fbx(folder / "body.fbx", mesh, {0, 0, 0});
  write_file(folder / "body.ply",
             "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\n"
             "element face 1\nproperty list uchar int vertex_indices\nend_header\n"
             "0 0 0\n1 0 0\n0 1 0\n3 0 1 77\n");
  for (const char* name : {"body.obj", "body.glb", "body.fbx", "body.ply"}) {
    CAPTURE(name);
    try {
      const TriangleMesh read = read_mesh(folder / name);
      for (const auto& triangle : read.triangles)
        for (const std::uint32_t corner : triangle) CHECK(corner < read.vertices.size());
    } catch (const InputError& error) {
      CHECK_THAT(error.what(), Contains(name));
    }
  }
}

TEST_CASE("A truncated file is refused, wherever it ends") {
  const TemporaryFolder folder;
  const TriangleMesh mesh = tetrahedron();
  write_ply(folder / "body.ply", mesh);
  write_stl(folder / "body.stl", mesh);
  write_gltf(folder / "body.glb", mesh, kIdentity, {kIdentity});
  write_gltf(folder / "body.gltf", mesh, kIdentity, {kIdentity});
  for (const std::string name : {"body.ply", "body.stl", "body.glb", "body.gltf"}) {
    const std::size_t size = std::filesystem::file_size(folder / name);
    for (std::size_t bytes = 1; bytes < size - 4; bytes += 5) {
      CAPTURE(name, bytes);
      const std::string cut = "cut" + std::filesystem::path(name).extension().string();
      write_truncated(folder / name, folder / cut, bytes);
      CHECK_THAT(refusal_of(folder / cut).sentence, Contains(cut));
    }
  }
  write_gltf(folder / "gone.gltf", mesh, kIdentity, {kIdentity});
  std::filesystem::remove(folder / "gone.bin");
  CHECK_THAT(refusal_of(folder / "gone.gltf").sentence, Contains("gone.gltf"));
}

TEST_CASE("A PLY file whose faces are not what its size promises is read or refused") {
  const TemporaryFolder folder;
  const TriangleMesh mesh = tetrahedron();
  write_ply(folder / "body.ply", mesh);
  std::string bytes = read_file(folder / "body.ply");
  constexpr std::size_t kFaceBytes = 1 + 3 * 4;
  for (std::size_t face = 1; face <= mesh.triangles.size(); ++face)
    for (const char corners : {'\0', '\2', '\4', '\xff'}) {
      CAPTURE(face, static_cast<int>(corners));
      std::string wrong = bytes;
      wrong[wrong.size() - face * kFaceBytes] = corners;
      write_file(folder / "wrong.ply", wrong);
      try {
        const TriangleMesh read = read_mesh(folder / "wrong.ply");
        for (const auto& triangle : read.triangles)
          for (const std::uint32_t corner : triangle) CHECK(corner < read.vertices.size());
      } catch (const InputError& error) {
        CHECK_THAT(error.what(), Contains("wrong.ply"));
      }
    }
}

TEST_CASE("Triangles of a PLY file that share no vertices come joined") {
  const TemporaryFolder folder;
  const TriangleMesh mesh = tetrahedron();
  TriangleMesh apart;
  for (const auto& triangle : mesh.triangles) {
    const auto first = static_cast<std::uint32_t>(apart.vertices.size());
    for (const std::uint32_t corner : triangle) apart.vertices.push_back(mesh.vertices[corner]);
    apart.triangles.push_back({first, first + 1, first + 2});
  }
  write_ply(folder / "body.ply", apart);
  CHECK(read_mesh(folder / "body.ply").vertices.size() == mesh.vertices.size());
}

TEST_CASE("A small glTF that would become a huge surface is refused before it is built") {
  const TemporaryFolder folder;
  TriangleMesh mesh = tetrahedron();
  while (mesh.triangles.size() < 1000) mesh.triangles.push_back(mesh.triangles.front());
  write_gltf(folder / "body.glb", mesh, kIdentity, std::vector<GltfMatrix>(60'000, kIdentity));
  CHECK(refusal_of(folder / "body.glb").code == "surface.too_large");
  CHECK_THAT(refusal_of(folder / "body.glb").sentence,
             Contains("60000000 triangles") && Contains("body.glb"));
}

TEST_CASE("Meshes of a glTF that share their numbers count each for itself") {
  const TemporaryFolder folder;
  write_gltf(folder / "body.gltf", tetrahedron(), kIdentity, {kIdentity});
  auto content = nlohmann::json::parse(read_file(folder / "body.gltf"));
  content["accessors"][0]["count"] = 3'000'000;
  const nlohmann::json mesh = content["meshes"][0];
  for (int n = 0; n < 20; ++n) content["meshes"].push_back(mesh);
  content.erase("nodes");  // all meshes are shown then
  content.erase("scenes");
  write_file(folder / "body.gltf", content.dump());
  CHECK(refusal_of(folder / "body.gltf").code == "surface.too_large");
}

TEST_CASE("Nodes of a glTF that are nested without end, or no tree, are refused") {
  const TemporaryFolder folder;
  write_gltf(folder / "body.gltf", tetrahedron(), kIdentity, {kIdentity});
  const auto with_nodes = [&](nlohmann::json nodes) {
    auto content = nlohmann::json::parse(read_file(folder / "body.gltf"));
    content["nodes"] = std::move(nodes);
    write_file(folder / "nodes.gltf", content.dump());
    return folder / "nodes.gltf";
  };
  nlohmann::json chain = nlohmann::json::array(), doubling = chain;
  constexpr int kDeep = 100'000;
  for (int n = 1; n < kDeep; ++n) chain.push_back({{"children", {n}}});
  chain.push_back({{"mesh", 0}});
  CHECK(refusal_of(with_nodes(chain)).code == "surface.nested");
  for (int n = 1; n < 60; ++n) doubling.push_back({{"children", {n, n}}});
  doubling.push_back({{"mesh", 0}});
  CHECK(refusal_of(with_nodes(doubling)).code == "surface.damaged");
  CHECK(refusal_of(with_nodes({{{"children", {1}}}, {{"children", {0}}}})).code == "surface.damaged");
  CHECK(refusal_of(with_nodes({{{"children", {0}}}})).code == "surface.damaged");
  CHECK(refusal_of(with_nodes({{{"children", {1}}}, {{"mesh", 0}}})).code == "none");
  write_file(folder / "deep.gltf", std::string(1'000'000, '['));
  CHECK(refusal_of(folder / "deep.gltf").code == "surface.nested");
}

TEST_CASE("Names in a glTF need not be UTF-8") {
  const TemporaryFolder folder;
  write_gltf(folder / "body.gltf", tetrahedron(), kIdentity, {kIdentity});
  std::string text = read_file(folder / "body.gltf");
  text.replace(text.find("\"mesh\":0"), 8, "\"name\":\"K\xf6rper\",\"mesh\":0");
  write_file(folder / "body.gltf", text);
  CHECK(read_mesh(folder / "body.gltf").triangles.size() == 4);
}
