#pragma once

#include <QButtonGroup>
#include <QFrame>
#include <QSlider>

#include "ui/app/app.h"

namespace skiagraph::ui {

/// Over the X-ray, while it is compared with the state before editing: how, and how much of each.
class ComparisonBar : public QFrame {
  Q_OBJECT

 public:
  explicit ComparisonBar(const App& app, QWidget* parent);

 private:
  void refresh();

  App app_;
  QButtonGroup* modes_;  ///< ids are ComparisonMode
  QSlider* slider_;
  bool refreshing_ = false;  ///< the slider's own signals are not edits
};

}  // namespace skiagraph::ui
