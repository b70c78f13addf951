#include "core/io/ply_header.h"

#include <array>
#include <charconv>
#include <sstream>
#include <utility>

#include "core/base/text.h"

namespace skiagraph::io {
namespace {

std::optional<PlyType> type_named(const std::string& name) {
  constexpr std::array<std::pair<std::string_view, PlyType>, 16> kTypes{{{"char", PlyType::kInt8},
                                                                         {"int8", PlyType::kInt8},
                                                                         {"uchar", PlyType::kUint8},
                                                                         {"uint8", PlyType::kUint8},
                                                                         {"short", PlyType::kInt16},
                                                                         {"int16", PlyType::kInt16},
                                                                         {"ushort", PlyType::kUint16},
                                                                         {"uint16", PlyType::kUint16},
                                                                         {"int", PlyType::kInt32},
                                                                         {"int32", PlyType::kInt32},
                                                                         {"uint", PlyType::kUint32},
                                                                         {"uint32", PlyType::kUint32},
                                                                         {"float", PlyType::kFloat32},
                                                                         {"float32", PlyType::kFloat32},
                                                                         {"double", PlyType::kFloat64},
                                                                         {"float64", PlyType::kFloat64}}};
  for (const auto& [known, type] : kTypes)
    if (name == known) return type;
  return std::nullopt;
}

bool add_format(PlyHeader& header, std::istream& words) {
  std::string name;
  words >> name;
  if (name == "ascii") header.encoding = PlyHeader::Encoding::kText;
  if (name == "binary_little_endian") header.encoding = PlyHeader::Encoding::kLittleEndian;
  if (name == "binary_big_endian") header.encoding = PlyHeader::Encoding::kBigEndian;
  return header.encoding.has_value();
}

bool add_element(PlyHeader& header, std::istream& words) {
  constexpr std::uint64_t kMost = 10'000'000'000;  // so that sizes in bytes do not overflow
  PlyElement element;
  std::string count;
  words >> element.name >> count;
  const char* end = count.data() + count.size();
  const auto [rest, error] = std::from_chars(count.data(), end, element.count);
  if (error != std::errc() || rest != end || element.count > kMost) return false;
  header.elements.push_back(std::move(element));
  return true;
}

bool add_property(PlyHeader& header, std::istream& words) {
  PlyProperty property;
  std::string type;
  words >> type;
  if (type == "list") {
    words >> type;
    property.list_length = type_named(type);
    if (!property.list_length) return false;
    words >> type;
  }
  words >> property.name;
  const std::optional<PlyType> known = type_named(type);
  if (header.elements.empty() || !known) return false;
  property.type = *known;
  header.elements.back().properties.push_back(std::move(property));
  return true;
}

/// False when the line makes no sense.
bool add_line(PlyHeader& header, std::string_view line) {
  std::istringstream words{std::string(line)};
  std::string keyword;
  words >> keyword;
  if (keyword == "format") return add_format(header, words);
  if (keyword == "element") return add_element(header, words);
  if (keyword == "property") return add_property(header, words);
  return true;
}

}  // namespace

std::uint64_t bytes_of(PlyType type) {
  switch (type) {
    case PlyType::kInt8:
    case PlyType::kUint8:
      return 1;
    case PlyType::kInt16:
    case PlyType::kUint16:
      return 2;
    case PlyType::kFloat64:
      return 8;
    default:
      return 4;
  }
}

std::uint64_t PlyHeader::least_bytes() const {
  constexpr std::uint64_t kTextBytes = 2;  // a digit and a blank or line end
  std::uint64_t total = 0;
  for (const PlyElement& element : elements)
    for (const PlyProperty& property : element.properties)
      total +=
          element.count *
          (encoding == Encoding::kText ? kTextBytes : bytes_of(property.list_length.value_or(property.type)));
  return total;
}

std::optional<PlyHeader> parse_ply_header(std::string_view begin) {
  const std::size_t first_end = begin.find_first_of("\r\n");
  if (first_end == std::string_view::npos) return std::nullopt;
  // Lines end in LF, CR LF or both, or all of them in CR. The byte after the last one is data, whatever it
  // is.
  const bool carriage_returns = begin[first_end] == '\r' && !begin.substr(first_end).starts_with("\r\n");
  const char line_end = carriage_returns ? '\r' : '\n';
  PlyHeader header;
  std::size_t at = begin.find(line_end) + 1;
  for (;;) {
    const std::size_t end = begin.find(line_end, at);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = begin.substr(at, end - at);
    at = end + 1;
    if (trimmed(line) == "end_header") break;
    if (!add_line(header, line)) return std::nullopt;
  }
  header.bytes = at;
  return header.encoding ? std::optional(header) : std::nullopt;
}

}  // namespace skiagraph::io
