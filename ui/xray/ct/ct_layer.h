#pragma once

#include <QImage>
#include <memory>

#include "ui/app/app.h"
#include "ui/xray/layers/layer.h"

namespace skiagraph::ui {

/// The true X-ray over the predicted one: to the right of the wipe, or the difference of both.
class CtLayer : public Layer {
 public:
  explicit CtLayer(const App& app) : app_(app) {}
  void paint(const LayerCanvas& canvas) override;

 private:
  void refresh();

  App app_;
  std::shared_ptr<const Result> result_;  ///< that the picture is of, as the next
  std::shared_ptr<const imaging::CtXray> truth_;
  session::CtView mode_ = session::CtView::kHidden;
  imaging::WindowLevel window_level_;
  QImage image_;
};

}  // namespace skiagraph::ui
