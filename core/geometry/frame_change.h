#pragma once

#include "core/base/vector.h"
#include "core/geometry/canonical_frame.h"

namespace skiagraph::geometry {

/// Pixels of `to` for each pixel of `from`.
double pixel_ratio(const CanonicalFrame& from, const CanonicalFrame& to);
/// The place of `from` in pixels of `to`: the levels of neck and symphysis stay what they are.
Pixel same_place(Pixel place, const CanonicalFrame& from, const CanonicalFrame& to);

}  // namespace skiagraph::geometry
