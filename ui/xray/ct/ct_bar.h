#pragma once

#include <QButtonGroup>
#include <QLabel>
#include <QSlider>
#include <QWidget>

#include "ui/app/app.h"

namespace skiagraph::ui {

/// How prediction and true X-ray are compared: four ways to choose from, the wipe's slider, and in words how
/// much is covered and how far apart both are.
class CtBar : public QWidget {
  Q_OBJECT

 public:
  explicit CtBar(const App& app, QWidget* parent = nullptr);

 private:
  void add_mode(session::CtView mode, const char* name, const QString& text, const QString& tip);
  void refresh();
  [[nodiscard]] QString words() const;

  App app_;
  QButtonGroup* modes_;
  QSlider* wipe_;
  QLabel* words_;
};

}  // namespace skiagraph::ui
