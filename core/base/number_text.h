#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace skiagraph {

/// The number with so many decimals and a decimal point, whatever the locale: fixed(1.5, 2) is "1.50".
std::string fixed(double value, int decimals);
/// The same with its sign: "+1.50".
std::string signed_fixed(double value, int decimals);

/// The text in a column of at least this width, at its left or right edge.
std::string left_aligned(std::string_view text, std::size_t width);
std::string right_aligned(std::string_view text, std::size_t width);

}  // namespace skiagraph
