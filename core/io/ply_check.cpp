#include "core/io/ply_check.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

constexpr std::size_t kMostHeaderBytes = 1 << 16;

/// Bytes of a binary number of this type; 0 when there is no such type.
std::uint64_t type_bytes(const std::string& type) {
  constexpr std::array<std::pair<const char*, int>, 16> kTypes{{{"char", 1},
                                                                {"uchar", 1},
                                                                {"int8", 1},
                                                                {"uint8", 1},
                                                                {"short", 2},
                                                                {"ushort", 2},
                                                                {"int16", 2},
                                                                {"uint16", 2},
                                                                {"int", 4},
                                                                {"uint", 4},
                                                                {"int32", 4},
                                                                {"uint32", 4},
                                                                {"float", 4},
                                                                {"float32", 4},
                                                                {"double", 8},
                                                                {"float64", 8}}};
  for (const auto& [name, bytes] : kTypes)
    if (type == name) return static_cast<std::uint64_t>(bytes);
  return 0;
}

struct Element {
  std::string name;
  std::uint64_t count = 0;
  std::uint64_t numbers_bytes = 0;  ///< of each one, without lists
  std::uint64_t lists = 0, list_count_bytes = 0, list_item_bytes = 0;
  bool list_of_bytes = true;  ///< every list's length is an unsigned byte
};

/// Faces that are one list of corners each, whose number is the byte before them.
struct FaceLists {
  std::uint64_t begin;  ///< bytes after the header
  std::uint64_t vertices, faces, corner_bytes;
};

/// The elements that a header tells of, line by line.
class Elements {
 public:
  /// False when the line makes no sense.
  bool add(const std::string& line) {
    std::istringstream words(line);
    std::string keyword;
    words >> keyword;
    if (keyword == "format") return add_format(words);
    if (keyword == "element") return add_element(words);
    if (keyword == "property") return add_property(words);
    return true;
  }

  /// What they take at least; lists may be empty.
  [[nodiscard]] std::uint64_t least_bytes() const {
    std::uint64_t total = 0;
    for (const Element& e : elements_) total += e.count * (e.numbers_bytes + e.list_count_bytes);
    return total;
  }

  /// Vertices and then nothing but faces, in binary, as nearly all scans are; nullopt: of another kind.
  [[nodiscard]] std::optional<FaceLists> face_lists() const {
    if (text_ || elements_.size() != 2) return std::nullopt;
    const Element &vertices = elements_[0], &faces = elements_[1];
    if (vertices.name != "vertex" || vertices.lists != 0 || faces.name != "face" || faces.lists != 1 ||
        !faces.list_of_bytes || faces.numbers_bytes != 0)
      return std::nullopt;
    return FaceLists{vertices.count * vertices.numbers_bytes, vertices.count, faces.count,
                     faces.list_item_bytes};
  }

 private:
  bool add_format(std::istream& words) {
    std::string type;
    words >> type;
    text_ = type == "ascii";
    return text_ || type == "binary_little_endian" || type == "binary_big_endian";
  }
  bool add_element(std::istream& words) {
    Element element;
    std::string count;
    words >> element.name >> count;
    if (count.empty() || count.size() > 10 || count.find_first_not_of("0123456789") != std::string::npos)
      return false;
    element.count = std::stoull(count);
    elements_.push_back(element);
    return true;
  }
  bool add_property(std::istream& words) {
    if (elements_.empty()) return false;
    Element& element = elements_.back();
    std::string type;
    words >> type;
    // In a text a number is a digit and a blank or line end.
    const auto bytes_of = [&](const std::string& name) { return text_ ? 2 : type_bytes(name); };
    if (type != "list") {
      element.numbers_bytes += bytes_of(type);
      return type_bytes(type) > 0;
    }
    std::string length;
    words >> length >> type;
    ++element.lists;
    element.list_of_bytes = element.list_of_bytes && (length == "uchar" || length == "uint8");
    element.list_count_bytes += bytes_of(length);
    element.list_item_bytes += bytes_of(type);
    return type_bytes(length) > 0 && type_bytes(type) > 0;
  }

  bool text_ = false;
  std::vector<Element> elements_;
};

enum class FaceKind : std::uint8_t { kTriangles, kPolygons, kCutOff };

/// Goes from list to list. first: where the file's elements begin.
FaceKind kind_of(const FaceLists& lists, std::ifstream& file, std::uint64_t first, std::uint64_t file_bytes) {
  const std::uint64_t begin = first + lists.begin;
  std::string bytes(file_bytes > begin ? file_bytes - begin : 0, '\0');
  file.clear();
  file.seekg(static_cast<std::streamoff>(begin));
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  FaceKind kind = FaceKind::kTriangles;
  std::uint64_t at = 0;
  for (std::uint64_t face = 0; face < lists.faces; ++face) {
    if (at >= bytes.size()) return FaceKind::kCutOff;
    const auto corners = static_cast<unsigned char>(bytes[at]);
    if (corners != 3) kind = FaceKind::kPolygons;
    at += 1 + corners * lists.corner_bytes;
  }
  return at > bytes.size() ? FaceKind::kCutOff : kind;
}

}  // namespace

bool check_ply(const std::filesystem::path& path) {
  const auto damaged = [&](const char* why) {
    return InputError("\"" + path.string() + "\" is a damaged PLY file: " + why + ".");
  };
  std::string header(kMostHeaderBytes, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(header.data(), static_cast<std::streamsize>(header.size()));
  header.resize(static_cast<std::size_t>(file.gcount()));
  if (!header.starts_with("ply")) throw damaged("it does not begin like one");

  Elements elements;
  std::size_t begin = 0;
  while (begin < header.size()) {
    std::size_t end = header.find_first_of("\r\n", begin);
    if (end == std::string::npos) break;
    const std::string line = header.substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with("end_header")) {
      const std::uint64_t file_bytes = std::filesystem::file_size(path);
      // The last line of a text may lack its end.
      if (begin + elements.least_bytes() > file_bytes + 1)
        throw damaged("it is shorter than its header says");
      const std::optional<FaceLists> lists = elements.face_lists();
      if (!lists) return false;
      const FaceKind kind = kind_of(*lists, file, begin, file_bytes);
      if (kind == FaceKind::kCutOff) throw damaged("it is shorter than its header says");
      return kind == FaceKind::kTriangles && lists->vertices < 2 * lists->faces;
    }
    if (!elements.add(line)) throw damaged("its header makes no sense");
  }
  throw damaged("its header is cut off");
}

}  // namespace skiagraph::io
