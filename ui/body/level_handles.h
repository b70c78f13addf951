#pragma once

#include <QKeyEvent>
#include <QPainter>
#include <optional>
#include <vector>

#include "ui/body/body_camera.h"
#include "ui/body/body_levels.h"
#include "ui/body/pane_labels.h"

namespace skiagraph::ui {

/// Rings round the body at the levels of neck and pubic symphysis. Dragged along the body, one drag is one
/// undo step; Esc takes it back. With the focus on one, Up and Down move it by 1 mm, with Shift by 10 mm.
class LevelHandles {
 public:
  explicit LevelHandles(const App& app) : app_(app) {}

  void paint(QPainter& painter, const BodyProjection& projection) const;
  [[nodiscard]] std::vector<PaneLabel> labels(const BodyProjection& projection) const;
  /// The ring at a place of the pane.
  [[nodiscard]] std::optional<Level> at(QPointF place, const BodyProjection& projection) const;

  /// True when a ring is gripped.
  bool press(QPointF place, const BodyProjection& projection);
  void move(QPointF place, const BodyProjection& projection);
  void release();
  [[nodiscard]] bool dragging() const { return app_.document.previewing(drag_); }
  /// True when what is drawn changes.
  bool hover(std::optional<Level> level);
  /// True when the key is taken.
  bool key(const QKeyEvent& event);
  /// Moves the focus to the next ring, or the one before; false when it leaves them.
  bool walk(bool forward);
  void leave_focus() { focused_.reset(); }
  [[nodiscard]] std::optional<Level> focused() const { return focused_; }
  /// For people who hear the window: what has the focus and where it is.
  [[nodiscard]] QString description() const;

 private:
  struct Ring {
    Vec3 centre;
    double half_breadth = 0, half_depth = 0;
    [[nodiscard]] Vec3 point(double angle) const;
  };
  [[nodiscard]] std::optional<Ring> ring(Level level) const;
  [[nodiscard]] QString label(Level level) const;
  [[nodiscard]] bool is_strong(Level level) const;
  /// The grip: the ring's right end in the pane.
  [[nodiscard]] static std::optional<QPointF> grip(const Ring& ring, const BodyProjection& projection);
  void paint_ring(QPainter& painter, const BodyProjection& projection, Level level) const;
  [[nodiscard]] static QString move_text(Level level, double mm);
  void nudge(double mm, bool repeated);

  App app_;
  std::optional<Level> hovered_, focused_;
  Level dragged_ = Level::kNeck;
  Document::PreviewId drag_ = 0;
  double start_mm_ = 0;  ///< of the drag
  Vec3 held_;            ///< the ring's point under the mouse
  QPointF slip_;         ///< from the mouse to that point
  int key_presses_ = 0;
  double key_start_mm_ = 0;  ///< when the key went down
};

}  // namespace skiagraph::ui
