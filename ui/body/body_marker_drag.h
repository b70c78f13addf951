#pragma once

#include "ui/app/app.h"
#include "ui/body/body_camera.h"

namespace skiagraph::ui {

/// A marker is dragged on the body. It stays in the X-ray's plane: seen from the side it moves along the body
/// alone. One drag is one undo step; Esc takes it back.
class BodyMarkerDrag {
 public:
  explicit BodyMarkerDrag(const App& app) : app_(app) {}

  /// False for a locked marker, and the person is told why.
  bool press(int marker, QPointF place, const BodyProjection& projection);
  void move(QPointF place, const BodyProjection& projection);
  void release();
  void cancel() { app_.document.cancel(drag_); }
  [[nodiscard]] bool dragging() const { return app_.document.previewing(drag_); }

 private:
  /// Where a place of the X-ray is in the pane, at the depth of the body's middle.
  [[nodiscard]] std::optional<QPointF> in_pane(Pixel pixel, const BodyProjection& projection) const;

  App app_;
  int marker_ = Selection::kNone;
  Document::PreviewId drag_ = 0;
  Pixel from_;    ///< where it was
  QPointF slip_;  ///< from the mouse to it
};

}  // namespace skiagraph::ui
