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

namespace {

TriangleMesh read(const std::string& text) {
  const TemporaryFolder folder;
  write_file(folder / "body.off", text);
  return read_mesh(folder / "body.off");
}

std::string code(const std::string& text) {
  const TemporaryFolder folder;
  write_file(folder / "body.off", text);
  return refusal_of(folder / "body.off").code;
}

}  // namespace

TEST_CASE("OFF is read with comments, colours and normals, and with its numbers on the first line") {
  const TriangleMesh wanted = read("OFF\n3 1 0\n0 0 0\n2 0 0\n2 3 0\n3 0 1 2\n");
  REQUIRE(wanted.triangles.size() == 1);
  for (const char* text :
       {"OFF 3 1 0\n0 0 0\n2 0 0\n2 3 0\n3 0 1 2\n",
        "# a scan\r\nOFF\r\n\r\n3 1 3 # numbers\r\n0 0 0\r\n2 0 0\r\n\r\n2 3 0\r\n3 0 1 2 255 0 0\r\n",
        "COFF\n3 1 0\n0 0 0 255 255 255 1\n2 0 0 1 2 3 4\n2 3 0 0 0 0 0\n3 0 1 2\n",
        "NOFF\n3 1\n0 0 0 0 0 1\n2 0 0 0 0 1\n2 3 0 0 0 1\n  3   0   1   2"}) {
    CAPTURE(text);
    CHECK(shape(read(text)) == shape(wanted));
  }
}

TEST_CASE("OFF files that are not what they say are refused") {
  CHECK(code("OFF\n3 1 0\n0 0 0\n2 0 0\n2 3 0\n3 0 1 3\n") == "surface.damaged");
  CHECK(code("OFF\n3 1 0\n0 0 0\n2 0 0\n2 3 0\n3 0 1 -1\n") == "surface.damaged");
  CHECK(code("OFF\n3 1 0\n0 0 0\n2 0 0\n2 3 0\n400000000 0 1 2\n") == "surface.damaged");
  CHECK(code("OFF\n3 2 0\n0 0 0\n2 0 0\n2 3 0\n3 0 1 2\n") == "surface.damaged");
  CHECK(code("OFF\n20000000 20000000 0\n0 0 0\n") == "surface.implausible");
  CHECK(code("OFF\n400000000 1 0\n0 0 0\n") == "surface.too_large");
  CHECK(code("OFF\n-3 1 0\n") == "surface.damaged");
  CHECK(code("OFF BINARY\n\1\2\3") == "surface.binary_off");
  CHECK(code("OFF\n3 0 0\n0 0 0\n2 0 0\n2 3 0\n") == "surface.points");
}
