#pragma once

#include "ui/app/app.h"
#include "ui/xray/tools/tool.h"

namespace skiagraph::ui {

/// The line of a split comparison follows the mouse. While Space or B is held the state before editing is
/// shown.
class CompareTool : public Tool {
 public:
  explicit CompareTool(const App& app) : app_(app) {}

  bool press(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void move(const QMouseEvent& event, const XrayGeometry& geometry) override;
  bool key(const QKeyEvent& event) override;
  void key_released(const QKeyEvent& event) override;
  void lose_keys() override { app_.selection.peek(false); }
  [[nodiscard]] std::optional<Qt::CursorShape> cursor(QPointF at,
                                                      const XrayGeometry& geometry) const override;

 private:
  [[nodiscard]] bool on_line(QPointF at, const XrayGeometry& geometry, double reach) const;

  App app_;
};

}  // namespace skiagraph::ui
