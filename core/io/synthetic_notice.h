#pragma once

#include <span>
#include <string_view>

namespace skiagraph::io {

/// What everything that leaves the program says of itself, word for word.
inline constexpr std::string_view kSyntheticNotice = "Synthetic image, research use, not for diagnosis";

/// Draws lines of text into a grey picture, in the middle of its lower edge: white with a black rim, so that
/// they can be read on every grey and in every window, and nearly as wide as the picture. values: rows x
/// columns in [0, 1]. Throws Error when this computer has no font, so that no picture leaves without.
void burn_in(std::span<const std::string_view> lines, int rows, int columns, std::span<float> values);

}  // namespace skiagraph::io
