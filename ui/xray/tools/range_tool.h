#pragma once

#include <variant>

#include "ui/xray/range_shape.h"
#include "ui/xray/tools/tool.h"

namespace skiagraph::ui {

/// Left drag moves a line of the scan range, or by its tag the whole range. Ends snap to the heights of
/// markers, unless Alt is held. Esc takes the drag back.
class RangeTool : public Tool {
 public:
  explicit RangeTool(const App& app) : app_(app) {}

  bool press(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void move(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void release() override;
  bool key(const QKeyEvent& event) override;
  [[nodiscard]] std::optional<Qt::CursorShape> cursor(QPointF at,
                                                      const XrayGeometry& geometry) const override;

 private:
  struct WholeBox {};
  using Grip = std::variant<scan_range::Line, WholeBox>;
  [[nodiscard]] std::optional<Grip> grip_at(QPointF at, const XrayGeometry& geometry, double reach) const;
  [[nodiscard]] Vec3 place(QPointF at, const XrayGeometry& geometry) const;
  [[nodiscard]] double snapped(double z_mm, const XrayGeometry& geometry) const;
  void move_line(scan_range::Line line, Vec3 way, bool snaps, const XrayGeometry& geometry);
  void move_box(Vec3 way);

  App app_;
  Grip grip_;
  scan_range::Box start_;  ///< where the lines were
  Vec3 pressed_;
  Document::PreviewId drag_ = 0;
};

}  // namespace skiagraph::ui
