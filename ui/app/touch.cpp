#include "ui/app/touch.h"

#include <QCoreApplication>
#include <QLineF>
#include <QPointingDevice>
#include <algorithm>
#include <utility>
#include <vector>

namespace skiagraph::ui {
namespace {

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
  if (event.type() == QEvent::TouchBegin || event.type() == QEvent::TouchCancel) {
    withdraw();  // before a new touch, when the last end was lost
    down_.clear();
  }
  if (event.type() != QEvent::TouchCancel) follow(touch);
  act();
  return true;
}

void TouchReader::follow(const QTouchEvent& event) {
  for (const QEventPoint& point : event.points()) {
    const auto known = std::ranges::find(down_, point.id(), &Finger::id);
    if (known != down_.end()) {
      known->at = point.position();
    } else if (point.state() == QEventPoint::State::Pressed) {
      down_.push_back({point.id(), point.position()});
    }
    if (point.state() != QEventPoint::State::Released) continue;
    if (point.id() == first_.id) lift_one(point.position());
    std::erase_if(down_, [&](const Finger& finger) { return finger.id == point.id(); });
  }
  if (event.type() != QEvent::TouchEnd) return;
  lift_one(first_.at);
  down_.clear();
}

void TouchReader::act() {
  if (phase_ == Phase::kNone && down_.size() == 1) {
    first_ = down_[0];
    phase_ = Phase::kOne;
    send_mouse(QEvent::MouseButtonPress, first_.at);
  } else if (phase_ <= Phase::kOne && down_.size() >= 2) {
    withdraw();
    first_ = down_[0], second_ = down_[1];
    phase_ = Phase::kTwo;
  } else if (const Finger* one = finger(first_.id); phase_ == Phase::kOne && one != nullptr) {
    move_one(one->at);
  } else if (phase_ == Phase::kTwo) {
    const Finger *a = finger(first_.id), *b = finger(second_.id);
    if (a != nullptr && b != nullptr) {
      move_two(a->at, b->at);
    } else {
      phase_ = Phase::kOver;
    }
  }
  if (down_.empty()) phase_ = Phase::kNone;
}

void TouchReader::move_one(QPointF to) {
  if (to != std::exchange(first_.at, to)) send_mouse(QEvent::MouseMove, to);
}

void TouchReader::lift_one(QPointF at) {
  if (phase_ != Phase::kOne) return;
  move_one(at);
  phase_ = Phase::kOver;
  send_mouse(QEvent::MouseButtonRelease, at);
}

void TouchReader::move_two(QPointF a, QPointF b) {
  constexpr double kLeastApart = 10;  // nearer together they say nothing about a size
  const QPointF old_a = std::exchange(first_.at, a), old_b = std::exchange(second_.at, b);
  const double apart = QLineF(a, b).length(), before = QLineF(old_a, old_b).length();
  const QPointF middle = (a + b) / 2, moved = middle - (old_a + old_b) / 2;
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

const TouchReader::Finger* TouchReader::finger(int id) const {
  const auto found = std::ranges::find(down_, id, &Finger::id);
  return found == down_.end() ? nullptr : &*found;
}

double reach_of(const QMouseEvent& event, double of_mouse) {
  constexpr double kFinger = 2.5;
  return event.source() == Qt::MouseEventNotSynthesized ? of_mouse : kFinger * of_mouse;
}

}  // namespace skiagraph::ui
