#pragma once

#include "ui/xray/layers/layer.h"
#include "ui/xray/range_shape.h"

namespace skiagraph::ui {

/// The planned scan range: its lines with the table's positions, what lies outside dimmed, and that it is no
/// more than an aid.
class RangeLayer : public Layer {
 public:
  explicit RangeLayer(const App& app) : app_(app) {}
  void paint(const LayerCanvas& canvas) override;

 private:
  void dim_outside(const LayerCanvas& canvas, const RangeShape& shape) const;
  void paint_lines(const LayerCanvas& canvas, const RangeShape& shape) const;
  void paint_tag(const LayerCanvas& canvas, const RangeShape& shape) const;
  void paint_end(const LayerCanvas& canvas, const RangeShape& shape, scan_range::Line line) const;
  [[nodiscard]] QString end_text(const RangeShape& shape, scan_range::Line line) const;

  App app_;
};

}  // namespace skiagraph::ui
