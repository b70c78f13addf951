#pragma once

#include <QApplication>

#include "ui/app/preferences.h"

namespace skiagraph::ui {

/// Colours and style of all windows, also of those that are open. The panes stay dark in every theme:
/// pictures are read best on dark, neutral surroundings. kDesktop: dark where the desktop's own windows are.
void apply_theme(QApplication& application, Theme theme);

}  // namespace skiagraph::ui
