#pragma once

#include <cstdint>

namespace skiagraph {

enum class Sex : std::uint8_t { kFemale, kMale };

}  // namespace skiagraph
