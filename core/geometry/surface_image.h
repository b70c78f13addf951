#pragma once

#include <span>
#include <vector>

#include "core/geometry/canonical_frame.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph::geometry {

/// A person's surface from the front, in the canonical frame: the input of every network.
/// Row-major, rows x columns. Outside the body both channels are 0.
struct SurfaceImage {
  CanonicalPlacement placement;
  /// y (patient frame, mm) of the front-most point of the torso, which has depth 0. Torso: rows from neck to
  /// symphysis, columns within 0.25 torso lengths of the centre; hands at the sides or before it do not
  /// count.
  double front_mm = 0;
  /// Front surface, measured backwards from front_mm, in torso lengths. Negative in front of the torso, as
  /// for a raised hand (the belly is part of the torso).
  std::vector<float> depth;
  /// Nearest to farthest surface along the front-back ray, in torso lengths; > 0 exactly inside the body.
  std::vector<float> thickness;
  /// Area of holes that were filled (see fill_holes).
  double filled_mm2 = 0;

  [[nodiscard]] bool inside(int row, int column) const {
    return thickness[static_cast<std::size_t>(row) * placement.frame().columns + column] > 0;
  }
  /// y (patient frame, mm) of the middle between the front and the back surface at the pixel nearest to
  /// `pixel`; outside the body, that of the nearest body pixel.
  [[nodiscard]] double middle_y_mm(Pixel pixel) const;
};

/// Rasterises nearest and farthest surface per pixel over all meshes together (several closed meshes make
/// their union). Meshes in the patient frame, mm. A pixel counts as body where two surfaces at least 1 mm
/// apart are seen; holes that the body surrounds are filled. Throws InputError when no pixel shows a body.
SurfaceImage rasterise_surface(std::span<const TriangleMesh> meshes, const CanonicalPlacement& placement);

/// Depth, then thickness: (2, rows, columns). Throws InputError when they are not of the surface's frame.
std::vector<float> surface_planes(const SurfaceImage& surface);

}  // namespace skiagraph::geometry
