#pragma once

#include <array>

namespace skiagraph::session {

/// Words of a session's file that reading and writing share; choices in the order of their types.
inline constexpr const char* kFormat = "skiagraph-session";
inline constexpr int kVersion = 1;
inline constexpr std::array<const char*, 2> kSexes{"female", "male"};
inline constexpr std::array<const char*, 4> kCtViews{"hidden", "beside", "wipe", "difference"};
inline constexpr std::array<const char*, 6> kSides{"front", "back", "left", "right", "top", "bottom"};
inline constexpr std::array<const char*, 4> kComparisons{"off", "split", "blend", "difference"};

}  // namespace skiagraph::session
