#pragma once

#include "core/geometry/body_axes.h"

namespace skiagraph::ui {

/// Turns of a person by 90 degrees, as the person is seen from the front.
enum class QuarterTurn : std::uint8_t {
  kAboutUp,  ///< the front turns to the viewer's right
  kTip,      ///< about the left-right axis: the head goes away, the front comes to the top
  kRoll,     ///< in the picture's plane, clockwise
};

/// Where left, back and up are after a turn, in the file's axes.
inline geometry::BodyAxes turned_by_quarter(const geometry::BodyAxes& axes, QuarterTurn turn) {
  const auto [left, back, up] = axes;
  switch (turn) {
    case QuarterTurn::kAboutUp:
      return {back * -1, left, up};
    case QuarterTurn::kTip:
      return {left, up, back * -1};
    case QuarterTurn::kRoll:
      return {up, back, left * -1};
  }
  return axes;
}

}  // namespace skiagraph::ui
