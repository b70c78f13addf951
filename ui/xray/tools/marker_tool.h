#pragma once

#include "ui/app/app.h"
#include "ui/xray/tools/tool.h"

namespace skiagraph::ui {

/// Left drag moves a marker and pins it; Esc takes the drag back. Arrow keys move the selected marker by 1
/// mm, with Shift by 10 mm; a key that is held is one undo step.
class MarkerTool : public Tool {
 public:
  explicit MarkerTool(const App& app) : app_(app) {}

  bool press(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void move(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void release() override;
  void hover(QPointF at, const XrayGeometry& geometry) override;
  void leave() override { app_.selection.hover(Selection::kNone); }
  bool key(const QKeyEvent& event) override;
  void follow() override;

  /// The nearest marker within reach of the mouse, or Selection::kNone.
  [[nodiscard]] int marker_at(QPointF at, const XrayGeometry& geometry) const;

 private:
  void nudge(const QKeyEvent& event, Pixel direction);

  App app_;
  Document::PreviewId drag_ = 0;
  int dragged_ = Selection::kNone;
  Pixel grip_;  ///< from the mouse to the dragged marker, so that it does not jump
  int key_presses_ = 0;
};

}  // namespace skiagraph::ui
