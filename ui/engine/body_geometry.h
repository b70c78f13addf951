#pragma once

#include <memory>

#include "core/geometry/triangle_mesh.h"

class vtkPolyData;

namespace skiagraph::ui {

/// What is drawn of a mesh: the mesh itself, or a coarser one when it has more triangles than can be turned
/// with the mouse. Takes a second for the largest scans: not on the window's thread.
std::shared_ptr<const geometry::TriangleMesh> mesh_to_draw(
    const std::shared_ptr<const geometry::TriangleMesh>& mesh);

/// The mesh as VTK draws it, with a normal at each vertex. Not on the window's thread either.
std::shared_ptr<vtkPolyData> body_geometry(const geometry::TriangleMesh& mesh);

}  // namespace skiagraph::ui
