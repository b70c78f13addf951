#include "core/io/label_volume_file.h"

#include <vtkExecutive.h>
#include <vtkImageData.h>
#include <vtkNIFTIImageReader.h>
#include <vtkNew.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <new>

#include "core/base/error.h"
#include "core/io/nifti_axes.h"
#include "core/io/volume_limits.h"
#include "core/io/vtk_errors.h"

namespace skiagraph::io {

namespace {

/// Slices are interpolated until voxels are about as high as wide; all of them must have room.
void check_size(const VoxelAxes& axes, const std::filesystem::path& path) {
  const double factor = std::max(1.0, axes.spacing_mm.z / axes.spacing_mm.x);
  check_voxel_count(path, factor * axes.size[0] * axes.size[1] * axes.size[2]);
}

bodies::LabelVolume read_nifti(const std::filesystem::path& path) {
  vtkNew<vtkNIFTIImageReader> reader;
  if (reader->CanReadFile(path.c_str()) == 0)
    throw InputError("volume.format", "\"{}\" is not a NIfTI file, or is damaged.", path);
  const VtkErrors errors(reader), pipeline_errors(reader->GetExecutive());
  reader->SetFileName(path.c_str());
  reader->UpdateInformation();
  const int* extent = reader->GetDataExtent();
  const std::array size{extent[1] - extent[0] + 1, extent[3] - extent[2] + 1, extent[5] - extent[4] + 1};
  check_voxel_count(path, 1.0 * reader->GetNumberOfScalarComponents() * size[0] * size[1] * size[2]);
  if (errors.any() || pipeline_errors.any()) throw InputError("volume.damaged", "\"{}\" is damaged.", path);
  if (reader->GetDataScalarType() != VTK_UNSIGNED_CHAR || reader->GetNumberOfScalarComponents() != 1)
    throw InputError("volume.no_labels", "\"{}\" holds no organ labels (one unsigned byte per voxel).", path);
  const VoxelAxes axes = voxel_axes(nifti_to_patient(*reader), size, path);
  check_size(axes, path);
  reader->Update();
  vtkImageData* image = reader->GetOutput();
  if (errors.any() || pipeline_errors.any() || image == nullptr || image->GetNumberOfPoints() == 0)
    throw InputError("volume.damaged", "\"{}\" is damaged.", path);

  bodies::LabelVolume volume{axes.size[0], axes.size[1], axes.size[2], axes.spacing_mm, axes.origin_mm, {}};
  volume.labels.reserve(static_cast<std::size_t>(image->GetNumberOfPoints()));
  const auto* voxels = static_cast<const std::uint8_t*>(image->GetScalarPointer());
  axes.for_each([&](std::ptrdiff_t n) { volume.labels.push_back(voxels[n]); });
  return volume;
}

}  // namespace

bodies::LabelVolume read_label_volume(const std::filesystem::path& path) try {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    throw InputError("file.missing", "There is no file \"{}\".", path);
  return read_nifti(path);
} catch (const std::bad_alloc&) {
  throw InputError("volume.memory", "The memory of this computer is not enough for the volume \"{}\".", path);
}

}  // namespace skiagraph::io
