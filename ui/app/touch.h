#pragma once

#include <QMouseEvent>
#include <QTouchEvent>
#include <QWidget>
#include <cstdint>
#include <vector>

namespace skiagraph::ui {

/// What two fingers on a pane have done since the last event.
struct TwoFingers {
  QPointF middle;     ///< between them, in the pane
  QPointF moved;      ///< the middle, since then
  double spread = 1;  ///< their distance, over that of then
};

/// A pane that fingers work on.
class TouchTarget {
 public:
  TouchTarget() = default;
  TouchTarget(const TouchTarget&) = delete;
  TouchTarget& operator=(const TouchTarget&) = delete;
  virtual ~TouchTarget() = default;

  /// A second finger shows that what the first one has begun was not meant.
  virtual void withdraw_finger() = 0;
  virtual void two_fingers(const TwoFingers& now) = 0;
};

/// Reads the touch screen for a pane. One finger is the left button of the mouse. As soon as there are two
/// they are one gesture, until all are up.
class TouchReader {
 public:
  /// `pane` and `target` are the same widget.
  TouchReader(QWidget& pane, TouchTarget& target);

  /// Given all events of the pane; true when it was one of a touch screen and is dealt with.
  bool read(QEvent& event);

 private:
  enum class Phase : std::uint8_t { kNone, kOne, kTwo, kOver };
  struct Finger {
    int id;
    QPointF at;
  };

  /// What is down after this event; some screens tell of the fingers alone that have moved.
  void follow(const QTouchEvent& event);
  void act();
  void move_one(QPointF to);
  void lift_one(QPointF at);
  void move_two(QPointF a, QPointF b);
  void send_mouse(QEvent::Type type, QPointF at);
  void withdraw();
  [[nodiscard]] const Finger* finger(int id) const;

  QWidget& pane_;
  TouchTarget& target_;
  std::vector<Finger> down_;  ///< in the order in which they came
  Phase phase_ = Phase::kNone;
  Finger first_{}, second_{};  ///< of the gesture, where they were last
};

/// How near to something a press has to be. A finger covers what the mouse only points at.
[[nodiscard]] double reach_of(const QMouseEvent& event, double of_mouse);

}  // namespace skiagraph::ui
