#include "core/base/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace skiagraph {
namespace {

std::string spaces(std::size_t width, std::size_t used) {
  return std::string(width > used ? width - used : 0, ' ');
}

}  // namespace

std::string fixed(double value, int decimals) {
  std::array<char, 400> text{};  // the largest double has 309 digits before the point
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals).ptr;
  return {text.data(), end};
}

std::string signed_fixed(double value, int decimals) {
  return (std::signbit(value) ? "" : "+") + fixed(value, decimals);
}

std::string left_aligned(std::string_view text, std::size_t width) {
  return std::string(text) + spaces(width, text.size());
}

std::string right_aligned(std::string_view text, std::size_t width) {
  return spaces(width, text.size()) + std::string(text);
}

}  // namespace skiagraph
