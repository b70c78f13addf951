#pragma once

#include <QApplication>

namespace skiagraph::ui {

/// The dark theme: pictures are read best on dark, neutral surroundings.
void apply_dark_theme(QApplication& application);

}  // namespace skiagraph::ui
