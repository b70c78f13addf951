#pragma once

#include "ui/app/app.h"
#include "ui/xray/tools/tool.h"

namespace skiagraph::ui {

/// Left drag at the frame of the real X-ray moves it. Esc takes the drag back.
class RealXrayTool : public Tool {
 public:
  explicit RealXrayTool(const App& app) : app_(app) {}

  bool press(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void move(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void release() override;
  bool key(const QKeyEvent& event) override;
  [[nodiscard]] std::optional<Qt::CursorShape> cursor(QPointF at,
                                                      const XrayGeometry& geometry) const override;

 private:
  [[nodiscard]] bool on_frame(QPointF at, const XrayGeometry& geometry) const;
  [[nodiscard]] Vec3 place(QPointF at, const XrayGeometry& geometry) const;

  App app_;
  Vec3 start_, pressed_;
  Document::PreviewId drag_ = 0;
};

}  // namespace skiagraph::ui
