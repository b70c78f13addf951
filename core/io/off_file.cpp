#include "core/io/off_file.h"

#include <charconv>
#include <cstdint>
#include <vector>

#include "core/base/text.h"
#include "core/io/coordinate_text.h"
#include "core/io/surface_builder.h"
#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

constexpr std::string_view kFormat = "OFF";

class OffReader {
 public:
  explicit OffReader(ByteSource& source)
      : source_(source), builder_(source.path(), kFormat, source.file_bytes()) {}

  geometry::TriangleMesh read() {
    skip_byte_order_mark(source_);
    std::string_view words = next_line();
    const std::string_view keyword = take_word(words);
    if (!keyword.ends_with("OFF") || keyword.find('n') != std::string_view::npos)
      throw wrong_line(source_.path(), kFormat, line_);
    std::string_view after = words;
    if (take_word(after) == "BINARY")
      throw InputError("surface.binary_off", "\"{}\" is a binary OFF file; save it as text, or as PLY.",
                       source_.path());
    // The numbers of vertices and faces follow on the same line or on the next one.
    if (trimmed(words).empty()) words = next_line();
    const std::uint64_t vertices = whole(take_word(words)), faces = whole(take_word(words));
    constexpr std::uint64_t kLeastVertexBytes = 6, kLeastFaceBytes = 4;  // with blanks and line ends
    check_surface_size(source_.path(), vertices, faces, source_.file_bytes());
    if (vertices * kLeastVertexBytes + faces * kLeastFaceBytes > source_.most_bytes())
      throw ends_early(source_.path(), kFormat);
    if (!source_.packed()) builder_.reserve(vertices, faces);
    for (std::uint64_t n = 0; n < vertices; ++n) add_vertex(next_line());
    for (std::uint64_t n = 0; n < faces; ++n) add_face(next_line());
    return builder_.finish();
  }

 private:
  /// The next line with anything in it, without its comment.
  std::string_view next_line() {
    while (const auto line = source_.line()) {
      ++line_;
      const std::string_view content = line->substr(0, line->find('#'));
      if (!trimmed(content).empty()) return content;
    }
    throw ends_early(source_.path(), kFormat);
  }

  std::uint64_t whole(std::string_view word) const {
    std::uint64_t number = 0;
    const char* end = word.data() + word.size();
    const auto [rest, error] = std::from_chars(word.data(), end, number);
    if (word.empty() || error != std::errc() || rest != end || number > SurfaceBuilder::kNoVertex)
      throw wrong_line(source_.path(), kFormat, line_);
    return number;
  }

  void add_vertex(std::string_view words) {
    Vec3 place;
    for (double* value : {&place.x, &place.y, &place.z}) {
      const std::optional<double> number = coordinate_in(take_word(words));
      if (!number) throw wrong_line(source_.path(), kFormat, line_);
      *value = *number;
    }
    builder_.add_vertex(place);
  }

  /// What follows the corners is a colour.
  void add_face(std::string_view words) {
    const std::uint64_t count = whole(take_word(words));
    if (count > words.size()) throw wrong_line(source_.path(), kFormat, line_);
    corners_.clear();
    for (std::uint64_t n = 0; n < count; ++n)
      corners_.push_back(static_cast<std::uint32_t>(whole(take_word(words))));
    builder_.add_polygon(corners_);
  }

  ByteSource& source_;
  SurfaceBuilder builder_;
  std::uint64_t line_ = 0;
  std::vector<std::uint32_t> corners_;  // of one face
};

}  // namespace

geometry::TriangleMesh read_off(ByteSource& source) {
  return OffReader(source).read();
}

}  // namespace skiagraph::io
