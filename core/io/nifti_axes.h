#pragma once

#include "core/io/voxel_axes.h"

class vtkNIFTIImageReader;

namespace skiagraph::io {

/// Where the voxels of a NIfTI file that was read lie. Private to core/io.
VoxelMatrix nifti_to_patient(vtkNIFTIImageReader& reader);

}  // namespace skiagraph::io
