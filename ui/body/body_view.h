#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <memory>

#include "ui/app/app.h"
#include "ui/app/touch.h"
#include "ui/body/body_camera.h"
#include "ui/body/body_marker_drag.h"
#include "ui/body/body_renderer.h"
#include "ui/body/level_handles.h"

namespace skiagraph::ui {

/// The pane of the body in 3D. It asks the renderer for a picture when body, camera or what is in the body
/// change, and paints markers, levels and compass over the newest one, so these never wait. Left drag turns,
/// or moves the marker or level under it, middle drag or Shift and left drag pans, right drag and wheel zoom,
/// double click shows the whole body. Arrow keys turn, with Shift they pan, + and - zoom; Tab walks the
/// levels. A finger drags as the mouse does, two turn and zoom.
class BodyView : public QWidget, private TouchTarget {
  Q_OBJECT

 public:
  explicit BodyView(const App& app, QWidget* parent = nullptr);

  /// Waits until what is seen is the newest.
  void catch_up();
  /// Positive: the body's front goes to the right.
  void turn(double degrees);
  /// False on a computer without OpenGL, where only a sentence is shown.
  [[nodiscard]] bool can_draw() const { return renderer_.can_draw(); }
  /// Where a place in the body is in the pane.
  [[nodiscard]] BodyProjection projection() const { return {frame_.picture.camera, size()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  bool event(QEvent* event) override;

 private:
  enum class Drag : std::uint8_t { kNone, kTurn, kPan, kZoom, kLevel, kMarker };

  void withdraw_finger() override;
  void two_fingers(const TwoFingers& now) override;
  void show_body();
  void show_result();
  void follow_document(const session::Session& before);
  void make_plane();
  /// Draws anew when the scan range is another.
  void follow_range();
  [[nodiscard]] BodyBox box() const;
  [[nodiscard]] session::BodyCamera camera() const;
  void set_camera(const session::BodyCamera& camera);
  void draw();
  void draw_soon();
  void draw_in_time();
  void take_frame(const BodyFrame& frame);
  void press_left(QMouseEvent& event);
  void drag_camera(QPointF by);
  void end_drag();
  void point_at(QPointF place);
  void tell_focus();
  [[nodiscard]] QString tip_at(QPointF place) const;
  [[nodiscard]] QSize pixels() const { return size() * devicePixelRatioF(); }

  App app_;
  std::shared_ptr<const LoadedBody> body_;
  std::shared_ptr<const XrayPlane> plane_;
  std::optional<RangeSlab> slab_;
  BodyRenderer renderer_;
  LevelHandles levels_;
  BodyMarkerDrag marker_drag_;
  TouchReader touch_;
  BodyFrame frame_;    ///< that is shown
  BodyPicture asked_;  ///< that was asked for last
  QTimer draw_timer_;
  QElapsedTimer since_frame_;
  Drag drag_ = Drag::kNone;
  Qt::MouseButton button_ = Qt::NoButton;
  QPointF pressed_at_, last_;
};

}  // namespace skiagraph::ui
