#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skiagraph::io {

enum class PlyType : std::uint8_t { kInt8, kUint8, kInt16, kUint16, kInt32, kUint32, kFloat32, kFloat64 };

/// In a binary file.
std::uint64_t bytes_of(PlyType type);

struct PlyProperty {
  std::string name;
  PlyType type{};                      ///< of the number, or of each number of a list
  std::optional<PlyType> list_length;  ///< of the number before a list; nothing when it is no list
};

struct PlyElement {
  std::string name;
  std::uint64_t count = 0;
  std::vector<PlyProperty> properties;
};

/// The text at the beginning of a PLY file. Private to core/io.
struct PlyHeader {
  enum class Encoding : std::uint8_t { kText, kLittleEndian, kBigEndian };

  std::optional<Encoding> encoding;
  std::vector<PlyElement> elements;
  std::size_t bytes = 0;  ///< of the header itself

  /// What the elements take at least: lists may be empty.
  [[nodiscard]] std::uint64_t least_bytes() const;
};

/// `begin`: the first bytes of the file, at least kMostPlyHeaderBytes of them where it has so many. Nothing
/// when the header is cut off or makes no sense.
std::optional<PlyHeader> parse_ply_header(std::string_view begin);

inline constexpr std::size_t kMostPlyHeaderBytes = 1 << 16;

}  // namespace skiagraph::io
