#include "core/io/byte_source.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/io/mesh_file.h"
#include "tests/core/io/files.h"
#include "tests/core/io/surface_files.h"
#include "tests/core/io/surface_shape.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  const TemporaryFolder folder;
  write_file(folder / "text", text);
  ByteSource source(folder / "text");
  std::vector<std::string> lines;
  while (const auto line = source.line()) lines.emplace_back(*line);
  return lines;
}

}  // namespace

TEST_CASE("Lines end in LF, CR LF or CR, and the last one need not end") {
  const std::vector<std::string> lines{"one", "", "two"};
  CHECK(lines_of("one\n\ntwo\n") == lines);
  CHECK(lines_of("one\r\n\r\ntwo\r\n") == lines);
  CHECK(lines_of("one\r\rtwo\r") == lines);
  CHECK(lines_of("one\n\ntwo") == lines);
  CHECK(lines_of("").empty());
}

TEST_CASE("Lines and words across the parts in which a file is read come whole") {
  std::string text;
  std::vector<std::string> lines;
  for (std::size_t n = 0; text.size() < 5'000'000; ++n) {
    lines.push_back(std::string(n % 1000, static_cast<char>('a' + n % 26)) + std::to_string(n));
    text += lines.back() + "\n";
  }
  lines.push_back(std::string(3'000'000, 'x'));
  text += lines.back();
  CHECK(lines_of(text) == lines);

  const TemporaryFolder folder;
  std::string numbers;
  for (int n = 0; n < 500'000; ++n) numbers += std::to_string(n) + (n % 7 == 0 ? "\n\t " : " ");
  write_file(folder / "numbers", numbers);
  ByteSource source(folder / "numbers");
  int wrong = 0;
  for (int n = 0; n < 500'000; ++n) wrong += source.word() == std::to_string(n) ? 0 : 1;
  CHECK(wrong == 0);
  CHECK(source.word().empty());
}

TEST_CASE("A line without an end is refused before it fills the memory") {
  CHECK_THROWS_AS(lines_of(std::string(40'000'000, 'x')), InputError);
}

TEST_CASE("Files that gzip packed are read as what they hold") {
  const TemporaryFolder folder;
  write_ply(folder / "body.ply", tetrahedron());
  write_obj(folder / "body.obj", tetrahedron());
  write_stl(folder / "body.stl", tetrahedron());
  write_stl_ascii(folder / "text.stl", tetrahedron());
  write_off(folder / "body.off", tetrahedron());
  for (const std::string name : {"body.ply", "body.obj", "body.stl", "text.stl", "body.off"}) {
    CAPTURE(name);
    write_packed(folder / (name + ".gz"), read_file(folder / name));
    CHECK(shape(read_mesh(folder / (name + ".gz"))) == shape(tetrahedron()));
  }
}

TEST_CASE("A gzip file that is cut off or changed is refused") {
  const TemporaryFolder folder;
  write_obj(folder / "body.obj", tetrahedron());
  write_packed(folder / "body.obj.gz", read_file(folder / "body.obj"));
  const std::string packed = read_file(folder / "body.obj.gz");
  for (std::size_t bytes = 12; bytes < packed.size(); ++bytes) {
    CAPTURE(bytes);
    write_file(folder / "cut.obj.gz", packed.substr(0, bytes));
    CHECK(refusal_of(folder / "cut.obj.gz").code == "surface.damaged");
  }
  std::string changed = packed;
  changed[packed.size() - 6] ^= 1;  // its checksum
  write_file(folder / "changed.obj.gz", changed);
  CHECK(refusal_of(folder / "changed.obj.gz").code == "surface.damaged");
}

TEST_CASE("A small gzip file that would become a huge surface is refused before it is built") {
  const TemporaryFolder folder;
  std::string vertices, faces = "v 0 0 0\nv 1 0 0\nv 0 1 0\n", polygons;
  for (int n = 0; n < 300'000; ++n) {
    vertices += "v 0 0 0\n";
    faces += "f 1 2 3\n";
    polygons += "f 1 2 3 4\n";
  }
  for (const std::string& text : {vertices, faces, polygons}) {
    write_packed(folder / "body.obj.gz", text);
    CHECK(refusal_of(folder / "body.obj.gz").code == "surface.implausible");
  }
}

TEST_CASE("Reading tells how far it is and stops on request") {
  const TemporaryFolder folder;
  std::string text;
  for (int n = 0; n < 300'000; ++n) text += "v 0 0 0\n";
  write_file(folder / "body.obj", text + "v 1 0 0\nv 0 1 0\nf 1 -1 -2\n");
  std::vector<double> told;
  const auto tell = [&](double done, const std::string&) { told.push_back(done); };
  CHECK(read_mesh(folder / "body.obj", tell).triangles.size() == 1);
  REQUIRE(told.size() > 2);
  CHECK(std::is_sorted(told.begin(), told.end()));
  CHECK(told.front() < 0.7);
  CHECK(told.back() == 1);
  CancelToken cancel;
  const auto stop = [&](double, const std::string&) { cancel.cancel(); };
  CHECK_THROWS_AS(read_mesh(folder / "body.obj", stop, &cancel), Cancelled);
}
