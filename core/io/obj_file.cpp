#include "core/io/obj_file.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <vector>

#include "core/io/coordinate_text.h"
#include "core/io/surface_builder.h"
#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

constexpr std::string_view kFormat = "OBJ";

class ObjReader {
 public:
  explicit ObjReader(ByteSource& source)
      : source_(source), builder_(source.path(), kFormat, source.file_bytes()) {}

  geometry::TriangleMesh read() {
    skip_byte_order_mark(source_);
    while (const auto line = source_.line()) {
      ++line_;
      if (line->ends_with('\\') || !continued_.empty())
        read_continued(*line);
      else
        read_statement(*line);
    }
    // No count tells where the file should end, but a face has three corners.
    if (in_face_ || !continued_.empty()) throw ends_early(source_.path(), kFormat);
    return builder_.finish();
  }

 private:
  /// A line that ends in a backslash goes on in the next one.
  void read_continued(std::string_view line) {
    const bool goes_on = line.ends_with('\\');
    if (goes_on) line.remove_suffix(1);
    constexpr std::size_t kMostBytes = 1 << 26;
    if (continued_.size() + line.size() > kMostBytes) throw wrong_line(source_.path(), kFormat, line_);
    continued_.append(line).append(1, ' ');
    if (goes_on) return;
    read_statement(continued_);
    continued_.clear();
  }

  void read_statement(std::string_view line) {
    const std::string_view keyword = take_word(line);
    in_face_ = false;
    if (keyword == "v") add_vertex(line);
    if (keyword == "f" || keyword == "fo") add_face(line);
  }

  void add_vertex(std::string_view words) {
    Vec3 place;
    for (double* value : {&place.x, &place.y, &place.z}) {
      const std::string_view word = take_word(words);
      const std::optional<double> number = coordinate_in(word);
      if (!number && word.find(',') != std::string_view::npos)
        throw InputError(
            "surface.comma",
            "\"{}\" writes its numbers with a decimal comma (line {}); export it with decimal points.",
            source_.path(), line_);
      if (!number) throw wrong_line(source_.path(), kFormat, line_);
      *value = *number;
    }
    builder_.add_vertex(place);
  }

  void add_face(std::string_view words) {
    corners_.clear();
    for (std::string_view word = take_word(words); !word.empty() && !word.starts_with('#');
         word = take_word(words))
      corners_.push_back(corner(word));
    in_face_ = corners_.size() < 3;
    builder_.add_polygon(corners_);
  }

  /// "12/3/4": vertex, texture and normal, from 1 on; negative ones count back from the last vertex.
  std::uint32_t corner(std::string_view word) const {
    std::int64_t number = 0;
    const char* end = word.data() + word.size();
    const auto [rest, error] = std::from_chars(word.data(), end, number);
    if (error != std::errc() || (rest != end && *rest != '/'))
      throw wrong_line(source_.path(), kFormat, line_);
    const std::int64_t index = number < 0 ? builder_.vertex_count() + number : number - 1;
    return index >= 0 && index < SurfaceBuilder::kNoVertex ? static_cast<std::uint32_t>(index)
                                                           : SurfaceBuilder::kNoVertex;
  }

  ByteSource& source_;
  SurfaceBuilder builder_;
  std::uint64_t line_ = 0;
  std::string continued_;
  std::vector<std::uint32_t> corners_;  // of one face
  bool in_face_ = false;                // whose line ends before its third corner
};

}  // namespace

geometry::TriangleMesh read_obj(ByteSource& source) {
  return ObjReader(source).read();
}

}  // namespace skiagraph::io
