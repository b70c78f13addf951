#pragma once

#include <vector>

#include "core/inference/predictor.h"
#include "ui/app/app.h"
#include "ui/xray/layers/layer.h"

namespace skiagraph::ui {

/// The markers with their names, 95 % margins on request, and of a pinned one where the network reads it in
/// the picture. While the state before editing is shown, the markers are those of that state.
class MarkerLayer : public Layer {
 public:
  explicit MarkerLayer(const App& app) : app_(app) {}
  void paint(const LayerCanvas& canvas) override;

 private:
  /// The places of the markers that are drawn, the highlighted one last.
  [[nodiscard]] std::vector<int> in_order() const;
  void paint_margin(const LayerCanvas& canvas, const inference::MarkerEstimate& marker, int index) const;
  void paint_labels(const LayerCanvas& canvas, const inference::MarkerEstimates& markers) const;

  App app_;
};

/// The largest distance in mm between a pin and where the network reads the marker that is not told.
inline constexpr double kReachedMm = 1;

}  // namespace skiagraph::ui
