#pragma once

#include <QMainWindow>
#include <QTimer>

namespace skiagraph::ui {

/// Keeps size, place and docks of a window from one start of the program to the next.
class LayoutMemory : public QObject {
  Q_OBJECT

 public:
  /// Brings back what was kept, when all its docks and tool bars have been added. Keeps it
  /// when the window has been left alone for a second, so that a crash forgets nothing, and when it closes.
  explicit LayoutMemory(QMainWindow& window);

  /// As the program was delivered.
  void reset();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void keep() const;

  QMainWindow& window_;
  QByteArray first_state_;
  QSize first_size_;
  QTimer settled_;
};

}  // namespace skiagraph::ui
