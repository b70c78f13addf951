#include "core/io/ct_options.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "core/base/error.h"
#include "core/base/text.h"

namespace skiagraph::io {
namespace {

struct Letter {
  char letter;
  std::size_t axis;
  double sign;
};
constexpr std::array<Letter, 6> kLetters{
    {{'l', 0, 1}, {'r', 0, -1}, {'p', 1, 1}, {'a', 1, -1}, {'s', 2, 1}, {'i', 2, -1}}};

/// Empty when the text is anything else than numbers between commas.
std::vector<double> finite_numbers(std::string_view text) {
  std::vector<double> values;
  for (const std::string& part : split(text, ',')) {
    const auto value = number_in(trimmed(part));
    if (!value || !std::isfinite(*value)) return {};
    values.push_back(*value);
  }
  return values;
}

}  // namespace

AxisDirections parse_axes(std::string_view letters) {
  AxisDirections directions{};
  std::array<bool, 3> seen{};
  const std::string text = lower_case(letters);
  for (std::size_t n = 0; n < std::min<std::size_t>(text.size(), 3); ++n) {
    const auto* found = std::ranges::find(kLetters, text[n], &Letter::letter);
    if (found == kLetters.end()) break;
    directions[n][found->axis] = found->sign;
    seen[found->axis] = true;
  }
  if (text.size() != 3 || !std::ranges::all_of(seen, [](bool axis) { return axis; }))
    throw InputError("options.axes",
                     "\"{}\" names no three axes; give one letter for each axis of the file, L or R, P or A, "
                     "S or I, as in LPS: to the patient's left, back and head.",
                     letters.substr(0, 20));
  return directions;
}

std::array<double, 3> parse_spacing(std::string_view text) {
  const std::vector<double> mm = finite_numbers(text);
  if (mm.size() != 3 || !std::ranges::all_of(mm, [](double v) { return v > 0; }))
    throw InputError("options.spacing",
                     "\"{}\" is no spacing; give three lengths in mm, for the file's three axes, as in "
                     "0.8,0.8,2.5.",
                     text.substr(0, 40));
  return {mm[0], mm[1], mm[2]};
}

HounsfieldScale parse_hounsfield_scale(std::string_view text) {
  const std::vector<double> values = finite_numbers(text);
  if (values.size() != 2 || !(values[0] < values[1]))
    throw InputError("options.values",
                     "\"{}\" does not say what the values mean; give that of air and that of water, as in "
                     "-1000,0.",
                     text.substr(0, 40));
  return {values[0], values[1]};
}

}  // namespace skiagraph::io
