#pragma once

#include <QSlider>
#include <QToolBar>

#include "ui/body/body_view.h"

namespace skiagraph::ui {

/// The body in 3D with a bar under it: how much of the skin is seen, and what else.
class BodyPane : public QWidget {
  Q_OBJECT

 public:
  explicit BodyPane(const App& app, QWidget* parent = nullptr);

  /// Adds a button for a command.
  void add(QAction* action) { bar_->addAction(action); }

 private:
  void add_opacity(const App& app);

  QToolBar* bar_;
  QSlider* opacity_;
};

}  // namespace skiagraph::ui
