#include "core/io/label_volume_file.h"

#include <vtkExecutive.h>
#include <vtkImageData.h>
#include <vtkNIFTIImageReader.h>
#include <vtkNew.h>

#include <array>
#include <cstddef>

#include "core/base/error.h"
#include "core/io/nifti_axes.h"
#include "core/io/vtk_errors.h"

namespace skiagraph::io {

bodies::LabelVolume read_label_volume(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    throw InputError("There is no file \"" + path.string() + "\".");
  const auto fail = [&](const std::string& why) {
    throw InputError("\"" + path.string() + "\" " + why + ".");
  };
  vtkNew<vtkNIFTIImageReader> reader;
  if (!reader->CanReadFile(path.c_str())) fail("is not a NIfTI file, or is damaged");
  const VtkErrors errors(reader), pipeline_errors(reader->GetExecutive());
  reader->SetFileName(path.c_str());
  reader->Update();
  vtkImageData* image = reader->GetOutput();
  if (errors.any() || pipeline_errors.any() || image == nullptr || image->GetNumberOfPoints() == 0)
    fail("is damaged");
  if (image->GetScalarType() != VTK_UNSIGNED_CHAR || image->GetNumberOfScalarComponents() != 1)
    fail("holds no organ labels (one unsigned byte per voxel)");

  std::array<int, 3> size{};
  image->GetDimensions(size.data());
  const auto axes = voxel_axes(nifti_to_patient(*reader), size);
  if (!axes) fail("has slices that are tilted against the patient's axes; resample it first");
  bodies::LabelVolume volume{axes->size[0],    axes->size[1],   axes->size[2],
                             axes->spacing_mm, axes->origin_mm, {}};
  volume.labels.reserve(static_cast<std::size_t>(image->GetNumberOfPoints()));
  const auto* voxels = static_cast<const std::uint8_t*>(image->GetScalarPointer());
  axes->for_each([&](std::ptrdiff_t n) { volume.labels.push_back(voxels[n]); });
  return volume;
}

}  // namespace skiagraph::io
