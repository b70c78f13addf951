#include <catch2/catch.hpp>
#include <string>

#include "core/io/mesh_file.h"
#include "tests/core/io/files.h"
#include "tests/core/io/surface_files.h"
#include "tests/core/io/surface_shape.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

const std::string kVertices = "v 0 0 0\nv 2 0 0\nv 2 3 0\nv 0 3 0\n";

TriangleMesh read(const std::string& text) {
  const TemporaryFolder folder;
  write_file(folder / "body.obj", text);
  return read_mesh(folder / "body.obj");
}

Refusal refusal(const std::string& text) {
  const TemporaryFolder folder;
  write_file(folder / "body.obj", text);
  return refusal_of(folder / "body.obj");
}

std::string utf16(const std::string& text, bool little_endian) {
  std::string wide = little_endian ? "\xff\xfe" : "\xfe\xff";
  for (const char c : text) {
    wide += little_endian ? c : '\0';
    wide += little_endian ? '\0' : c;
  }
  return wide;
}

}  // namespace

TEST_CASE("Faces of an OBJ are read however they are written") {
  const TriangleMesh wanted = read(kVertices + "f 1 2 3\n");
  REQUIRE(wanted.triangles.size() == 1);
  for (const char* face :
       {"f 1/1 2/2 3/3\n", "f 1//7 2//8 3//9\n", "f 1/1/1 2/2/2 3/3/3\n", "f -4 -3 -2\n", "  f 1 2 3\n",
        "\tf\t1\t2\t3\n", "f 1 2 3", "f 1 2 \\\n3\n", "f 1 2 3 # the first\n", "f 1 2 3\r\n", "fo 1 2 3\n"}) {
    CAPTURE(face);
    CHECK(shape(read(kVertices + face)) == shape(wanted));
  }
  CHECK(shape(read("\xef\xbb\xbf" + kVertices + "f 1 2 3\n")) == shape(wanted));
  CHECK(shape(read("\xef\xbb\xbf  # a scan\n" + kVertices + "f 1 2 3\n")) == shape(wanted));
  CHECK(shape(read("f 1 2 3\n" + kVertices)) == shape(wanted));  // faces first
}

TEST_CASE("Colours and weights of an OBJ's vertices do not matter") {
  const std::string coloured = "v 0 0 0 0.1 0.2 0.3\nv 2 0 0 1 1 1\nv 2 3 0 1.0\n";
  CHECK(shape(read(coloured + "f 1 2 3\n")) == shape(read(kVertices + "f 1 2 3\n")));
}

TEST_CASE("Quadrangles before their vertices become triangles") {
  const TriangleMesh mesh = read("f 1 2 3 4\n" + kVertices);
  REQUIRE(mesh.triangles.size() == 2);
  for (const auto& [a, b, c] : mesh.triangles)
    CHECK(cross(mesh.vertices[b] - mesh.vertices[a], mesh.vertices[c] - mesh.vertices[a]).z > 0);
}

TEST_CASE("Coordinates far from the origin keep their fractions of a millimetre") {
  const TriangleMesh mesh =
      read("v 403121.25012 3604907.50034 132.00056\nv 403122 3604908 132\nv 403121 3604908 133\nf 1 2 3\n");
  CHECK(mesh.vertices.at(0) == Vec3{403121.25012, 3604907.50034, 132.00056});
}

TEST_CASE("Vertices in no face of an OBJ are left out, whatever they are") {
  const TriangleMesh mesh = read("v nan nan nan\nv 9e99 0 -1.#IND\nv 1e-999 0 0\n" + kVertices + "f 4 5 6\n");
  CHECK(mesh.vertices == std::vector<Vec3>{{0, 0, 0}, {2, 0, 0}, {2, 3, 0}});
}

TEST_CASE("OBJ files that are not what they say are refused with the true reason") {
  for (const char* face :
       {"f 1 2 5\n", "f 0 1 2\n", "f 1 2 -5\n", "f 1 2 3 4000000000\n", "f 1 2 99999999\n"}) {
    CAPTURE(face);
    CHECK_THAT(refusal(kVertices + face).sentence, Contains("vertices that it does not hold"));
  }
  for (const char* cut : {"f", "f 1", "f 1 2", "f 1 2 3 \\\n"}) {
    CAPTURE(cut);
    CHECK_THAT(refusal(kVertices + "f 1 2 3\n" + cut).sentence, Contains("ends before"));
  }
  CHECK(read(kVertices + "f 1 2\nf 1 2 3\n").triangles.size() == 1);  // a line between two places
  CHECK_THAT(refusal("# scan\nv 1 2\n").sentence, Contains("line 2"));
  CHECK_THAT(refusal(kVertices + "f 1 2 x\n").sentence, Contains("line 5"));
  CHECK(refusal("v 1,5 2,25 3,0\n").code == "surface.comma");
  CHECK(refusal(kVertices).code == "surface.points");
  CHECK(refusal("This is a letter, and no surface at all.\n").code == "surface.empty");
  for (const bool little_endian : {true, false})
    CHECK(refusal(utf16(kVertices + "f 1 2 3\n", little_endian)).code == "surface.utf16");
}
