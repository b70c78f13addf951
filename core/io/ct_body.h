#pragma once

#include <vector>

#include "core/bodies/label_volume.h"
#include "core/imaging/ct_volume.h"

namespace skiagraph::io {

struct CtBody {
  /// Label 1 for all that the skin encloses, air inside too; on voxels of about 3 mm.
  bodies::LabelVolume volume;
  std::vector<Remark> remarks;  ///< what was taken off
};

/// The body in a CT. Couch, straps, masks and blankets are left out: what is thin, behind the outside air or
/// behind walls that are thin themselves. Of what is left, the largest piece is the body, and with it arms,
/// legs and hands: pieces of flesh around bone. Throws InputError when no body is left, one of a size that
/// nobody has, or a chest that is upside down or has front and back exchanged.
CtBody ct_body(const imaging::CtVolume& ct);

/// Turns everything outside the body into air. What lies within a voxel of the body's stays, so that no skin
/// is lost where a voxel is half air.
void clear_outside(imaging::CtVolume& ct, const bodies::LabelVolume& body);

}  // namespace skiagraph::io
