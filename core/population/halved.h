#pragma once

#include "core/tensors/dataset.h"

namespace skiagraph::population {

/// The same people in pictures of half the size, as they would have been made: X-rays are the mean of four
/// rays, surfaces the mean of those rays that meet the body, where two do. So one population serves fine and
/// coarse networks. Throws InputError when rows or columns are odd.
tensors::Dataset halved(const tensors::Dataset& fine);

}  // namespace skiagraph::population
