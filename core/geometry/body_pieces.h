#pragma once

#include <optional>

#include "core/base/remark.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph::geometry {

/// The mesh without vertices that no triangle uses. Throws InputError when a triangle's corner does not exist
/// or a corner is not finite.
TriangleMesh used_part(TriangleMesh mesh);

/// The person of a scan, in the scan's axes and unit. Connected pieces are told apart; the body is the
/// largest that is no flat sheet and no furniture, with everything that is near it: hair, clothes, inner
/// walls, eyes. What lies apart (specks, a pole), beyond its ends (a turntable), is a large sheet (floor,
/// wall) or large and made of boards (chair, table) is left out, even where it touches the person.
struct ScannedBody {
  TriangleMesh mesh;
  std::optional<Remark> left_out;
};
ScannedBody scanned_body(TriangleMesh mesh);

}  // namespace skiagraph::geometry
