#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skiagraph {

/// Without blanks, tabs and line ends at both ends.
std::string_view trimmed(std::string_view text);

/// In lower case, as far as it is ASCII.
std::string lower_case(std::string_view text);

/// The parts between separators; none of an empty text.
std::vector<std::string> split(std::string_view text, char separator);

/// The number that the whole text is: digits with a decimal point, sign and exponent, whatever the locale.
/// "nan" and "inf" are numbers as well. Nothing when the text is anything else or out of range.
std::optional<double> number_in(std::string_view text);

}  // namespace skiagraph
