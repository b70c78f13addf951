#pragma once

#include "ui/app/app.h"
#include "ui/xray/tools/tool.h"

namespace skiagraph::ui {

/// "Move Liver top 12 mm down": the longer of its two ways.
QString marker_move_text(const App& app, int marker, Pixel from, Pixel to);
/// The nearest place of the X-ray.
Pixel inside(Pixel place, const geometry::CanonicalFrame& frame);

/// Left drag moves a marker and pins it; Esc takes the drag back. Arrow keys move the selected marker by 1
/// mm, with Shift by 10 mm; a key that is held is one undo step. Hidden markers are not there; locked ones
/// say why they stay.
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
  [[nodiscard]] std::optional<Qt::CursorShape> cursor(QPointF at,
                                                      const XrayGeometry& geometry) const override;

  static constexpr double kReach = 12;
  /// The nearest marker that is shown within reach of the mouse, or Selection::kNone.
  [[nodiscard]] int marker_at(QPointF at, const XrayGeometry& geometry, double reach = kReach) const;

 private:
  void nudge(const QKeyEvent& event, Pixel direction);
  [[nodiscard]] Pixel place_of(int marker) const;

  App app_;
  Document::PreviewId drag_ = 0;
  int dragged_ = Selection::kNone;
  Pixel grip_;  ///< from the mouse to the dragged marker, so that it does not jump
  Pixel from_;  ///< where the marker was when drag or key press began
  int key_presses_ = 0;
};

}  // namespace skiagraph::ui
