#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

namespace skiagraph::ui {

/// A language that the window speaks.
struct Language {
  QString code;  ///< "en"
  QString name;  ///< in itself: "Deutsch"
};
[[nodiscard]] const std::vector<Language>& languages();

/// Lets the application speak that language and write numbers in its way; empty: the desktop's language, and
/// English where there is no translation. Call before the first window is made, and once.
void install_language(QCoreApplication& application, const QString& code);

}  // namespace skiagraph::ui
