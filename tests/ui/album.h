#pragma once

#include <QString>
#include <QWidget>

#include "ui/window/theme.h"

namespace skiagraph::ui {

/// Pictures of the help pages, in the variant that packaging/pictures asks for.
class Album {
 public:
  /// Makes the application, in the wanted language and theme.
  Album();
  /// The same, in a theme that is always the same.
  explicit Album(Theme theme);

  /// As the folder's NAME-VARIANT.jpg.
  void add(QWidget& widget, const QString& name) const;

 private:
  QString folder_, variant_;
};

}  // namespace skiagraph::ui
