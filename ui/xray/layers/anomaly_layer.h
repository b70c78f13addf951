#pragma once

#include <QImage>
#include <memory>

#include "ui/app/app.h"
#include "ui/xray/layers/layer.h"

namespace skiagraph::ui {

/// What differs from a healthy person's X-ray, in colour: orange where the real one is denser, blue where it
/// is thinner. Shown on request.
class AnomalyLayer : public Layer {
 public:
  explicit AnomalyLayer(const App& app) : app_(app) {}
  void paint(const LayerCanvas& canvas) override;

 private:
  void refresh();

  App app_;
  std::shared_ptr<const Result> result_;  ///< that the image is of, as the next
  session::AnomalyCriterion criterion_;
  QImage image_;
};

}  // namespace skiagraph::ui
