#pragma once

#include <memory>

#include "core/geometry/triangle_mesh.h"

class vtkPolyData;

namespace skiagraph::ui {

/// The mesh as VTK draws it, with a normal at each vertex. Takes a while for large scans: not on the window's
/// thread.
std::shared_ptr<vtkPolyData> body_geometry(const geometry::TriangleMesh& mesh);

}  // namespace skiagraph::ui
