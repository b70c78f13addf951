#include <algorithm>
#include <array>
#include <bit>
#include <catch2/catch.hpp>
#include <cstring>

#include "core/base/error.h"
#include "core/io/mesh_file.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

constexpr const char* kPlaces = "property float x\nproperty float y\nproperty float z\n";

TriangleMesh read(const std::string& bytes) {
  const TemporaryFolder folder;
  write_file(folder / "body.ply", bytes);
  return read_mesh(folder / "body.ply");
}

Error error_of(const std::string& bytes) {
  try {
    read(bytes);
  } catch (const InputError& error) {
    CHECK_THAT(error.what(), Contains("body.ply"));
    return error;
  }
  return {"none", "no error"};
}

template <class Value>
void put(std::string& bytes, Value value, std::endian order) {
  std::array<char, sizeof value> raw{};
  std::memcpy(raw.data(), &value, sizeof value);
  if (order != std::endian::native) std::reverse(raw.begin(), raw.end());
  bytes.append(raw.data(), raw.size());
}

/// The parts of a square with corners on and off the vertices' order.
std::string square(const std::string& faces, int face_count) {
  return std::string("ply\nformat ascii 1.0\nelement vertex 4\n") + kPlaces + "element face " +
         std::to_string(face_count) + "\nproperty list uchar int vertex_indices\nend_header\n" +
         "0 0 0\n2 0 0\n2 3 0\n0 3 0\n" + faces;
}

double area(const TriangleMesh& mesh) {
  double sum = 0;
  for (const auto& [a, b, c] : mesh.triangles)
    sum += cross(mesh.vertices[b] - mesh.vertices[a], mesh.vertices[c] - mesh.vertices[a]).z / 2;
  return sum;
}

}  // namespace

TEST_CASE("PLY of either byte order, of all types and with further properties is read") {
  for (const auto order : {std::endian::little, std::endian::big}) {
    std::string bytes = "ply\r\nformat ";
    bytes += order == std::endian::little ? "binary_little_endian" : "binary_big_endian";
    bytes +=
        " 1.0\r\ncomment of a scanner\r\nelement camera 1\r\nproperty list int32 double turns\r\n"
        "element vertex 3\r\nproperty uchar red\r\nproperty double x\r\nproperty short y\r\nproperty list "
        "uint8 "
        "float seen\r\nproperty float32 z\r\nelement face 1\r\nproperty char part\r\n"
        "property list ushort uint vertex_index\r\nproperty float quality\r\nend_header\r\n";
    put(bytes, std::int32_t{2}, order);
    put(bytes, 1.0, order);
    put(bytes, 2.0, order);
    for (int n = 0; n < 3; ++n) {
      put(bytes, std::uint8_t{200}, order);
      put(bytes, 0.5 + n, order);
      put(bytes, static_cast<std::int16_t>(n == 1 ? -300 : 300), order);
      put(bytes, std::uint8_t{1}, order);
      put(bytes, 9.0F, order);
      put(bytes, 0.25F * static_cast<float>(n), order);
    }
    put(bytes, std::int8_t{-1}, order);
    put(bytes, std::uint16_t{3}, order);
    for (const std::uint32_t corner : {0U, 2U, 1U}) put(bytes, corner, order);
    put(bytes, 1.0F, order);
    const TriangleMesh mesh = read(bytes);
    CHECK(mesh.vertices == std::vector<Vec3>{{0.5, 300, 0}, {1.5, -300, 0.25}, {2.5, 300, 0.5}});
    CHECK(mesh.triangles == std::vector<std::array<std::uint32_t, 3>>{{0, 2, 1}});
  }
}

TEST_CASE("Polygons of a PLY file become triangles that face as the polygon does") {
  CHECK(area(read(square("4 0 1 2 3\n", 1))) == Approx(6));
  CHECK(area(read(square("4 3 2 1 0\n", 1))) == Approx(-6));
  // An arrow head: the fan round its first corner would leave the polygon.
  const TriangleMesh arrow = read(std::string("ply\nformat ascii 1.0\nelement vertex 4\n") + kPlaces +
                                  "element face 1\nproperty list uchar int vertex_indices\nend_header\n"
                                  "4 0 0\n0 2 0\n1 0 0\n0 -2 0\n4 0 1 2 3\n");
  REQUIRE(arrow.triangles.size() == 2);
  for (const auto& [a, b, c] : arrow.triangles)
    CHECK(cross(arrow.vertices[b] - arrow.vertices[a], arrow.vertices[c] - arrow.vertices[a]).z > 0);
}

TEST_CASE("Triangle strips of a PLY file become triangles that all face the same way") {
  const TriangleMesh mesh = read(std::string("ply\nformat ascii 1.0\nelement vertex 5\n") + kPlaces +
                                 "element tristrips 1\nproperty list int int vertex_indices\nend_header\n"
                                 "0 0 0\n0 1 0\n1 0 0\n1 1 0\n2 0 0\n8 0 2 1 3 -1 2 4 3\n");
  CHECK(mesh.triangles.size() == 3);
  CHECK(area(mesh) == Approx(1.5));
}

TEST_CASE("Points and lines among the faces of a PLY file are left out") {
  CHECK(read(square("0\n1 2\n2 0 1\n3 0 1 2\n", 4)).triangles.size() == 1);
}

TEST_CASE("What a PLY file holds after its elements does not matter") {
  CHECK(read(square("3 0 1 2", 1)).triangles.size() == 1);
  CHECK(read(square("3 0 1 2\n\n0 0 0\n", 1)).triangles.size() == 1);
}

TEST_CASE("PLY files that are not what they say are refused") {
  for (const char* face : {"3 0 1 4\n", "3 0 1 -1\n", "4 0 1 2 77\n", "3 0 one 2\n", "3 0 1\n"}) {
    CAPTURE(face);
    CHECK(error_of(square(face, 1)).code() == "surface.damaged");
  }
  for (const char* header :
       {"format ascii 1.0\nelement vertex -3\n",
        "format ascii 1.0\nelement vertex 3\nproperty float x\nproperty\n",
        "format ascii 1.0\nproperty float x\n", "element vertex 0\n", "format hexadecimal 1.0\n"}) {
    CAPTURE(header);
    CHECK(error_of("ply\n" + std::string(header) + "end_header\n1 2 3\n").code() == "surface.damaged");
  }
  CHECK(error_of("ply\nformat ascii 1.0\ncomment " + std::string(100000, 'a')).code() == "surface.damaged");
}

TEST_CASE("A PLY file with more vertices than can be worked with is refused before they are read") {
  const TemporaryFolder folder;
  write_file(
      folder / "body.ply",
      std::string("ply\nformat binary_little_endian 1.0\nelement vertex 40000000\nproperty uchar x\nelement "
                  "face 0\nproperty list uchar int vertex_indices\nend_header\n"));
  std::filesystem::resize_file(folder / "body.ply", 41'000'000);
  try {
    read_mesh(folder / "body.ply");
    FAIL("no error");
  } catch (const InputError& error) {
    CHECK(error.code() == "surface.too_large");
    CHECK_THAT(error.what(), Contains("body.ply") && Contains("40000000"));
  }
}
