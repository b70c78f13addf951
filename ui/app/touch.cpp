#include "ui/app/touch.h"

#include <QCoreApplication>
#include <QLineF>
#include <QPointingDevice>
#include <algorithm>
#include <utility>
#include <vector>

namespace skiagraph::ui {
namespace {

std::vector<int> fingers_down(const QTouchEvent& event) {
  std::vector<int> ids;
  for (const QEventPoint& point : event.points())
    if (point.state() != QEventPoint::State::Released) ids.push_back(point.id());
  return ids;
}

bool of_screen(const QTouchEvent& event) {
  return event.device() != nullptr && event.device()->type() == QInputDevice::DeviceType::TouchScreen;
}

}  // namespace

TouchReader::TouchReader(QWidget& pane, TouchTarget& target) : pane_(pane), target_(target) {
  pane_.setAttribute(Qt::WA_AcceptTouchEvents);
}

bool TouchReader::read(QEvent& event) {
  switch (event.type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
      break;
    default:
      return false;
  }
  const auto& touch = static_cast<const QTouchEvent&>(event);
  if (!of_screen(touch)) return false;
  event.accept();
  if (event.type() == QEvent::TouchCancel) {
    withdraw();
  } else {
    read_touch(touch);
  }
  return true;
}

void TouchReader::read_touch(const QTouchEvent& event) {
  if (event.type() == QEvent::TouchBegin) withdraw();  // the last end was lost
  const std::vector<int> down = fingers_down(event);
  if (phase_ == Phase::kNone && down.size() == 1) {
    first_ = down[0];
    last_.a = place_of(event, first_, {});
    phase_ = Phase::kOne;
    send_mouse(QEvent::MouseButtonPress, last_.a);
  } else if (phase_ <= Phase::kOne && down.size() >= 2) {
    withdraw();
    first_ = down[0], second_ = down[1];
    last_ = {place_of(event, first_, {}), place_of(event, second_, {})};
    phase_ = Phase::kTwo;
  } else if (phase_ == Phase::kOne) {
    read_one(event);
  } else if (phase_ == Phase::kTwo) {
    read_two(event);
    const bool both = std::ranges::count(down, first_) > 0 && std::ranges::count(down, second_) > 0;
    if (!both) phase_ = Phase::kOver;
  }
  if (down.empty()) phase_ = Phase::kNone;
}

void TouchReader::read_one(const QTouchEvent& event) {
  const QPointF at = place_of(event, first_, last_.a);
  if (at != last_.a) send_mouse(QEvent::MouseMove, at);
  last_.a = at;
  if (event.type() == QEvent::TouchEnd) send_mouse(QEvent::MouseButtonRelease, at);
}

void TouchReader::read_two(const QTouchEvent& event) {
  constexpr double kLeastApart = 10;  // nearer together they say nothing about a size
  const Pair now{place_of(event, first_, last_.a), place_of(event, second_, last_.b)};
  const Pair then = std::exchange(last_, now);
  const double apart = QLineF(now.a, now.b).length(), before = QLineF(then.a, then.b).length();
  const QPointF middle = (now.a + now.b) / 2, moved = middle - (then.a + then.b) / 2;
  const double spread = std::min(apart, before) > kLeastApart ? apart / before : 1;
  if (!moved.isNull() || spread != 1) target_.two_fingers({middle, moved, spread});
}

void TouchReader::withdraw() {
  if (std::exchange(phase_, Phase::kNone) == Phase::kOne) target_.withdraw_finger();
}

void TouchReader::send_mouse(QEvent::Type type, QPointF at) {
  const bool up = type == QEvent::MouseButtonRelease;
  QMouseEvent event(type, at, pane_.mapTo(pane_.window(), at), pane_.mapToGlobal(at),
                    type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                    up ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier,
                    Qt::MouseEventSynthesizedByApplication);
  QCoreApplication::sendEvent(&pane_, &event);
}

QPointF TouchReader::place_of(const QTouchEvent& event, int id, QPointF otherwise) {
  const auto& points = event.points();
  const auto found = std::ranges::find(points, id, &QEventPoint::id);
  return found == points.end() ? otherwise : found->position();
}

double reach_of(const QMouseEvent& event, double of_mouse) {
  constexpr double kFinger = 2.5;
  return event.source() == Qt::MouseEventNotSynthesized ? of_mouse : kFinger * of_mouse;
}

}  // namespace skiagraph::ui
