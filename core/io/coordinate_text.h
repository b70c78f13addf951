#pragma once

#include <optional>
#include <string_view>

namespace skiagraph::io {

/// The coordinate that a word of a surface file is, also as other programs write what is no number
/// ("-1.#IND",
/// "-nan(ind)") and what is too small for one. Nothing when it is anything else. Private to core/io.
std::optional<double> coordinate_in(std::string_view word);

/// The first word of a text, which loses it and the blanks before it; empty when there is none.
std::string_view take_word(std::string_view& text);

}  // namespace skiagraph::io
