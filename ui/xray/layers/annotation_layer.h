#pragma once

#include "ui/app/app.h"
#include "ui/xray/layers/layer.h"

namespace skiagraph::ui {

/// The points that the person marked, where they are in the X-ray of the present markers.
class AnnotationLayer : public Layer {
 public:
  explicit AnnotationLayer(const App& app) : app_(app) {}
  void paint(const LayerCanvas& canvas) override;

 private:
  App app_;
};

}  // namespace skiagraph::ui
