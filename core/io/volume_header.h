#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/io/ct_options.h"

namespace skiagraph::io {

/// What a file says of where its voxels lie, axis by axis; nothing where it says nothing.
struct FilePlace {
  std::optional<AxisDirections> directions;
  std::optional<std::array<double, 3>> spacing_mm;
  std::optional<std::array<double, 3>> origin_mm;  ///< of its voxel (0, 0, 0), LPS
};

enum class VoxelType { kInt8, kUint8, kInt16, kUint16, kInt32, kUint32, kInt64, kUint64, kFloat32, kFloat64 };
enum class Packing { kNone, kDeflate, kText };

/// Header of a NIfTI, NRRD or MetaImage file: one number for each voxel. Private to core/io.
struct VolumeHeader {
  std::array<int, 3> size{};
  FilePlace place;
  VoxelType type = VoxelType::kInt16;
  bool big_endian = false;
  double slope = 1, intercept = 0;  ///< a voxel means slope * value + intercept
  // Where the voxels are.
  std::filesystem::path voxel_file;
  std::uintmax_t offset = 0;  ///< bytes of the file before them, packed or not
  std::uintmax_t skip = 0;    ///< bytes to leave out after unpacking
  bool at_end = false;        ///< they are the last bytes of the file, whatever comes before
  Packing packing = Packing::kNone;
};

std::size_t bytes_of(VoxelType type);

/// From the file's own bytes. Throw InputError, one sentence that names the file: not of this format, or
/// stored in a way that is not read.
VolumeHeader read_nifti_header(const std::filesystem::path& path);
VolumeHeader read_nrrd_header(const std::filesystem::path& path);
VolumeHeader read_meta_image_header(const std::filesystem::path& path);

}  // namespace skiagraph::io
