#include "core/io/ply_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/joined_vertices.h"
#include "core/io/ply_header.h"
#include "core/io/surface_limits.h"

namespace skiagraph::io {
namespace {

using geometry::TriangleMesh;

/// Thrown inside this file: the numbers are not what the header says.
struct CutOff {};
struct WrongCorner {};

/// Takes one number after the other from binary bytes.
class BinaryNumbers {
 public:
  BinaryNumbers(std::string_view bytes, std::endian order)
      : rest_(bytes), swapped_(order != std::endian::native) {}

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
    if (rest_.size() < sizeof(Number)) throw CutOff();
    std::array<char, sizeof(Number)> bytes;
    std::memcpy(bytes.data(), rest_.data(), sizeof(Number));
    rest_.remove_prefix(sizeof(Number));
    if (swapped_) std::ranges::reverse(bytes);
    return std::bit_cast<Number>(bytes);
  }

  std::string_view rest_;
  bool swapped_;
};

/// Takes one number after the other from text.
class TextNumbers {
 public:
  explicit TextNumbers(std::string_view text) : rest_(text) {}

  double next(PlyType) {
    constexpr std::string_view kSpace = " \t\r\n";
    rest_.remove_prefix(std::min(rest_.find_first_not_of(kSpace), rest_.size()));
    const std::string_view word = rest_.substr(0, rest_.find_first_of(kSpace));
    rest_.remove_prefix(word.size());
    const std::optional<double> number = number_in(word);
    if (!number) throw CutOff();
    return *number;
  }

 private:
  std::string_view rest_;
};

/// Whose fan of triangles faces the same way all over, even when the polygon has a concave corner.
std::size_t fan_centre(const TriangleMesh& mesh, const std::vector<std::uint32_t>& polygon) {
  const std::size_t count = polygon.size();
  const auto place = [&](std::size_t n) { return mesh.vertices[polygon[n % count]]; };
  Vec3 normal;
  for (std::size_t n = 1; n + 1 < count; ++n)
    normal = normal + cross(place(n) - place(0), place(n + 1) - place(0));
  const auto faces_one_way = [&](std::size_t centre) {
    for (std::size_t n = 1; n + 1 < count; ++n)
      if (dot(normal, cross(place(centre + n) - place(centre), place(centre + n + 1) - place(centre))) < 0)
        return false;
    return true;
  };
  for (std::size_t centre = 0; centre < count; ++centre)
    if (faces_one_way(centre)) return centre;
  return 0;
}

/// Reads the elements of a file, in whatever order they come.
template <class Numbers>
class Elements {
 public:
  explicit Elements(Numbers numbers) : numbers_(numbers) {}

  TriangleMesh read(const PlyHeader& header) {
    for (const PlyElement& element : header.elements) {
      if (element.name == "vertex")
        read_vertices(element);
      else if (element.name == "face")
        read_corners(element, [this] { add_face(); });
      else if (element.name == "tristrips")
        read_corners(element, [this] { add_strips(); });
      else
        for (std::uint64_t n = 0; n < element.count; ++n)
          for (const PlyProperty& property : element.properties) skip(property);
    }
    for (const auto& triangle : mesh_.triangles)
      for (const std::uint32_t corner : triangle) check(corner);
    for (const auto& polygon : polygons_) add_polygon(polygon);
    return std::move(mesh_);
  }

 private:
  void skip(const PlyProperty& property) {
    const double count = property.list_length ? numbers_.next(*property.list_length) : 1;
    for (double n = 0; n < count; ++n) numbers_.next(property.type);
  }

  void read_vertices(const PlyElement& element) {
    mesh_.vertices.reserve(element.count);
    Vec3 place;
    double ignored = 0;
    std::vector<double*> targets;
    for (const auto& [name, type, length] : element.properties)
      targets.push_back(name == "x" ? &place.x : name == "y" ? &place.y : name == "z" ? &place.z : &ignored);
    for (std::uint64_t n = 0; n < element.count; ++n) {
      for (std::size_t p = 0; p < targets.size(); ++p)
        if (element.properties[p].list_length)
          skip(element.properties[p]);
        else
          *targets[p] = numbers_.next(element.properties[p].type);
      mesh_.vertices.push_back(place);
    }
  }

  template <class Add>
  void read_corners(const PlyElement& element, Add add) {
    mesh_.triangles.reserve(element.count);
    const auto is_corners = [](const PlyProperty& property) {
      return property.list_length && (property.name == "vertex_indices" || property.name == "vertex_index");
    };
    const auto corners = std::ranges::find_if(element.properties, is_corners);
    for (std::uint64_t n = 0; n < element.count; ++n) {
      corners_.clear();
      for (auto property = element.properties.begin(); property != element.properties.end(); ++property) {
        if (property != corners) {
          skip(*property);
          continue;
        }
        const double count = numbers_.next(*property->list_length);
        for (double corner = 0; corner < count; ++corner) corners_.push_back(numbers_.next(property->type));
      }
      add();
    }
  }

  static std::uint32_t index(double corner) {
    if (!(corner >= 0 && corner <= 0xffffffffU)) throw WrongCorner();
    return static_cast<std::uint32_t>(corner);
  }
  void check(std::uint32_t corner) const {
    if (corner >= mesh_.vertices.size()) throw WrongCorner();
  }

  void add_face() {
    if (corners_.size() == 3) {
      mesh_.triangles.push_back({index(corners_[0]), index(corners_[1]), index(corners_[2])});
    } else if (corners_.size() > 3) {
      auto& polygon = polygons_.emplace_back();
      for (const double corner : corners_) polygon.push_back(index(corner));
    }
  }

  /// Corners of a strip of triangles; -1 begins the next strip.
  void add_strips() {
    std::size_t first = 0;
    for (std::size_t n = 0; n < corners_.size(); ++n) {
      if (corners_[n] < 0) first = n + 1;
      if (n < first + 2) continue;
      const std::size_t odd = (n - first) % 2;
      mesh_.triangles.push_back(
          {index(corners_[n - 2 + odd]), index(corners_[n - 1 - odd]), index(corners_[n])});
    }
  }

  void add_polygon(const std::vector<std::uint32_t>& polygon) {
    for (const std::uint32_t corner : polygon) check(corner);
    const std::size_t count = polygon.size(), centre = fan_centre(mesh_, polygon);
    for (std::size_t n = 1; n + 1 < count; ++n)
      mesh_.triangles.push_back(
          {polygon[centre], polygon[(centre + n) % count], polygon[(centre + n + 1) % count]});
  }

  Numbers numbers_;
  TriangleMesh mesh_;
  std::vector<double> corners_;                       // of one face
  std::vector<std::vector<std::uint32_t>> polygons_;  // made triangles of when all vertices are known
};

TriangleMesh read_elements(const PlyHeader& header, std::string_view numbers) {
  switch (*header.encoding) {
    case PlyHeader::Encoding::kText:
      return Elements(TextNumbers(numbers)).read(header);
    case PlyHeader::Encoding::kLittleEndian:
      return Elements(BinaryNumbers(numbers, std::endian::little)).read(header);
    default:
      return Elements(BinaryNumbers(numbers, std::endian::big)).read(header);
  }
}

std::uint64_t count_of(const PlyHeader& header, std::string_view element) {
  std::uint64_t count = 0;
  for (const PlyElement& each : header.elements)
    if (each.name == element) count += each.count;
  return count;
}

void check(const PlyHeader& header, std::uint64_t file_bytes, const std::filesystem::path& path) {
  // The last line of a text may lack its end.
  if (header.bytes + header.least_bytes() > file_bytes + 1) throw CutOff();
  check_surface_size(path, count_of(header, "vertex"), count_of(header, "face"));
}

}  // namespace

TriangleMesh read_ply(const std::filesystem::path& path) try {
  std::error_code error;
  const std::uint64_t file_bytes = std::filesystem::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || !file) throw InputError("file.unreadable", "\"{}\" cannot be read.", path);
  std::string bytes(std::min<std::uint64_t>(file_bytes, kMostPlyHeaderBytes), '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!bytes.starts_with("ply"))
    throw InputError("surface.damaged", "\"{}\" is a damaged PLY file: it does not begin like one.", path);
  const std::optional<PlyHeader> header = parse_ply_header(bytes);
  if (!header)
    throw InputError("surface.damaged",
                     "\"{}\" is a damaged PLY file: its header is cut off or makes no sense.", path);
  check(*header, file_bytes, path);
  const std::size_t read = bytes.size();
  bytes.resize(file_bytes);
  file.read(bytes.data() + read, static_cast<std::streamsize>(bytes.size() - read));
  TriangleMesh mesh = read_elements(*header, std::string_view(bytes).substr(header->bytes));
  join_vertices(mesh);
  return mesh;
} catch (const CutOff&) {
  throw InputError("surface.damaged", "\"{}\" is a damaged PLY file: it is shorter than its header says.",
                   path);
} catch (const WrongCorner&) {
  throw InputError("surface.damaged",
                   "\"{}\" is a damaged PLY file: it names vertices that it does not hold.", path);
}

}  // namespace skiagraph::io
