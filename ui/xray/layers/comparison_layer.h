#pragma once

#include "ui/app/app.h"
#include "ui/xray/layers/layer.h"
#include "ui/xray/shown_xrays.h"

namespace skiagraph::ui {

/// Says which part of the picture is the state before editing: the line of a split, the legend of a
/// difference picture, and words.
class ComparisonLayer : public Layer {
 public:
  explicit ComparisonLayer(const App& app) : app_(app) {}
  void paint(const LayerCanvas& canvas) override;

 private:
  static void paint_split(const LayerCanvas& canvas, double before);
  static void paint_legend(const LayerCanvas& canvas, const ShownXrays& shown);

  App app_;
};

}  // namespace skiagraph::ui
