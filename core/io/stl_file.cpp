#include "core/io/stl_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/io/coordinate_text.h"
#include "core/io/joined_vertices.h"
#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

using geometry::TriangleMesh;

constexpr std::string_view kFormat = "STL";
constexpr std::size_t kHeaderBytes = 84, kCountAt = 80, kTriangleBytes = 50;

/// Triangles whose corners come with their places each time; vertices are joined at once, as they take six
/// times the memory otherwise.
class Triangles {
 public:
  Triangles(ByteSource& source, std::size_t expected) : source_(source), table_(expected / 2) {
    mesh_.vertices.reserve(expected / 2);
    mesh_.triangles.reserve(expected);
  }

  void add(const std::array<Vec3, 3>& places) {
    std::array<std::uint32_t, 3> corners;
    for (std::size_t n = 0; n < 3; ++n) {
      corners[n] = table_.number_of(places[n], mesh_.vertices);
      if (corners[n] == mesh_.vertices.size()) mesh_.vertices.push_back(places[n]);
    }
    mesh_.triangles.push_back(corners);
    check_surface_size(source_.path(), mesh_.vertices.size(), mesh_.triangles.size(), source_.file_bytes());
  }

  TriangleMesh finish() {
    if (mesh_.triangles.empty())
      throw InputError("surface.empty", "\"{}\" holds no triangles.", source_.path());
    return std::move(mesh_);
  }

 private:
  ByteSource& source_;
  VertexTable table_;
  TriangleMesh mesh_;
};

/// Binary files may begin with "solid" as well, but text holds no bytes that are no signs.
bool is_text(ByteSource& source) {
  constexpr std::size_t kLooked = 512;
  std::string_view begin = source.peek(kLooked);
  if (begin.starts_with("\xef\xbb\xbf")) return true;
  if (!std::ranges::all_of(begin, [](char c) { return c < 0 || c >= ' ' || (c >= '\t' && c <= '\r'); }))
    return false;
  return lower_case(take_word(begin)) == "solid";
}

Vec3 place_in(std::string_view words, ByteSource& source, std::uint64_t line) {
  Vec3 place;
  for (double* value : {&place.x, &place.y, &place.z}) {
    const std::optional<double> number = coordinate_in(take_word(words));
    if (!number) throw wrong_line(source.path(), kFormat, line);
    *value = *number;
  }
  return place;
}

/// Normals are not looked at, so they may be anything.
TriangleMesh read_text(ByteSource& source) {
  skip_byte_order_mark(source);
  Triangles triangles(source, 0);
  std::array<Vec3, 3> places;
  std::size_t corners = 0;
  bool ended = false;
  std::uint64_t number = 0;
  while (auto line = source.line()) {
    ++number;
    const std::string word = lower_case(take_word(*line));
    if (word == "vertex") {
      if (corners == places.size()) throw wrong_line(source.path(), kFormat, number);
      places[corners++] = place_in(*line, source, number);
    } else if (word == "endloop" || word == "endfacet") {
      if (corners == places.size()) triangles.add(places);
      if (corners != 0 && corners != places.size()) throw wrong_line(source.path(), kFormat, number);
      corners = 0;
    }
    if (!word.empty()) ended = word == "endsolid";
  }
  if (!ended) throw ends_early(source.path(), kFormat);
  return triangles.finish();
}

std::array<Vec3, 3> places_in(std::string_view triangle) {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::size_t kNormalBytes = 12;
  std::array<float, 9> numbers;
  std::memcpy(numbers.data(), triangle.data() + kNormalBytes, sizeof numbers);
  const auto place = [&](std::size_t n) { return Vec3{numbers[n], numbers[n + 1], numbers[n + 2]}; };
  return {place(0), place(3), place(6)};
}

/// A file whose size is one of so many triangles holds more than a count says that is too small: some
/// programs leave the count at 0. One that holds less is cut off.
TriangleMesh read_binary(ByteSource& source) {
  const std::string_view header = source.peek(kHeaderBytes);
  if (header.size() < kHeaderBytes) throw ends_early(source.path(), kFormat);
  std::uint32_t count = 0;
  std::memcpy(&count, header.data() + kCountAt, sizeof count);
  source.skip(kHeaderBytes);
  const std::uint64_t most = (source.most_bytes() - kHeaderBytes) / kTriangleBytes;
  if (!source.packed()) {
    if (most < count) throw ends_early(source.path(), kFormat);
    if (source.most_bytes() == kHeaderBytes + most * kTriangleBytes) count = static_cast<std::uint32_t>(most);
  }
  check_surface_size(source.path(), 0, count, source.file_bytes());
  Triangles triangles(source, source.packed() ? 0 : count);
  for (std::uint32_t n = 0; n < count; ++n) {
    const std::string_view triangle = source.peek(kTriangleBytes);
    if (triangle.size() < kTriangleBytes) throw ends_early(source.path(), kFormat);
    triangles.add(places_in(triangle));
    source.skip(kTriangleBytes);
  }
  return triangles.finish();
}

}  // namespace

TriangleMesh read_stl(ByteSource& source) {
  return is_text(source) ? read_text(source) : read_binary(source);
}

}  // namespace skiagraph::io
