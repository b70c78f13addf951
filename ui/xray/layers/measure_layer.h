#pragma once

#include "ui/app/app.h"
#include "ui/xray/layers/layer.h"

namespace skiagraph::ui {

/// The distance that the person measured.
class MeasureLayer : public Layer {
 public:
  explicit MeasureLayer(const App& app) : app_(app) {}
  void paint(const LayerCanvas& canvas) override;

 private:
  App app_;
};

}  // namespace skiagraph::ui
