#include "core/io/ct_volume_file.h"

#include <vtkDataArray.h>
#include <vtkExecutive.h>
#include <vtkFloatArray.h>
#include <vtkImageData.h>
#include <vtkImageReader2.h>
#include <vtkMetaImageReader.h>
#include <vtkNIFTIImageReader.h>
#include <vtkNew.h>
#include <vtkNrrdReader.h>
#include <vtkPointData.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/base/error.h"
#include "core/io/dicom_series.h"
#include "core/io/image_header.h"
#include "core/io/nifti_axes.h"
#include "core/io/vtk_errors.h"

namespace skiagraph::io {
namespace {

constexpr float kAir = -1000;
constexpr int kFewestSlices = 4;
constexpr double kMostVoxels = 1.5e9;

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& why) {
  throw InputError("\"" + path.string() + "\" " + why + ".");
}

void check_format(vtkImageReader2& reader, const std::filesystem::path& path, const char* format) {
  if (reader.CanReadFile(path.c_str()) == 0)
    fail(path, std::string("is not a ") + format + " file, or is damaged");
}

/// Reads the voxels, with what VTK would print turned into an exception.
void update(vtkImageReader2& reader, const std::filesystem::path& path,
            std::optional<std::uintmax_t> voxel_bytes = std::nullopt) {
  const VtkErrors errors(&reader), pipeline_errors(reader.GetExecutive());
  reader.SetFileName(path.c_str());
  reader.UpdateInformation();
  const int* extent = reader.GetDataExtent();
  double claimed = 1;
  for (int axis = 0; axis < 3; ++axis) claimed *= extent[2 * axis + 1] - extent[2 * axis] + 1.0;
  if (claimed > kMostVoxels) fail(path, "claims more voxels than any CT has; it is damaged");
  if (voxel_bytes &&
      static_cast<double>(*voxel_bytes) < claimed * vtkDataArray::GetDataTypeSize(reader.GetDataScalarType()))
    fail(path, "is damaged: it holds fewer voxels than its header claims");
  reader.Update();
  vtkImageData* image = reader.GetOutput();
  if (errors.any() || pipeline_errors.any() || image == nullptr || image->GetNumberOfPoints() == 0)
    fail(path, "is damaged");
  if (image->GetNumberOfScalarComponents() != 1 || image->GetScalarSize() < 2)
    fail(path, "holds no CT (one number of at least 16 bits per voxel)");
}

imaging::CtVolume to_volume(vtkImageData& image, const VoxelMatrix& matrix, double slope, double intercept,
                            const std::filesystem::path& path) {
  std::array<int, 3> size{};
  image.GetDimensions(size.data());
  const auto axes = voxel_axes(matrix, size);
  if (!axes) fail(path, "has slices that are tilted against the patient's axes; resample it first");
  vtkNew<vtkFloatArray> voxels;
  voxels->DeepCopy(image.GetPointData()->GetScalars());
  const float* values = voxels->GetPointer(0);
  imaging::CtVolume volume{
      axes->size[0], axes->size[1], axes->size[2], axes->spacing_mm, axes->origin_mm, {}, {}};
  volume.hounsfield.reserve(static_cast<std::size_t>(image.GetNumberOfPoints()));
  axes->for_each([&](std::ptrdiff_t n) {
    volume.hounsfield.push_back(static_cast<float>(values[n] * slope + intercept));
  });
  return volume;
}

imaging::CtVolume read_file(const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  if (extension == ".mha" || extension == ".mhd") {
    vtkNew<vtkMetaImageReader> reader;
    check_format(*reader, path, "MetaImage");
    const ImageHeader header = read_meta_image_header(path);
    update(*reader, path, header.voxel_bytes);
    return to_volume(*reader->GetOutput(), header.to_patient, 1, 0, path);
  }
  if (extension == ".nrrd" || extension == ".nhdr") {
    vtkNew<vtkNrrdReader> reader;
    check_format(*reader, path, "NRRD");
    const ImageHeader header = read_nrrd_header(path);
    update(*reader, path, header.voxel_bytes);
    return to_volume(*reader->GetOutput(), header.to_patient, 1, 0, path);
  }
  vtkNew<vtkNIFTIImageReader> reader;
  check_format(*reader, path, "NIfTI");
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
  if (volume.nz < kFewestSlices) fail(path, "has too few slices for a body; give a whole series");
  const bool numbers = std::ranges::all_of(volume.hounsfield, [](float v) { return std::isfinite(v); });
  if (!numbers) fail(path, "holds values that are not numbers");
  volume.round_field = has_round_field(volume);
  for (float& v : volume.hounsfield) v = std::max(v, kAir);
  if (std::ranges::none_of(volume.hounsfield, [](float v) { return v > -200; }))
    fail(path, "shows air alone; its values are not Hounsfield units, or there is no body");
}

}  // namespace

bool is_volume(const std::filesystem::path& path) {
  constexpr std::array kExtensions{".nii", ".gz", ".mha", ".mhd", ".nrrd", ".nhdr"};
  std::error_code error;
  return std::filesystem::is_directory(path, error) ||
         std::ranges::find(kExtensions, path.extension()) != kExtensions.end();
}

imaging::CtVolume read_ct_volume(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    throw InputError("There is no file or folder \"" + path.string() + "\".");
  imaging::CtVolume volume =
      std::filesystem::is_directory(path, error) ? read_dicom_series(path) : read_file(path);
  check(volume, path);
  return volume;
}

}  // namespace skiagraph::io
