#include "core/io/ct_volume_file.h"

#include <new>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/io/archive_file.h"
#include "core/io/dicom_series.h"
#include "core/io/dicom_structure.h"
#include "core/io/volume_assembly.h"
#include "core/io/volume_formats.h"
#include "core/io/volume_process.h"
#include "core/io/voxel_stream.h"

namespace skiagraph::io {
namespace {

VolumeHeader read_header(const std::filesystem::path& path, const VolumeFormat& format) {
  if (format.name == "MetaImage") return read_meta_image_header(path);
  if (format.name == "NRRD") return read_nrrd_header(path);
  return read_nifti_header(path);
}

imaging::CtVolume read_file(const std::filesystem::path& path, const VolumeFormat& format,
                            const CtOptions& options, const ReadingWatch& watch) {
  const VolumeHeader header = read_header(path, format);
  if (bytes_of(header.type) < 2 && !options.values)
    throw InputError(
        "volume.no_ct",
        "\"{}\" holds no CT (one number of at least 16 bits per voxel); say which values air and "
        "water have, if it is one (--values AIR,WATER).",
        path);
  VolumeAssembly assembly(voxel_matrix(header.place, options, path), header.size, options, path);
  const double all = 1.0 * header.size[0] * header.size[1] * header.size[2];
  double read = 0;
  read_voxels(path, header, [&](std::span<const float> values) {
    watch.tell((read += static_cast<double>(values.size())) / all);
    assembly.add(values);
  });
  return assembly.finish();
}

imaging::CtVolume read_dicom(const std::filesystem::path& path, const CtOptions& options,
                             const ReadingWatch& watch) {
  if (!is_archive(path))
    return read_volume_apart(path, watch,
                             [&](const FileNote& note) { return read_dicom_series(path, options, note); });
  const UnpackedFolder folder;
  const auto read = [&](const FileNote& note) {
    unpack_archive(path, folder.path());
    return read_dicom_series(folder.path(), options, note);
  };
  return read_volume_apart(path, watch, read, folder.path());
}

}  // namespace

bool is_volume(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error) || volume_format_of(path) != nullptr ||
         is_archive(path) || is_dicom(path);
}

bool holds_labels(const std::filesystem::path& path) try {
  const VolumeFormat* format = volume_format_of(path);
  return format != nullptr && format->labels && read_header(path, *format).type == VoxelType::kUint8;
} catch (const InputError&) {
  return false;
}

imaging::CtVolume read_ct_volume(const std::filesystem::path& path, const CtOptions& options,
                                 const ProgressFunction& progress, const CancelToken* cancel) try {
  const ReadingWatch watch{progress, cancel};
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    throw InputError("file.missing", "There is no file or folder \"{}\".", path);
  const bool folder = std::filesystem::is_directory(path, error);
  if (const VolumeFormat* format = folder ? nullptr : volume_format_of(path))
    return read_file(path, *format, options, watch);
  if (folder || is_archive(path) || is_dicom(path)) return read_dicom(path, options, watch);
  throw InputError("volume.format", "\"{}\" is not a volume; use {}, DICOM or a folder with a DICOM series.",
                   path, volume_format_names());
} catch (const std::bad_alloc&) {
  throw InputError(
      "volume.memory",
      "The memory of this computer is not enough for the volume \"{}\"; resample it to larger voxels.", path);
}

}  // namespace skiagraph::io
