#pragma once

#include "core/anatomy/label_volume.h"

namespace skiagraph {

/// Puts `factor` - 1 slices between any two by interpolating shape: each label's signed distance inside its slice
/// is interpolated along z and the largest wins (Raya and Udupa, "Shape-based interpolation of multidimensional
/// objects", IEEE TMI 1990). Grey-value interpolation would blur, nearest neighbours would leave stairs in skin
/// and ribs. The given slices stay as they are; spacing_mm.z shrinks by `factor`.
LabelVolume interpolate_slices(const LabelVolume& volume, int factor);

}  // namespace skiagraph
