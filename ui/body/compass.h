#pragma once

#include <QPainter>

#include "core/session/session.h"

namespace skiagraph::ui {

/// Which way head, feet, front, back and the patient's left and right lie in a picture of the body, so that
/// nobody takes left for right. In the pane's lower left corner.
void paint_compass(QPainter& painter, const session::BodyCamera& camera, QSizeF pane);

}  // namespace skiagraph::ui
