#include "core/io/label_volume_file.h"

#include <algorithm>
#include <new>

#include "core/base/error.h"
#include "core/io/volume_limits.h"
#include "core/io/voxel_axes.h"
#include "core/io/voxel_stream.h"

namespace skiagraph::io {

namespace {

/// Slices are interpolated until voxels are about as high as wide; all of them must have room.
void check_size(const VoxelAxes& axes, const std::filesystem::path& path) {
  const double factor = std::max(1.0, axes.spacing_mm.z / axes.spacing_mm.x);
  check_voxel_count(path, factor * axes.size[0] * axes.size[1] * axes.size[2]);
}

bodies::LabelVolume read_nifti(const std::filesystem::path& path) {
  const VolumeHeader header = read_nifti_header(path);
  if (header.type != VoxelType::kUint8)
    throw InputError("volume.no_labels", "\"{}\" holds no organ labels (one unsigned byte per voxel).", path);
  const VoxelAxes axes = voxel_axes(voxel_matrix(header.place, {}, path), header.size, path);
  check_size(axes, path);
  bodies::LabelVolume volume{axes.size[0], axes.size[1], axes.size[2], axes.spacing_mm, axes.origin_mm, {}};
  PatientOrder order(axes);
  read_voxels(path, header, [&](std::span<const float> values) {
    if (volume.labels.empty())
      volume.labels.resize(static_cast<std::size_t>(volume.nx) * volume.ny * volume.nz);
    for (const float value : values) volume.labels[order.next()] = static_cast<std::uint8_t>(value);
  });
  return volume;
}

}  // namespace

bodies::LabelVolume read_label_volume(const std::filesystem::path& path) try {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    throw InputError("file.missing", "There is no file \"{}\".", path);
  return read_nifti(path);
} catch (const std::bad_alloc&) {
  throw InputError(
      "volume.memory",
      "The memory of this computer is not enough for the volume \"{}\"; resample it to larger voxels.", path);
}

}  // namespace skiagraph::io
