#include "core/io/ct_volume_file.h"

#include <vtkDataArray.h>
#include <vtkExecutive.h>
#include <vtkImageData.h>
#include <vtkImageReader2.h>
#include <vtkMetaImageReader.h>
#include <vtkNIFTIImageReader.h>
#include <vtkNew.h>
#include <vtkNrrdReader.h>
#include <vtkSetGet.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <optional>
#include <string_view>

#include "core/base/error.h"
#include "core/io/dicom_series.h"
#include "core/io/image_header.h"
#include "core/io/nifti_axes.h"
#include "core/io/volume_formats.h"
#include "core/io/volume_limits.h"
#include "core/io/vtk_errors.h"

namespace skiagraph::io {
namespace {

constexpr float kAir = -1000;
constexpr int kFewestSlices = 4;

void check_format(vtkImageReader2& reader, const std::filesystem::path& path, std::string_view format) {
  if (reader.CanReadFile(path.c_str()) == 0)
    throw InputError("volume.format", "\"{}\" is not a {} file, or is damaged.", path, format);
}

/// What the reader's header claims, before memory is taken for it.
void check_claim(vtkImageReader2& reader, const std::filesystem::path& path,
                 std::optional<std::uintmax_t> voxel_bytes) {
  const int* extent = reader.GetDataExtent();
  double claimed = reader.GetNumberOfScalarComponents();
  for (int axis = 0; axis < 3; ++axis) claimed *= extent[2 * axis + 1] - extent[2 * axis] + 1.0;
  check_voxel_count(path, claimed);
  if (voxel_bytes &&
      static_cast<double>(*voxel_bytes) < claimed * vtkDataArray::GetDataTypeSize(reader.GetDataScalarType()))
    throw InputError("volume.damaged", "\"{}\" is damaged: it holds fewer voxels than its header claims.",
                     path);
}

/// Reads the voxels, with what VTK would print turned into an exception.
void update(vtkImageReader2& reader, const std::filesystem::path& path,
            std::optional<std::uintmax_t> voxel_bytes = std::nullopt) {
  const VtkErrors errors(&reader), pipeline_errors(reader.GetExecutive());
  reader.SetFileName(path.c_str());
  reader.UpdateInformation();
  check_claim(reader, path, voxel_bytes);
  reader.Update();
  vtkImageData* image = reader.GetOutput();
  if (errors.any() || pipeline_errors.any() || image == nullptr || image->GetNumberOfPoints() == 0)
    throw InputError("volume.damaged", "\"{}\" is damaged.", path);
  if (image->GetNumberOfScalarComponents() != 1 || image->GetScalarSize() < 2)
    throw InputError("volume.no_ct", "\"{}\" holds no CT (one number of at least 16 bits per voxel).", path);
}

template <class Value>
void append(std::vector<float>& hounsfield, const VoxelAxes& axes, const Value* voxels, double slope,
            double intercept) {
  axes.for_each([&](std::ptrdiff_t n) {
    hounsfield.push_back(static_cast<float>(static_cast<double>(voxels[n]) * slope + intercept));
  });
}

imaging::CtVolume to_volume(vtkImageData& image, const VoxelMatrix& matrix, double slope, double intercept,
                            const std::filesystem::path& path) {
  std::array<int, 3> size{};
  image.GetDimensions(size.data());
  const VoxelAxes axes = voxel_axes(matrix, size, path);
  imaging::CtVolume volume{axes.size[0], axes.size[1], axes.size[2], axes.spacing_mm, axes.origin_mm, {}, {}};
  volume.hounsfield.reserve(static_cast<std::size_t>(image.GetNumberOfPoints()));
  switch (image.GetScalarType()) {
    vtkTemplateMacro(append(volume.hounsfield, axes, static_cast<const VTK_TT*>(image.GetScalarPointer()),
                            slope, intercept));
  }
  return volume;
}

imaging::CtVolume read_file(const std::filesystem::path& path) {
  const VolumeFormat* format = volume_format_of(path);
  if (format == nullptr)
    throw InputError("volume.format", "\"{}\" is not a volume; use {} or a folder with a DICOM series.", path,
                     volume_format_names());
  if (format->name == "MetaImage") {
    vtkNew<vtkMetaImageReader> reader;
    check_format(*reader, path, format->name);
    const ImageHeader header = read_meta_image_header(path);
    update(*reader, path, header.voxel_bytes);
    return to_volume(*reader->GetOutput(), header.to_patient, 1, 0, path);
  }
  if (format->name == "NRRD") {
    vtkNew<vtkNrrdReader> reader;
    check_format(*reader, path, format->name);
    const ImageHeader header = read_nrrd_header(path);
    update(*reader, path, header.voxel_bytes);
    return to_volume(*reader->GetOutput(), header.to_patient, 1, 0, path);
  }
  vtkNew<vtkNIFTIImageReader> reader;
  check_format(*reader, path, format->name);
  update(*reader, path);
  const double slope = reader->GetRescaleSlope() != 0 ? reader->GetRescaleSlope() : 1;
  return to_volume(*reader->GetOutput(), nifti_to_patient(*reader), slope, reader->GetRescaleIntercept(),
                   path);
}

/// Scanners fill what lies outside a round field with one value below air's.
bool has_round_field(const imaging::CtVolume& volume) {
  const float padding = volume.at(0, 0, 0);
  if (!(padding < kAir)) return false;
  for (int k = 0; k < volume.nz; ++k)
    for (const int i : {0, volume.nx - 1})
      for (const int j : {0, volume.ny - 1})
        if (volume.at(i, j, k) != padding) return false;
  return true;
}

void check(imaging::CtVolume& volume, const std::filesystem::path& path) {
  if (volume.nz < kFewestSlices)
    throw InputError("volume.few_slices", "\"{}\" has too few slices for a body; give a whole series.", path);
  const bool numbers = std::ranges::all_of(volume.hounsfield, [](float v) { return std::isfinite(v); });
  if (!numbers) throw InputError("volume.not_finite", "\"{}\" holds values that are not numbers.", path);
  volume.round_field = has_round_field(volume);
  for (float& v : volume.hounsfield) v = std::max(v, kAir);
  if (std::ranges::none_of(volume.hounsfield, [](float v) { return v > -200; }))
    throw InputError("volume.air",
                     "\"{}\" shows air alone; its values are not Hounsfield units, or there is no body.",
                     path);
}

}  // namespace

bool is_volume(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error) || volume_format_of(path) != nullptr;
}

imaging::CtVolume read_ct_volume(const std::filesystem::path& path) try {
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    throw InputError("file.missing", "There is no file or folder \"{}\".", path);
  imaging::CtVolume volume =
      std::filesystem::is_directory(path, error) ? read_dicom_series(path) : read_file(path);
  check(volume, path);
  return volume;
} catch (const Error&) {
  throw;
} catch (const std::bad_alloc&) {
  throw InputError("volume.memory", "The memory of this computer is not enough for the volume \"{}\".", path);
} catch (const std::exception&) {  // of VTK and GDCM
  throw InputError("volume.damaged", "\"{}\" is damaged.", path);
}

}  // namespace skiagraph::io
