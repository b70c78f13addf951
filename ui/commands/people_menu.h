#pragma once

#include <QMenu>

#include "ui/document/body_choice.h"

namespace skiagraph::ui {

/// The built-in people as a menu, with a tick at the one that is shown.
class PeopleMenu : public QMenu {
  Q_OBJECT

 public:
  explicit PeopleMenu(BodyChoice& choice, QWidget* parent = nullptr);

 private:
  void refresh();

  BodyChoice& choice_;
};

}  // namespace skiagraph::ui
