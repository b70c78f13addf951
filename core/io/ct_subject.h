#pragma once

#include <vector>

#include "core/base/remark.h"
#include "core/geometry/body_levels.h"
#include "core/geometry/surface_image.h"
#include "core/geometry/triangle_mesh.h"
#include "core/imaging/ct_xray.h"

namespace skiagraph::io {

/// The body in a CT, ready to be placed in one canonical frame after another. Patient frame of the CT, mm.
struct CtSubject {
  geometry::TriangleMesh skin;  ///< closed; flat where the CT ends
  imaging::CtColumns columns;   ///< of the body alone
  double midline_mm;            ///< x of the body's middle
  std::vector<Remark> remarks;  ///< what was taken off the body
};

/// Finds the body. Throws InputError as ct_body does.
CtSubject ct_subject(imaging::CtVolume ct);

/// Throws InputError when the levels would turn the picture upside down, or stretch it, without a word.
void check_levels(const geometry::BodyLevels& levels);

/// Throws InputError when these levels leave the body outside of the picture.
geometry::SurfaceImage surface_at_levels(const geometry::TriangleMesh& skin,
                                         const geometry::CanonicalPlacement& placement);

/// Throws InputError "ct.levels_unknown".
[[noreturn]] void refuse_unknown_levels();

}  // namespace skiagraph::io
