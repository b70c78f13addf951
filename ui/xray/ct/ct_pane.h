#pragma once

#include <QWidget>

#include "ui/app/app.h"

namespace skiagraph::ui {

/// The pane of the X-ray with what a CT adds to it: its own X-ray beside, and under both a bar that chooses
/// how they are compared and says how much the CT covers and how far the prediction is from it. Both are
/// there for a CT alone. Takes the X-ray's pane over.
QWidget* with_ct(const App& app, QWidget* xray_view);

}  // namespace skiagraph::ui
