#include "ui/app/preferences.h"

#include <QSettings>
#include <algorithm>
#include <array>

namespace skiagraph::ui {
namespace {

constexpr const char *kTheme = "theme", *kLanguage = "language", *kTraining = "training/menu";
/// In the order of Theme.
constexpr std::array kThemes{"desktop", "light", "dark"};

}  // namespace

Theme preferred_theme() {
  const QString kept = QSettings().value(kTheme).toString();
  const auto found = std::ranges::find(kThemes, kept);
  return found == kThemes.end() ? Theme::kDesktop : static_cast<Theme>(found - kThemes.begin());
}

void prefer_theme(Theme theme) {
  QSettings().setValue(kTheme, QString::fromLatin1(kThemes[static_cast<std::size_t>(theme)]));
}

QString preferred_language() {
  return QSettings().value(kLanguage).toString();
}

void prefer_language(const QString& language) {
  QSettings().setValue(kLanguage, language);
}

bool shows_training_menu() {
  return QSettings().value(kTraining, false).toBool();
}

void show_training_menu(bool shown) {
  QSettings().setValue(kTraining, shown);
}

}  // namespace skiagraph::ui
