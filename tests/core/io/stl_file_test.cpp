#include <catch2/catch.hpp>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <string>

#include "core/io/mesh_file.h"
#include "tests/core/io/files.h"
#include "tests/core/io/surface_files.h"
#include "tests/core/io/surface_shape.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

constexpr std::size_t kCountAt = 80, kTriangles = 4, kTriangleBytes = 50;

std::string binary_stl() {
  const TemporaryFolder folder;
  write_stl(folder / "body.stl", tetrahedron());
  return read_file(folder / "body.stl");
}

std::string text_stl() {
  const TemporaryFolder folder;
  write_stl_ascii(folder / "body.stl", tetrahedron());
  return read_file(folder / "body.stl");
}

std::string with_count(std::string bytes, std::uint32_t count) {
  std::memcpy(bytes.data() + kCountAt, &count, sizeof count);
  return bytes;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

bool is_read(const std::string& bytes) {
  const TemporaryFolder folder;
  write_file(folder / "body.stl", bytes);
  return shape(read_mesh(folder / "body.stl")) == shape(tetrahedron());
}

Refusal refusal(const std::string& bytes) {
  const TemporaryFolder folder;
  write_file(folder / "body.stl", bytes);
  return refusal_of(folder / "body.stl");
}

}  // namespace

TEST_CASE("Bytes after the triangles of a binary STL do not matter") {
  for (const std::size_t bytes : {1, 2, 49, 51, 1001}) {
    CAPTURE(bytes);
    CHECK(is_read(binary_stl() + std::string(bytes, '\1')));
  }
}

TEST_CASE("A binary STL may begin like a text") {
  std::string bytes = binary_stl();
  bytes.replace(0, 10, "solid body");
  CHECK(is_read(bytes));
}

TEST_CASE("A binary STL whose count is too small is as large as its file") {
  CHECK(is_read(with_count(binary_stl(), 0)));
  CHECK(is_read(with_count(binary_stl(), 1)));
}

TEST_CASE("A binary STL that lacks triangles is refused") {
  for (const std::uint32_t count : {5U, 77U, 400'000'000U, 0xffffffffU})
    CHECK(refusal(with_count(binary_stl(), count)).code == "surface.damaged");
  const std::string whole = binary_stl();
  for (std::size_t n = 1; n < kTriangles; ++n)
    CHECK(refusal(whole.substr(0, whole.size() - n * kTriangleBytes)).code == "surface.damaged");
}

TEST_CASE("Text STL is read however it is written") {
  const std::string text = text_stl();
  std::string capitals = text;
  for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  CHECK(is_read(capitals));
  CHECK(is_read("\n \n" + text));
  CHECK(is_read("\xef\xbb\xbf" + text));
  CHECK(is_read(replaced(text, "\n", "\r\n")));
  CHECK(is_read(replaced(text, "\n", "\r")));
  CHECK(is_read(replaced(text, "vertex", "\t  vertex")));
  CHECK(is_read(replaced(text, "solid body", "solid vertex facet 3")));
  CHECK(is_read(text + "\n\n"));
  for (const char* normal : {"nan nan nan", "-nan(ind) -nan(ind) -nan(ind)", "1.#QNAN 0 0", "", "0,5 0,5 0"})
    CHECK(is_read(replaced(text, "normal 0 0 0", std::string("normal ") + normal)));
}

TEST_CASE("Several solids of a text STL are one surface") {
  const TemporaryFolder folder;
  write_file(folder / "body.stl", text_stl() + replaced(text_stl(), "vertex ", "vertex 1"));
  CHECK(read_mesh(folder / "body.stl").triangles.size() == 2 * kTriangles);
}

TEST_CASE("Text STL that is cut off or makes no sense is refused") {
  const std::string text = text_stl();
  for (std::size_t bytes = 10; bytes + 14 < text.size(); bytes += 7) {
    CAPTURE(bytes);
    CHECK(refusal(text.substr(0, bytes)).code == "surface.damaged");
  }
  CHECK_THAT(refusal(replaced(text, "vertex 3 ", "vertex three ")).sentence, Contains("line 6"));
  CHECK(refusal(replaced(text, "vertex 3 0.25 -1\n", "")).code == "surface.damaged");  // two corners
  CHECK(refusal("solid empty\nendsolid\n").code == "surface.empty");
}
