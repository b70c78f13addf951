#pragma once

#include <QWidget>

#include "ui/app/app.h"

namespace skiagraph::ui {

/// The pane of the X-ray with what a true X-ray adds to it, a CT's or a real one of part of the body: the
/// same beside, and under both a bar that chooses how they are compared and says how much is covered and how
/// far the prediction is from it. Both are there with a true X-ray alone. Takes the X-ray's pane over.
QWidget* with_ct(const App& app, QWidget* xray_view);

}  // namespace skiagraph::ui
