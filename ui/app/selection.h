#pragma once

#include <QObject>

#include "core/markers/marker_table.h"

namespace skiagraph::ui {

/// Which marker the person points at, works on and drags; the same in all views. Indices of the marker table.
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
  void hover(int marker) { set(hovered_, marker); }
  void select(int marker) { set(selected_, marker); }
  void drag(int marker) { set(dragged_, marker); }

 Q_SIGNALS:
  void changed();

 private:
  void set(int& index, int marker) {
    if (index == marker) return;
    index = marker;
    Q_EMIT changed();
  }

  int hovered_ = kNone, selected_ = kNone, dragged_ = kNone;
};

}  // namespace skiagraph::ui
