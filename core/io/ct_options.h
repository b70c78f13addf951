#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace skiagraph::io {

/// Unit vectors in the patient frame (LPS), one for each axis of a file.
using AxisDirections = std::array<std::array<double, 3>, 3>;

/// What a file's values mean, by those of air and of water: -1000 and 0 in Hounsfield units.
struct HounsfieldScale {
  double air = -1000, water = 0;

  [[nodiscard]] double slope() const { return 1000 / (water - air); }
  [[nodiscard]] double intercept() const { return -water * slope(); }
};

/// What a person says about a CT whose file does not say it, or says it wrongly.
struct CtOptions {
  std::optional<AxisDirections> axes;
  std::optional<std::array<double, 3>> spacing_mm;  ///< along the file's axes
  std::optional<HounsfieldScale> values;
  std::string series;  ///< of a DICOM folder with several: its number in the list, or its UID
};

/// From three letters, for each axis of the file the direction in which it runs: L or R, P (back) or A
/// (front), S (head) or I (feet), as in "LPS". Throws InputError.
AxisDirections parse_axes(std::string_view letters);

/// From "X,Y,Z" in mm. Throws InputError.
std::array<double, 3> parse_spacing(std::string_view text);

/// From "AIR,WATER". Throws InputError.
HounsfieldScale parse_hounsfield_scale(std::string_view text);

}  // namespace skiagraph::io
