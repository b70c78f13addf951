#include "core/io/scan_file.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <span>

#include "core/base/error.h"
#include "core/bodies/built_in_person.h"
#include "core/io/mesh_file.h"
#include "tests/core/io/files.h"
#include "tests/core/io/surface_files.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

TriangleMesh scaled(double factor) {
  TriangleMesh mesh = built_in_person();
  for (Vec3& p : mesh.vertices) p = p * factor;
  return mesh;
}

TriangleMesh box(Vec3 size) {
  TriangleMesh mesh;
  for (int i = 0; i < 8; ++i)
    mesh.vertices.push_back(
        {(i & 1) != 0 ? size.x : 0, (i & 2) != 0 ? size.y : 0, (i & 4) != 0 ? size.z : 0});
  mesh.triangles = {{0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4},
                    {2, 6, 3}, {3, 6, 7}, {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}};
  return mesh;
}

/// Which share of the torso's box, between the levels of neck and symphysis, is body.
double filled_share(const AlignedScan& scan) {
  const SurfaceImage surface = rasterise_surface(std::span(&scan.mesh, 1), scan.placement());
  int inside = 0, all = 0;
  for (int row = 65; row < 200; ++row)
    for (int column = 80; column <= 112; ++column) inside += surface.inside(row, column) ? 1 : 0, ++all;
  return static_cast<double>(inside) / all;
}

}  // namespace

TEST_CASE("What is no person is refused with one sentence that names the file") {
  const TemporaryFolder folder;
  const auto message_of = [&](const TriangleMesh& mesh) -> std::string {
    write_ply(folder / "body.ply", mesh);
    try {
      read_scan(folder / "body.ply");
    } catch (const InputError& error) {
      return error.what();
    }
    return "no error";
  };
  TriangleMesh broken = built_in_person();
  broken.vertices[100].z = std::numeric_limits<double>::quiet_NaN();
  CHECK_THAT(message_of(broken), Contains("not numbers") && Contains("body.ply") && !Contains("\n"));
  broken.vertices[100].z = std::numeric_limits<double>::infinity();
  CHECK_THAT(message_of(broken), Contains("not numbers") && Contains("body.ply") && !Contains("\n"));
  CHECK_THAT(message_of(box({500, 0, 1700})),
             Contains("flat sheet") && Contains("body.ply") && !Contains("\n"));
  CHECK_THAT(message_of(box({500, 1, 1700})),
             Contains("flat sheet") && Contains("body.ply") && !Contains("\n"));
  CHECK_THAT(message_of(box({1700, 1700, 1700})),
             Contains("not a standing or lying human body") && Contains("body.ply") && !Contains("\n"));
  CHECK_THAT(message_of(scaled(0.05)),
             Contains("no person") && Contains("body.ply") && !Contains("\n"));  // a mouse, in mm
  CHECK_THAT(message_of(scaled(7e6)),
             Contains("no person") && Contains("body.ply") && !Contains("\n"));  // a planet, in mm
}

TEST_CASE("NaN coordinates are found in text files too") {
  const TemporaryFolder folder;
  TriangleMesh broken = built_in_person();
  broken.vertices[100].x = std::numeric_limits<double>::quiet_NaN();
  write_obj(folder / "body.obj", broken);
  CHECK_THROWS_AS(read_scan(folder / "body.obj"), InputError);
}

TEST_CASE("The person's own format, unit and axes make no difference") {
  const TemporaryFolder folder;
  const AlignedScan wanted = align_scan(built_in_person());
  TriangleMesh y_up = built_in_person();
  for (Vec3& p : y_up.vertices) p = {p.x, p.z, -p.y};
  TriangleMesh metres = y_up, inches = y_up;
  for (Vec3& p : metres.vertices) p = p * 0.001;
  for (Vec3& p : inches.vertices) p = p * (1 / 25.4);
  write_ply(folder / "y_up.ply", y_up);
  write_stl(folder / "inches.stl", inches);
  constexpr GltfMatrix kIdentity{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
  constexpr GltfMatrix kCentimetres{0.1, 0, 0, 0, 0, 0.1, 0, 0, 0, 0, 0.1, 0, 7, 8, 9, 1};
  write_gltf(folder / "metres.glb", metres, kIdentity, {kIdentity});
  write_gltf(folder / "centimetres.gltf", y_up, kCentimetres, {kIdentity});
  const std::vector<std::pair<std::string, double>> files{
      {"y_up.ply", 1}, {"inches.stl", 25.4}, {"metres.glb", 1000}, {"centimetres.gltf", 10}};
  for (const auto& [name, unit] : files) {
    CAPTURE(name);
    const AlignedScan scan = read_scan(folder / name);
    CHECK(scan.unit_mm == unit);
    CHECK(norm(scan.neck - wanted.neck) < 1);
    CHECK(norm(scan.symphysis - wanted.symphysis) < 1);
    CHECK(filled_share(scan) == 1);
  }
}

TEST_CASE("An open mesh with holes is a person") {
  const TemporaryFolder folder;
  TriangleMesh mesh = built_in_person();
  const AlignedScan whole = align_scan(mesh);
  // A hand-sized hole in the chest, and the soles are missing.
  std::erase_if(mesh.triangles, [&](const auto& triangle) {
    const Vec3 p = mesh.vertices[triangle[0]];
    return (p.y < 0 && std::hypot(p.x - 60, p.z - 1250) < 60) || p.z < 15;
  });
  write_ply(folder / "open.ply", mesh);
  const AlignedScan scan = read_scan(folder / "open.ply");
  CHECK(std::abs(scan.placement().torso_mm() - whole.placement().torso_mm()) < 15);
  CHECK(filled_share(scan) == 1);  // the hole's front is filled from its rim
}

TEST_CASE("GLB and FBX of the same real man give the same alignment") {
  const auto glb = shared_file("scans/VH_M_Skin.glb"), fbx = shared_file("scans/VH_M_Skin.fbx");
  if (glb.empty() || fbx.empty()) return;
  const AlignedScan a = read_scan(glb), b = read_scan(fbx);
  CHECK(a.unit_mm == 1000);  // the page of the file says metres
  CHECK(norm(a.neck - b.neck) < 1);
  CHECK(norm(a.symphysis - b.symphysis) < 1);
  for (const Vec3 p : {Vec3{0, 0, 0}, Vec3{200, 900, 100}, Vec3{-300, -900, -100}})
    CHECK(norm(a.to_patient(p) - b.to_patient(p)) < 1);
  for (const AlignedScan& scan : {a, b}) {
    CHECK_FALSE(scan.lying);
    // y up, facing +z: left is +x, back is -z.
    CHECK(scan.to_patient.m[0][0] == Approx(1));
    CHECK(scan.to_patient.m[1][2] == Approx(-1));
    CHECK(scan.to_patient.m[2][1] == Approx(1));
    CHECK(scan.placement().torso_mm() == Approx(615).margin(25));  // 1.83 m tall
    CHECK(filled_share(scan) == 1);
  }
}

TEST_CASE("A real scan in T-pose is set upright") {
  const auto path = shared_file("scans/human_man.obj");
  if (path.empty()) return;
  const AlignedScan scan = read_scan(path);
  CHECK(scan.unit_mm == 1000);
  CHECK_FALSE(scan.lying);
  CHECK(scan.to_patient.m[2][1] == Approx(1).margin(0.01));   // y up
  CHECK(scan.to_patient.m[1][2] == Approx(-1).margin(0.01));  // facing +z
  CHECK(scan.placement().torso_mm() == Approx(605).margin(25));
  CHECK(filled_share(scan) == 1);
}

TEST_CASE("Truncated real scans are refused") {
  const TemporaryFolder folder;
  // A text that ends early is an open mesh, if it has got as far as the triangles.
  const std::vector<std::pair<std::string, double>> scans{
      {"VH_M_Skin.glb", 1}, {"VH_M_Skin.fbx", 1}, {"human_man.obj", 0.5}};
  for (const auto& [name, most] : scans) {
    const auto path = shared_file("scans/" + name);
    if (path.empty()) return;
    const auto size = most * static_cast<double>(std::filesystem::file_size(path));
    for (const double share : {0.001, 0.03, 0.2, 0.5, 0.9, 0.999}) {
      CAPTURE(name, share);
      write_truncated(path, folder / name, static_cast<std::size_t>(share * size));
      CHECK_THROWS_AS(read_scan(folder / name), InputError);
    }
  }
}
