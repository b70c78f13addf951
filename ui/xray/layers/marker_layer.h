#pragma once

#include "core/inference/predictor.h"
#include "ui/app/app.h"
#include "ui/xray/layers/layer.h"

namespace skiagraph::ui {

/// The markers; of a pinned one also where the network would put it, of the highlighted one its 95 % margin.
class MarkerLayer : public Layer {
 public:
  explicit MarkerLayer(const App& app) : app_(app) {}
  void paint(const LayerCanvas& canvas) override;

 private:
  static void paint_one(const LayerCanvas& canvas, const inference::MarkerEstimate& marker, int index,
                        bool highlighted);
  App app_;
};

}  // namespace skiagraph::ui
