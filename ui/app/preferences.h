#pragma once

#include <QString>
#include <cstdint>

namespace skiagraph::ui {

/// What a person chose for the program and not for one session. QSettings keeps it. GUI thread.

enum class Theme : std::uint8_t { kDesktop, kLight, kDark };

[[nodiscard]] Theme preferred_theme();
void prefer_theme(Theme theme);

/// "en" or "de"; empty: the desktop's.
[[nodiscard]] QString preferred_language();
void prefer_language(const QString& language);

/// Whether the menu Training, hidden at first, is there.
[[nodiscard]] bool shows_training_menu();
void show_training_menu(bool shown);

}  // namespace skiagraph::ui
