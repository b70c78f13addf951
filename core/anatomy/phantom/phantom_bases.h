#pragma once

#include <cstdint>
#include <vector>

#include "core/anatomy/base/base_anatomy.h"

namespace skiagraph::anatomy {

/// The mean man and the mean woman of the procedural phantom as base anatomies: no outside data is needed.
std::vector<BaseAnatomy> phantom_bases();

/// `count` base anatomies with an anatomy of their own, men and women in turn. Each follows from the seed and
/// its number alone.
std::vector<BaseAnatomy> drawn_phantom_bases(int count, std::uint64_t seed = 1);

}  // namespace skiagraph::anatomy
