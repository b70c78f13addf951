#include "core/io/nifti_axes.h"

#include <vtkMatrix4x4.h>
#include <vtkNIFTIImageReader.h>
#include <vtkNew.h>

namespace skiagraph::io {

/// VTK's matrices go from indices times spacing to RAS, so x and y change sign.
VoxelMatrix nifti_to_patient(vtkNIFTIImageReader& reader) {
  const double* spacing = reader.GetDataSpacing();
  vtkMatrix4x4* matrix =
      reader.GetSFormMatrix() != nullptr ? reader.GetSFormMatrix() : reader.GetQFormMatrix();
  vtkNew<vtkMatrix4x4> identity;
  if (matrix == nullptr) matrix = identity;
  VoxelMatrix result{};
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 4; ++column)
      result[row][column] =
          (row < 2 ? -1 : 1) * (column < 3 ? spacing[column] : 1) * matrix->GetElement(row, column);
  return result;
}

}  // namespace skiagraph::io
