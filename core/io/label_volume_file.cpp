#include "core/io/label_volume_file.h"

#include <vtkExecutive.h>
#include <vtkImageData.h>
#include <vtkMatrix4x4.h>
#include <vtkNIFTIImageReader.h>
#include <vtkNew.h>

#include <array>
#include <cmath>
#include <cstddef>

#include "core/base/error.h"
#include "core/io/vtk_errors.h"

namespace skiagraph {
namespace {

/// Which file axis runs along one patient axis, which way, and how far apart its voxels are.
struct Axis {
  int file_axis = 0;
  bool reversed = false;
  double spacing_mm = 1;
};

/// From voxel indices to LPS. VTK's matrices go from indices times spacing to RAS, so x and y change sign.
std::array<std::array<double, 4>, 3> voxel_to_lps(vtkNIFTIImageReader& reader) {
  const double* spacing = reader.GetOutput()->GetSpacing();
  vtkMatrix4x4* matrix =
      reader.GetSFormMatrix() != nullptr ? reader.GetSFormMatrix() : reader.GetQFormMatrix();
  vtkNew<vtkMatrix4x4> identity;
  if (matrix == nullptr) matrix = identity;
  std::array<std::array<double, 4>, 3> result{};
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 4; ++column)
      result[row][column] =
          (row < 2 ? -1 : 1) * (column < 3 ? spacing[column] : 1) * matrix->GetElement(row, column);
  return result;
}

/// The axis of the file that runs along patient axis `row`; file_axis is -1 when it is oblique.
Axis axis_along(const std::array<std::array<double, 4>, 3>& matrix, int row) {
  Axis axis{-1, false, 1};
  for (int column = 0; column < 3; ++column) {
    const double length = std::hypot(matrix[0][column], matrix[1][column], matrix[2][column]);
    const double along = matrix[row][column];
    if (length > 0 && std::abs(along) > 0.999 * length) axis = {column, along < 0, length};
  }
  return axis;
}

}  // namespace

LabelVolume read_label_volume(const std::filesystem::path& path) {
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

  const auto matrix = voxel_to_lps(*reader);
  const std::array<Axis, 3> axes{axis_along(matrix, 0), axis_along(matrix, 1), axis_along(matrix, 2)};
  for (const Axis& axis : axes)
    if (axis.file_axis < 0) fail("has slices that are tilted against the patient's axes; resample it first");

  std::array<int, 3> size{};
  image->GetDimensions(size.data());
  const std::array<std::ptrdiff_t, 3> stride{1, size[0], static_cast<std::ptrdiff_t>(size[0]) * size[1]};
  LabelVolume volume;
  volume.nx = size[axes[0].file_axis], volume.ny = size[axes[1].file_axis],
  volume.nz = size[axes[2].file_axis];
  volume.spacing_mm = {axes[0].spacing_mm, axes[1].spacing_mm, axes[2].spacing_mm};
  std::array<double, 3> origin{};
  std::ptrdiff_t first = 0;
  std::array<std::ptrdiff_t, 3> step{};
  for (int n = 0; n < 3; ++n) {
    const int last = size[axes[n].file_axis] - 1;
    step[n] = axes[n].reversed ? -stride[axes[n].file_axis] : stride[axes[n].file_axis];
    if (axes[n].reversed) first += last * stride[axes[n].file_axis];
    origin[n] = matrix[n][3] - (axes[n].reversed ? last * axes[n].spacing_mm : 0);
  }
  volume.origin_mm = {origin[0], origin[1], origin[2]};
  volume.labels.resize(static_cast<std::size_t>(image->GetNumberOfPoints()));
  const auto* voxels = static_cast<const std::uint8_t*>(image->GetScalarPointer());
  auto out = volume.labels.begin();
  for (int k = 0; k < volume.nz; ++k)
    for (int j = 0; j < volume.ny; ++j)
      for (int i = 0; i < volume.nx; ++i) *out++ = voxels[first + i * step[0] + j * step[1] + k * step[2]];
  return volume;
}

}  // namespace skiagraph
