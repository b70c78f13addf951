#pragma once

#include <array>
#include <cstdint>

#include "core/anatomy/base/tissue.h"
#include "core/bodies/label_volume.h"

namespace skiagraph::anatomy {

/// Which kind each label is of. Labels of one kind (the muscles of trunk and legs) are one shape.
using LabelKinds = std::array<std::uint8_t, 256>;

/// ICRP 110 splits some tissues by region ("Muscle, trunk", "Muscle, legs") and bones into halves and groups
/// ("Femora, upper half, cortical"): they are one kind, the lowest of their labels, so that no gap
/// opens between them.
LabelKinds tissue_kinds(const OrganTable& organs);

/// A volume with factor - 1 further slices between each two, interpolated by shape: the signed distances of
/// each kind's outline are averaged, and the largest wins (Raya and Udupa, "Shape-based interpolation of
/// multidimensional objects", IEEE Transactions on Medical Imaging 9, 1990).
bodies::LabelVolume interpolate_slices(const bodies::LabelVolume& volume, int factor,
                                       const LabelKinds& kinds);

}  // namespace skiagraph::anatomy
