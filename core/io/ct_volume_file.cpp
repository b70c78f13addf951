#include "core/io/ct_volume_file.h"

#include <vtkExecutive.h>
#include <vtkFloatArray.h>
#include <vtkImageData.h>
#include <vtkNIFTIImageReader.h>
#include <vtkNew.h>
#include <vtkPointData.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/error.h"
#include "core/io/dicom_series.h"
#include "core/io/nifti_axes.h"
#include "core/io/vtk_errors.h"

namespace skiagraph {
namespace {

constexpr float kAir = -1000;
constexpr int kFewestSlices = 4;
constexpr double kMostVoxels = 1.5e9;

CtVolume read_nifti_ct(const std::filesystem::path& path) {
  const auto fail = [&](const std::string& why) {
    throw InputError("\"" + path.string() + "\" " + why + ".");
  };
  vtkNew<vtkNIFTIImageReader> reader;
  if (!reader->CanReadFile(path.c_str())) fail("is not a NIfTI file, or is damaged");
  const VtkErrors errors(reader), pipeline_errors(reader->GetExecutive());
  reader->SetFileName(path.c_str());
  reader->UpdateInformation();
  const int* extent = reader->GetDataExtent();
  double claimed = 1;
  for (int axis = 0; axis < 3; ++axis) claimed *= extent[2 * axis + 1] - extent[2 * axis] + 1.0;
  if (claimed > kMostVoxels) fail("claims more voxels than any CT has; it is damaged");
  reader->Update();
  vtkImageData* image = reader->GetOutput();
  if (errors.any() || pipeline_errors.any() || image == nullptr || image->GetNumberOfPoints() == 0)
    fail("is damaged");
  if (image->GetNumberOfScalarComponents() != 1 || image->GetScalarSize() < 2)
    fail("holds no CT (one number of at least 16 bits per voxel)");
  std::array<int, 3> size{};
  image->GetDimensions(size.data());
  const auto axes = voxel_axes(nifti_to_patient(*reader), size);
  if (!axes) fail("has slices that are tilted against the patient's axes; resample it first");

  vtkNew<vtkFloatArray> voxels;
  voxels->DeepCopy(image->GetPointData()->GetScalars());
  const float* values = voxels->GetPointer(0);
  const double slope = reader->GetRescaleSlope() != 0 ? reader->GetRescaleSlope() : 1;
  const double intercept = reader->GetRescaleIntercept();
  CtVolume volume{axes->size[0], axes->size[1], axes->size[2], axes->spacing_mm, axes->origin_mm, {}, {}};
  volume.hounsfield.reserve(static_cast<std::size_t>(image->GetNumberOfPoints()));
  axes->for_each([&](std::ptrdiff_t n) {
    volume.hounsfield.push_back(static_cast<float>(values[n] * slope + intercept));
  });
  return volume;
}

void check(CtVolume& volume, const std::filesystem::path& path) {
  const auto fail = [&](const std::string& why) {
    throw InputError("\"" + path.string() + "\" " + why + ".");
  };
  if (volume.nz < kFewestSlices) fail("has too few slices for a body; give a whole series");
  const bool numbers = std::ranges::all_of(volume.hounsfield, [](float v) { return std::isfinite(v); });
  if (!numbers) fail("holds values that are not numbers");
  for (float& v : volume.hounsfield) v = std::max(v, kAir);
  if (std::ranges::none_of(volume.hounsfield, [](float v) { return v > -200; }))
    fail("shows air alone; its values are not Hounsfield units, or there is no body");
}

}  // namespace

CtVolume read_ct_volume(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    throw InputError("There is no file or folder \"" + path.string() + "\".");
  CtVolume volume =
      std::filesystem::is_directory(path, error) ? read_dicom_series(path) : read_nifti_ct(path);
  check(volume, path);
  return volume;
}

}  // namespace skiagraph
