#include "core/io/ply_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "core/io/coordinate_text.h"
#include "core/io/ply_header.h"
#include "core/io/surface_builder.h"
#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

constexpr std::string_view kFormat = "PLY";

/// Takes one number after the other from binary bytes.
class BinaryNumbers {
 public:
  BinaryNumbers(ByteSource& source, std::endian order)
      : source_(source), swapped_(order != std::endian::native) {}

  double next(PlyType type) {
    switch (type) {
      case PlyType::kInt8:
        return take<std::int8_t>();
      case PlyType::kUint8:
        return take<std::uint8_t>();
      case PlyType::kInt16:
        return take<std::int16_t>();
      case PlyType::kUint16:
        return take<std::uint16_t>();
      case PlyType::kInt32:
        return take<std::int32_t>();
      case PlyType::kUint32:
        return take<std::uint32_t>();
      case PlyType::kFloat32:
        return take<float>();
      default:
        return take<double>();
    }
  }

 private:
  template <class Number>
  Number take() {
    const std::string_view next = source_.peek(sizeof(Number));
    if (next.size() < sizeof(Number)) throw ends_early(source_.path(), kFormat);
    std::array<char, sizeof(Number)> bytes;
    std::memcpy(bytes.data(), next.data(), sizeof(Number));
    source_.skip(sizeof(Number));
    if (swapped_) std::ranges::reverse(bytes);
    return std::bit_cast<Number>(bytes);
  }

  ByteSource& source_;
  bool swapped_;
};

/// Takes one number after the other from text.
class TextNumbers {
 public:
  explicit TextNumbers(ByteSource& source) : source_(source) {}

  double next(PlyType) {
    const std::string_view word = source_.word();
    if (word.empty()) throw ends_early(source_.path(), kFormat);
    const std::optional<double> number = coordinate_in(word);
    if (!number)
      throw InputError("surface.damaged", "\"{}\" is a damaged PLY file: \"{}\" is no number.",
                       source_.path(), word.substr(0, kMostQuoted));
    return *number;
  }

 private:
  static constexpr std::size_t kMostQuoted = 40;
  ByteSource& source_;
};

InputError without(ByteSource& source, std::string_view what) {
  return {"surface.damaged", "\"{}\" is a damaged PLY file: its header names no {}.", source.path(), what};
}

/// The list of corners: by its name, or the only list of whole numbers that there is.
const PlyProperty* corners_of(const PlyElement& element) {
  const PlyProperty* only = nullptr;
  int lists = 0;
  for (const PlyProperty& property : element.properties) {
    if (!property.list_length) continue;
    if (property.name == "vertex_indices" || property.name == "vertex_index") return &property;
    if (property.type == PlyType::kFloat32 || property.type == PlyType::kFloat64) continue;
    ++lists;
    only = &property;
  }
  return lists == 1 ? only : nullptr;
}

/// Reads the elements of a file, in whatever order they come.
template <class Numbers>
class Elements {
 public:
  Elements(ByteSource& source, Numbers numbers)
      : source_(source), numbers_(numbers), builder_(source.path(), kFormat, source.file_bytes()) {}

  geometry::TriangleMesh read(const PlyHeader& header) {
    reserve(header);
    for (const PlyElement& element : header.elements) {
      if (element.name == "vertex")
        read_vertices(element);
      else if (element.name == "face")
        read_corners(element, [this] { builder_.add_polygon(corners_); });
      else if (element.name == "tristrips")
        read_corners(element, [this] { builder_.add_strip(corners_); });
      else if (!element.properties.empty())
        for (std::uint64_t n = 0; n < element.count; ++n)
          for (const PlyProperty& property : element.properties) skip(property);
    }
    return builder_.finish();
  }

 private:
  /// A header may promise more than the file can hold.
  void reserve(const PlyHeader& header) {
    std::uint64_t vertices = 0, faces = 0;
    for (const PlyElement& element : header.elements) {
      if (element.name == "vertex") vertices += element.count;
      if (element.name == "face") faces += element.count;
    }
    // The last line of a text may lack its end.
    if (header.least_bytes() > source_.most_bytes() + 1) throw ends_early(source_.path(), kFormat);
    if (source_.packed())
      check_surface_size(source_.path(), vertices, faces, source_.file_bytes());
    else
      builder_.reserve(vertices, faces);
  }

  std::uint64_t list_length(PlyType type) {
    const double length = numbers_.next(type);
    if (!(length >= 0 && length <= static_cast<double>(kMostPartsOfByte * source_.file_bytes())))
      throw InputError("surface.damaged", "\"{}\" is a damaged PLY file: a list in it has {} entries.",
                       source_.path(), length);
    return static_cast<std::uint64_t>(length);
  }

  void skip(const PlyProperty& property) {
    const std::uint64_t count = property.list_length ? list_length(*property.list_length) : 1;
    for (std::uint64_t n = 0; n < count; ++n) numbers_.next(property.type);
  }

  void read_vertices(const PlyElement& element) {
    Vec3 place;
    double ignored = 0;
    std::vector<double*> targets;
    for (const auto& [name, type, length] : element.properties)
      targets.push_back(name == "x" ? &place.x : name == "y" ? &place.y : name == "z" ? &place.z : &ignored);
    for (const double* axis : {&place.x, &place.y, &place.z})
      if (std::ranges::count(targets, axis) != 1) throw without(source_, "x, y and z of its vertices");
    for (std::uint64_t n = 0; n < element.count; ++n) {
      for (std::size_t p = 0; p < targets.size(); ++p)
        if (element.properties[p].list_length)
          skip(element.properties[p]);
        else
          *targets[p] = numbers_.next(element.properties[p].type);
      builder_.add_vertex(place);
    }
  }

  template <class Add>
  void read_corners(const PlyElement& element, Add add) {
    const PlyProperty* corners = corners_of(element);
    if (corners == nullptr && element.count > 0) throw without(source_, "corners of its faces");
    for (std::uint64_t n = 0; n < element.count; ++n) {
      for (const PlyProperty& property : element.properties) {
        if (&property != corners) {
          skip(property);
          continue;
        }
        corners_.clear();
        const std::uint64_t count = list_length(*property.list_length);
        for (std::uint64_t c = 0; c < count; ++c) corners_.push_back(corner(numbers_.next(property.type)));
      }
      add();
    }
  }

  static std::uint32_t corner(double number) {
    if (!(number >= 0 && number < SurfaceBuilder::kNoVertex)) return SurfaceBuilder::kNoVertex;
    const auto whole = static_cast<std::uint32_t>(number);
    return whole == number ? whole : SurfaceBuilder::kNoVertex;
  }

  ByteSource& source_;
  Numbers numbers_;
  SurfaceBuilder builder_;
  std::vector<std::uint32_t> corners_;  // of one face
};

}  // namespace

geometry::TriangleMesh read_ply(ByteSource& source) {
  const std::string_view begin = source.peek(kMostPlyHeaderBytes);
  if (!begin.starts_with("ply"))
    throw InputError("surface.damaged", "\"{}\" is a damaged PLY file: it does not begin like one.",
                     source.path());
  const std::optional<PlyHeader> header = parse_ply_header(begin);
  if (!header)
    throw InputError("surface.damaged",
                     "\"{}\" is a damaged PLY file: its header is cut off or makes no sense.", source.path());
  source.skip(header->bytes);
  switch (*header->encoding) {
    case PlyHeader::Encoding::kText:
      return Elements(source, TextNumbers(source)).read(*header);
    case PlyHeader::Encoding::kLittleEndian:
      return Elements(source, BinaryNumbers(source, std::endian::little)).read(*header);
    default:
      return Elements(source, BinaryNumbers(source, std::endian::big)).read(*header);
  }
}

}  // namespace skiagraph::io
