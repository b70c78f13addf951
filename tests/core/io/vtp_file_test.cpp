#include <catch2/catch.hpp>
#include <string>

#include "core/io/mesh_file.h"
#include "tests/core/io/files.h"
#include "tests/core/io/surface_files.h"
#include "tests/core/io/surface_shape.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;

namespace {

std::string vtp() {
  const TemporaryFolder folder;
  write_vtp(folder / "body.vtp", tetrahedron());
  return read_file(folder / "body.vtp");
}

std::string code(const std::string& text) {
  const TemporaryFolder folder;
  write_file(folder / "body.vtp", text);
  return refusal_of(folder / "body.vtp").code;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  REQUIRE(text.find(from) != std::string::npos);
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("VTP files that are not what they say are refused") {
  CHECK(code(vtp()) == "none");
  CHECK(code(replaced(vtp(), "0 2 1\n", "0 2 4\n")) == "surface.damaged");
  CHECK(code(replaced(vtp(), "0 2 1\n", "0 2 -1\n")) == "surface.damaged");
  CHECK(code(replaced(vtp(), "3 6 9 12 ", "3 6 9 400000000 ")) == "surface.damaged");
  CHECK(code(replaced(vtp(), "3 6 9 12 ", "9 6 3 12 ")) == "surface.damaged");
  CHECK(code(replaced(vtp(), "NumberOfPoints=\"4\"", "NumberOfPoints=\"400000000\"")) == "surface.damaged");
  CHECK(code(replaced(vtp(), "NumberOfPolys=\"4\"", "NumberOfPolys=\"400000000\"")) == "surface.damaged");
  const std::string whole = vtp();
  for (std::size_t bytes = 20; bytes < whole.size() - 12; bytes += 31) {
    CAPTURE(bytes);
    CHECK(code(whole.substr(0, bytes)) == "surface.damaged");
  }
}
