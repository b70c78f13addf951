#pragma once

#include <QObject>
#include <QString>
#include <cstdint>

#include "core/markers/marker_table.h"

namespace skiagraph::ui {

/// Which marker the person points at, works on and drags, and what the mouse does; the same in all views.
/// Indices of the marker table.
class Selection : public QObject {
  Q_OBJECT

 public:
  static constexpr int kNone = -1;

  [[nodiscard]] int hovered() const { return hovered_; }
  [[nodiscard]] int selected() const { return selected_; }
  [[nodiscard]] int dragged() const { return dragged_; }
  /// The one that views draw larger and with its name.
  [[nodiscard]] int highlighted() const {
    return dragged_ != kNone ? dragged_ : hovered_ != kNone ? hovered_ : selected_;
  }
  /// What a left drag on the X-ray does.
  enum class Tool : std::uint8_t { kMove, kMeasure, kAnnotate };
  [[nodiscard]] Tool tool() const { return tool_; }
  void use(Tool tool) { set(tool_, tool); }
  /// The key is held that shows the state before editing.
  [[nodiscard]] bool peeking() const { return peeking_; }
  void peek(bool on) { set(peeking_, on); }
  /// Tells the person, in a sentence, why what they tried does nothing.
  void tell(const QString& sentence) { Q_EMIT told(sentence); }

  void hover(int marker) { set(hovered_, marker); }
  void select(int marker) { set(selected_, marker); }
  void drag(int marker) { set(dragged_, marker); }

 Q_SIGNALS:
  void changed();
  void told(const QString& sentence);

 private:
  template <class Value>
  void set(Value& value, Value now) {
    if (value == now) return;
    value = now;
    Q_EMIT changed();
  }

  int hovered_ = kNone, selected_ = kNone, dragged_ = kNone;
  Tool tool_ = Tool::kMove;
  bool peeking_ = false;
};

}  // namespace skiagraph::ui
