#pragma once

#include "ui/app/app.h"
#include "ui/xray/tools/tool.h"

namespace skiagraph::ui {

/// Left drag measures a distance, when measuring is chosen or Ctrl is held. Esc takes the drag back; else it
/// removes the measurement and ends measuring.
class MeasureTool : public Tool {
 public:
  explicit MeasureTool(const App& app) : app_(app) {}

  bool press(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void move(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void release() override;
  bool key(const QKeyEvent& event) override;
  [[nodiscard]] std::optional<Qt::CursorShape> cursor(QPointF at,
                                                      const XrayGeometry& geometry) const override;

 private:
  App app_;
  Document::PreviewId drag_ = 0;
  Vec3 from_;
};

}  // namespace skiagraph::ui
