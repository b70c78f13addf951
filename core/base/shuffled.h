#pragma once

#include <cstdint>
#include <vector>

#include "core/base/random.h"

namespace skiagraph {

/// 0 to count - 1 in an order of chance (Fisher and Yates).
std::vector<std::int64_t> shuffled(std::int64_t count, RandomStream random);

}  // namespace skiagraph
