#pragma once

#include <QKeyEvent>
#include <QMouseEvent>
#include <optional>

#include "ui/xray/xray_geometry.h"

namespace skiagraph::ui {

/// What the mouse and the keys do on the X-ray. The tool that takes a press has the mouse until it is
/// released, or until a move arrives without the button because the release was lost.
class Tool {
 public:
  Tool() = default;
  Tool(const Tool&) = delete;
  Tool& operator=(const Tool&) = delete;
  virtual ~Tool() = default;

  /// True when the tool takes the press.
  virtual bool press(const QMouseEvent& event, const XrayGeometry& geometry) = 0;
  virtual void move(const QMouseEvent& event, const XrayGeometry& geometry) = 0;
  virtual void release() {}
  /// The mouse moves without a button.
  virtual void hover(QPointF /*at*/, const XrayGeometry& /*geometry*/) {}
  virtual void leave() {}
  /// The document has changed.
  virtual void follow() {}
  /// True when the tool takes the key.
  virtual bool key(const QKeyEvent& /*event*/) { return false; }
  virtual void key_released(const QKeyEvent& /*event*/) {}
  /// The keys go to somebody else.
  virtual void lose_keys() {}
  /// The mouse's shape where a press would be this tool's.
  [[nodiscard]] virtual std::optional<Qt::CursorShape> cursor(QPointF /*at*/,
                                                              const XrayGeometry& /*geometry*/) const {
    return std::nullopt;
  }
};

}  // namespace skiagraph::ui
