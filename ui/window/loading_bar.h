#pragma once

#include <QProgressBar>
#include <QTimer>
#include <QWidget>

#include "ui/engine/engine.h"

namespace skiagraph::ui {

/// How far the reading of a scan is, with a button that stops it; seen when it takes more than a second.
class LoadingBar : public QWidget {
  Q_OBJECT

 public:
  explicit LoadingBar(Engine& engine, QWidget* parent = nullptr);

 private:
  void follow(double done);
  void end_when_loaded();

  Engine& engine_;
  QProgressBar* bar_;
  QTimer slow_;
};

}  // namespace skiagraph::ui
