#pragma once

#include <QLabel>
#include <QStatusBar>
#include <QTimer>

#include "ui/engine/engine.h"

namespace skiagraph::ui {

/// The status bar: what is under the cursor, what is doubtful, what the loop does, and the device.
class StatusLine : public QStatusBar {
  Q_OBJECT

 public:
  explicit StatusLine(Engine& engine, QWidget* parent = nullptr);

  void show_place(const QString& text) { place_->setText(text); }
  void tell_saved(const QString& path);
  /// A sentence, for a while.
  void tell(const QString& sentence);

 private:
  void refresh();
  [[nodiscard]] QString loop_text() const;
  void show_warnings();

  Engine& engine_;
  QLabel *place_, *warning_, *loop_, *device_;
  QTimer slow_;  ///< says "Computing" after a while
};

}  // namespace skiagraph::ui
