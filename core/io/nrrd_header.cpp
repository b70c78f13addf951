#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/header_fields.h"
#include "core/io/volume_header.h"

namespace skiagraph::io {
namespace {

VoxelType type_of(const std::string& name, const std::filesystem::path& path) {
  static const std::map<std::string, VoxelType> kTypes{{"signed char", VoxelType::kInt8},
                                                       {"int8", VoxelType::kInt8},
                                                       {"int8_t", VoxelType::kInt8},
                                                       {"uchar", VoxelType::kUint8},
                                                       {"unsigned char", VoxelType::kUint8},
                                                       {"uint8", VoxelType::kUint8},
                                                       {"uint8_t", VoxelType::kUint8},
                                                       {"short", VoxelType::kInt16},
                                                       {"short int", VoxelType::kInt16},
                                                       {"signed short", VoxelType::kInt16},
                                                       {"signed short int", VoxelType::kInt16},
                                                       {"int16", VoxelType::kInt16},
                                                       {"int16_t", VoxelType::kInt16},
                                                       {"ushort", VoxelType::kUint16},
                                                       {"unsigned short", VoxelType::kUint16},
                                                       {"unsigned short int", VoxelType::kUint16},
                                                       {"uint16", VoxelType::kUint16},
                                                       {"uint16_t", VoxelType::kUint16},
                                                       {"int", VoxelType::kInt32},
                                                       {"signed int", VoxelType::kInt32},
                                                       {"int32", VoxelType::kInt32},
                                                       {"int32_t", VoxelType::kInt32},
                                                       {"uint", VoxelType::kUint32},
                                                       {"unsigned int", VoxelType::kUint32},
                                                       {"uint32", VoxelType::kUint32},
                                                       {"uint32_t", VoxelType::kUint32},
                                                       {"longlong", VoxelType::kInt64},
                                                       {"long long", VoxelType::kInt64},
                                                       {"long long int", VoxelType::kInt64},
                                                       {"signed long long", VoxelType::kInt64},
                                                       {"signed long long int", VoxelType::kInt64},
                                                       {"int64", VoxelType::kInt64},
                                                       {"int64_t", VoxelType::kInt64},
                                                       {"ulonglong", VoxelType::kUint64},
                                                       {"unsigned long long", VoxelType::kUint64},
                                                       {"unsigned long long int", VoxelType::kUint64},
                                                       {"uint64", VoxelType::kUint64},
                                                       {"uint64_t", VoxelType::kUint64},
                                                       {"float", VoxelType::kFloat32},
                                                       {"double", VoxelType::kFloat64}};
  const auto found = kTypes.find(lower_case(name));
  if (found == kTypes.end()) refuse_storage(path, "\"" + name + "\"");
  return found->second;
}

/// For each axis of the file's space its direction in LPS, from "left-posterior-superior" or "LPS". Nothing
/// when the space is none of a patient.
std::optional<AxisDirections> space_of(const std::string& name) {
  std::string letters;
  if (const auto words = split(lower_case(name), '-'); words.size() == 3)
    for (const std::string& word : words) letters += word.substr(0, 1);
  else
    letters = name;
  try {
    return parse_axes(letters);
  } catch (const InputError&) {
    return std::nullopt;
  }
}

/// Millimetres in a unit of the file's space.
double unit_of(const std::string& units, const std::filesystem::path& path) {
  const std::string text = lower_case(units);
  const auto first = text.find('"'), last = first == std::string::npos ? first : text.find('"', first + 1);
  if (first == std::string::npos || last == std::string::npos) return 1;
  const std::string unit = text.substr(first + 1, last - first - 1);
  if (unit.empty() || unit == "mm" || unit.starts_with("millimet")) return 1;
  if (unit == "cm") return 10;
  if (unit == "m") return 1000;
  throw InputError("volume.unit", "\"{}\" measures in \"{}\"; save it in mm.", path, unit);
}

/// "(0,0,-2)" as three numbers between blanks.
std::string without_brackets(std::string vectors) {
  std::ranges::replace_if(
      vectors, [](char c) { return c == '(' || c == ')' || c == ','; }, ' ');
  return vectors;
}

FilePlace place_of(const HeaderFields& header, const std::filesystem::path& path) {
  FilePlace place;
  const double unit = unit_of(header["space units"], path);
  const auto space = space_of(header["space"]);
  const auto vectors = numbers_in(without_brackets(header["space directions"]), 9);
  const auto origin = numbers_in(without_brackets(header["space origin"]), 3);
  if (vectors) {
    AxisDirections directions{};
    std::array<double, 3> spacing{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
      const double* v = vectors->data() + 3 * axis;
      const double length = std::hypot(v[0], v[1], v[2]);
      spacing[axis] = length * unit;
      for (std::size_t n = 0; space && n < 3; ++n)
        for (std::size_t xyz = 0; xyz < 3; ++xyz) directions[axis][xyz] += v[n] / length * (*space)[n][xyz];
    }
    place.spacing_mm = spacing;
    if (space) place.directions = directions;
  } else if (const auto spacings = numbers_in(header["spacings"], 3)) {
    place.spacing_mm = {(*spacings)[0], (*spacings)[1], (*spacings)[2]};
  }
  if (origin && space) {
    place.origin_mm.emplace();
    for (std::size_t n = 0; n < 3; ++n)
      for (std::size_t xyz = 0; xyz < 3; ++xyz)
        (*place.origin_mm)[xyz] += (*origin)[n] * unit * (*space)[n][xyz];
  }
  return place;
}

/// The byte after so many further lines.
std::uintmax_t after_lines(const std::filesystem::path& path, std::uintmax_t offset, double lines) {
  std::ifstream file(path, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(offset));
  std::string line;
  for (double n = 0; n < lines && std::getline(file, line); ++n) offset += line.size() + 1;
  return offset;
}

void find_voxels(const HeaderFields& fields, const std::filesystem::path& path, VolumeHeader& header) {
  const std::string data_file = fields.any_of({"data file", "datafile"});
  header.voxel_file = data_file.empty() ? path : voxel_file_of(path, data_file);
  header.offset = data_file.empty() ? fields.bytes : 0;
  const std::string encoding = lower_case(fields["encoding"]);
  if (encoding == "gzip" || encoding == "gz")
    header.packing = Packing::kDeflate;
  else if (encoding == "ascii" || encoding == "text" || encoding == "txt")
    header.packing = Packing::kText;
  else if (encoding != "raw")
    refuse_storage(path, "\"" + encoding + "\"");
  const auto skip = [&](const std::string& field) {
    if (field.empty()) return 0.0;
    const auto number = numbers_in(field, 1);
    if (!number) refuse_storage(path, "data after a skip of \"" + field + "\"");
    return number->front();
  };
  const double lines = skip(fields.any_of({"line skip", "lineskip"})),
               bytes = skip(fields.any_of({"byte skip", "byteskip"}));
  if (lines > 0) header.offset = after_lines(header.voxel_file, header.offset, lines);
  header.at_end = bytes == -1 && header.packing == Packing::kNone;
  if (lines < 0 || (bytes < 0 && !header.at_end) || (bytes > 0 && header.packing == Packing::kText))
    refuse_storage(path, "data after a skip");
  if (bytes > 0) header.skip = bytes_to_skip(bytes, path);
}

}  // namespace

VolumeHeader read_nrrd_header(const std::filesystem::path& path) {
  std::string magic(4, '\0');
  std::ifstream(path, std::ios::binary).read(magic.data(), 4);
  if (magic != "NRRD") throw InputError("volume.format", "\"{}\" is not a NRRD file, or is damaged.", path);
  HeaderFields fields = read_header_fields(path, ':', "");
  VolumeHeader header;
  header.size = sizes_in(fields["sizes"], path);
  header.type = type_of(fields["type"], path);
  header.big_endian = lower_case(fields["endian"]) == "big";
  header.place = place_of(fields, path);
  find_voxels(fields, path, header);
  if (header.packing != Packing::kText && bytes_of(header.type) > 1 && fields["endian"].empty())
    refuse_storage(path, "bytes in an order that is not told (endian)");
  return header;
}

}  // namespace skiagraph::io
