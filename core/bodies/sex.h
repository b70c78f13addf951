#pragma once

#include <cstdint>

namespace skiagraph::bodies {

enum class Sex : std::uint8_t { kFemale, kMale };

}  // namespace skiagraph::bodies
