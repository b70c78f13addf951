#pragma once

#include "core/geometry/triangle_mesh.h"

namespace skiagraph {

struct MeshMeasures {
  bool closed = false;  ///< every edge belongs to two triangles that run through it in opposite directions
  double area_mm2 = 0, volume_mm3 = 0;  ///< the volume is positive when triangles face outwards
  long euler = 0;                       ///< vertices - edges + triangles: 2 for each ball, 0 for each ring
};

MeshMeasures measure(const geometry::TriangleMesh& mesh);

}  // namespace skiagraph
