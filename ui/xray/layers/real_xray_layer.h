#pragma once

#include <QPolygonF>
#include <optional>

#include "ui/app/app.h"
#include "ui/xray/layers/layer.h"

namespace skiagraph::ui {

/// The frame of the real X-ray in the pane; nothing while it lies nowhere. Its corners: the patient's upper
/// right first, then clockwise on the screen.
std::optional<QPolygonF> real_xray_frame(const App& app, const XrayGeometry& geometry);

/// Where the real X-ray lies: its frame, and the picture itself while the hand moves it.
class RealXrayLayer : public Layer {
 public:
  explicit RealXrayLayer(const App& app) : app_(app) {}
  void paint(const LayerCanvas& canvas) override;

 private:
  App app_;
};

}  // namespace skiagraph::ui
