#pragma once

#include <optional>
#include <utility>

#include "core/imaging/ct_volume.h"

namespace skiagraph::io {

/// Finds what lies outside of the scanner's field of view and marks it as CtVolume::kOutside; what remains
/// becomes at least -1000. Outside is what is connected with the edge of a slice by the padding's values:
/// those that are no numbers; those that the file names (from, to; scaled as the voxels), or the one value in
/// all corners when it is not that of air; and what lies around the circle that fits into the slices, when
/// there all is of one value. Private to core/io.
void mark_field(imaging::CtVolume& volume, std::optional<std::pair<float, float>> padding);

}  // namespace skiagraph::io
