#pragma once

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::bodies {

/// The skin of the procedural phantom, made in code: for a window without body models, and for tests.
/// Patient frame, mm, standing, arms held slightly away. It goes through align_scan like any scan.
geometry::TriangleMesh built_in_person();

}  // namespace skiagraph::bodies
