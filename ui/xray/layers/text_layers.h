#pragma once

#include "ui/app/app.h"
#include "ui/xray/layers/layer.h"

namespace skiagraph::ui {

/// Says that the picture is synthetic. Always visible.
class NoticeLayer : public Layer {
 public:
  void paint(const LayerCanvas& canvas) override;

  /// Of the strip, in a pane with this font.
  static double height(const QFont& font);
};

/// Tells a newcomer what to do, until the first marker has been moved.
class HintLayer : public Layer {
 public:
  explicit HintLayer(const App& app) : app_(app) {}
  void paint(const LayerCanvas& canvas) override;

 private:
  App app_;
  bool needed_ = true;
};

}  // namespace skiagraph::ui
