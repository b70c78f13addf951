#pragma once

#include <QPainter>
#include <QRect>

#include "ui/xray/xray_geometry.h"

namespace skiagraph::ui {

/// What a layer needs to draw over the X-ray.
struct LayerCanvas {
  QPainter& painter;
  const XrayGeometry& geometry;
  QRectF pane;
  QRectF free;  ///< of the pane, what rulers and strips leave
  double mm_per_px = 1;
};

/// Something that is drawn over the X-ray. Layers are drawn in the order of the view's list, each with a
/// painter in its initial state.
class Layer {
 public:
  Layer() = default;
  Layer(const Layer&) = delete;
  Layer& operator=(const Layer&) = delete;
  virtual ~Layer() = default;

  virtual void paint(const LayerCanvas& canvas) = 0;
};

}  // namespace skiagraph::ui
