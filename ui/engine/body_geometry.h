#pragma once

#include <memory>

#include "core/geometry/triangle_mesh.h"

class vtkPolyData;

namespace skiagraph::ui {

/// What is drawn of a mesh.
struct DrawnBody {
  /// The mesh itself, or a coarser one when it has more triangles than can be turned with the mouse.
  std::shared_ptr<const geometry::TriangleMesh> mesh;
  std::shared_ptr<vtkPolyData> skin;  ///< as VTK draws it, with a normal at each vertex
};

/// Takes some seconds for the largest scans: not on the window's thread.
DrawnBody drawn_body(const std::shared_ptr<const geometry::TriangleMesh>& mesh);

}  // namespace skiagraph::ui
