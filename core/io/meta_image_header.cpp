#include <cmath>
#include <map>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/header_fields.h"
#include "core/io/volume_header.h"

namespace skiagraph::io {
namespace {

/// Without those whose size depends on the program that wrote them (MET_LONG).
VoxelType type_of(const std::string& name, const std::filesystem::path& path) {
  static const std::map<std::string, VoxelType> kTypes{
      {"MET_CHAR", VoxelType::kInt8},       {"MET_UCHAR", VoxelType::kUint8},
      {"MET_SHORT", VoxelType::kInt16},     {"MET_USHORT", VoxelType::kUint16},
      {"MET_INT", VoxelType::kInt32},       {"MET_UINT", VoxelType::kUint32},
      {"MET_LONG_LONG", VoxelType::kInt64}, {"MET_ULONG_LONG", VoxelType::kUint64},
      {"MET_FLOAT", VoxelType::kFloat32},   {"MET_DOUBLE", VoxelType::kFloat64}};
  const auto found = kTypes.find(name);
  if (found == kTypes.end()) refuse_storage(path, "\"" + name + "\"");
  return found->second;
}

bool is_true(const std::string& field) {
  return field.starts_with('T') || field.starts_with('t') || field == "1";
}

FilePlace place_of(const HeaderFields& header) {
  FilePlace place;
  if (const auto mm = numbers_in(header["ElementSpacing"], 3))
    place.spacing_mm = {(*mm)[0], (*mm)[1], (*mm)[2]};
  if (const auto mm = numbers_in(header.any_of({"Offset", "Position", "Origin"}), 3))
    place.origin_mm = {(*mm)[0], (*mm)[1], (*mm)[2]};
  // Axis by axis, LPS.
  if (const auto unit = numbers_in(header.any_of({"TransformMatrix", "Rotation", "Orientation"}), 9)) {
    place.directions.emplace();
    for (std::size_t n = 0; n < 9; ++n) (*place.directions)[n / 3][n % 3] = (*unit)[n];
  }
  return place;
}

/// Of ElementToIntensityFunction...
double scale_of(const std::string& field, double otherwise, const std::filesystem::path& path) {
  if (field.empty()) return otherwise;
  const auto number = numbers_in(field, 1);
  if (!number) refuse_storage(path, "values scaled by \"" + field + "\"");
  return number->front();
}

}  // namespace

VolumeHeader read_meta_image_header(const std::filesystem::path& path) {
  const HeaderFields fields = read_header_fields(path, '=', "ElementDataFile");
  const std::string data = fields["ElementDataFile"], kind = fields["ObjectType"],
                    channels = fields["ElementNumberOfChannels"], units = fields["DistanceUnits"];
  if (data.empty() || (!kind.empty() && kind != "Image"))
    throw InputError("volume.format", "\"{}\" is not a MetaImage file, or is damaged.", path);
  if (!channels.empty() && channels != "1") refuse_storage(path, channels + " numbers for each voxel");
  if (!units.empty() && units != "mm" && units != "?")
    throw InputError("volume.unit", "\"{}\" measures in \"{}\"; save it in mm.", path, units);
  const bool local = lower_case(data) == "local";
  VolumeHeader header;
  header.size = sizes_in(fields["DimSize"], path);
  header.type = type_of(fields["ElementType"], path);
  header.big_endian = is_true(fields.any_of({"BinaryDataByteOrderMSB", "ElementByteOrderMSB"}));
  header.slope = scale_of(fields["ElementToIntensityFunctionSlope"], 1, path);
  header.intercept = scale_of(fields["ElementToIntensityFunctionOffset"], 0, path);
  header.place = place_of(fields);
  header.voxel_file = local ? path : voxel_file_of(path, data);
  header.offset = local ? fields.bytes : 0;
  if (is_true(fields["CompressedData"]))
    header.packing = Packing::kDeflate;
  else if (const std::string binary = fields["BinaryData"]; !binary.empty() && !is_true(binary))
    header.packing = Packing::kText;
  const double skip = scale_of(fields["HeaderSize"], 0, path);
  header.at_end = skip == -1 && header.packing == Packing::kNone;
  if (!header.at_end && (skip < 0 || (skip > 0 && (local || header.packing != Packing::kNone))))
    refuse_storage(path, "data after a skip");
  if (skip > 0) header.skip = bytes_to_skip(skip, path);
  return header;
}

}  // namespace skiagraph::io
