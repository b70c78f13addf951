#pragma once

#include <algorithm>

namespace skiagraph::imaging {

/// Which values of an X-ray a screen shows between black and white. Values are in [0, 1], see XrayImage.
struct WindowLevel {
  double level = 0.36;  ///< the value that is shown mid-grey
  double width = 0.72;  ///< from black to white, above 0

  friend bool operator==(const WindowLevel&, const WindowLevel&) = default;
};

/// Black is air; white is the thickest part of a trunk of usual size.
inline constexpr WindowLevel kDefaultWindowLevel;

/// Windows to choose from. They are the same for everybody, so that two pictures can be compared.
inline constexpr WindowLevel kBoneWindow{0.46, 0.28}, kSoftTissueWindow{0.40, 0.36}, kLungWindow{0.28, 0.32},
    kWholeWindow = kDefaultWindowLevel;

/// The grey in [0, 1], from black to white, that shows this value.
inline double grey(const WindowLevel& window, double value) {
  return std::clamp((value - window.level) / window.width + 0.5, 0.0, 1.0);
}

}  // namespace skiagraph::imaging
