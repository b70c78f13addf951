#pragma once

#include <vector>

#include "ui/xray/layers/layer.h"

namespace skiagraph::ui {

/// Ticks of a ruler, as far as it is visible.
struct RulerSteps {
  double step_mm = 10;  ///< between numbered ticks: 1, 2 or 5 and zeros
  int parts = 5;        ///< of a step, with a small tick each
};

/// The finest steps whose numbers are at least `apart` apart on the screen.
RulerSteps ruler_steps(double pane_per_mm, double apart);

/// Rulers in mm at the left and lower edge. They stay where they are and count from their common corner;
/// their steps follow the zoom.
class RulerLayer : public Layer {
 public:
  void paint(const LayerCanvas& canvas) override;

  static constexpr double kBreadth = 38;  ///< of the left one, with its numbers
  static constexpr double kHeight = 28;   ///< of the lower one
};

}  // namespace skiagraph::ui
