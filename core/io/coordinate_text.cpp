#include "core/io/coordinate_text.h"

#include <algorithm>
#include <limits>

#include "core/base/text.h"

namespace skiagraph::io {

std::optional<double> coordinate_in(std::string_view word) {
  if (const std::optional<double> number = number_in(word)) return number;
  if (word.find('#') != std::string_view::npos) return std::numeric_limits<double>::quiet_NaN();
  const std::size_t exponent = word.find_first_of("eE");
  if (exponent == std::string_view::npos || !word.substr(exponent + 1).starts_with('-')) return std::nullopt;
  const bool number = number_in(word.substr(0, exponent)) && number_in(word.substr(exponent + 1));
  return number ? std::optional(0.0) : std::nullopt;
}

std::string_view take_word(std::string_view& text) {
  constexpr std::string_view kBlanks = " \t\r\n\v\f";
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(kBlanks));
  text.remove_prefix(word.size());
  return word;
}

}  // namespace skiagraph::io
