#pragma once

#include <QColor>
#include <QPainter>
#include <QString>

namespace skiagraph::ui {

/// Colour of a marker in every view.
QColor marker_colour(int index);

inline constexpr double kDotRadius = 5;

/// A marker's dot, larger when highlighted, with a ring when pinned.
void paint_marker(QPainter& painter, QPointF at, int index, bool highlighted, bool pinned);
/// Its name beside it: of the patient's left to the right of it, else to the left, away from the spine.
void paint_marker_label(QPainter& painter, QPointF at, int index, bool highlighted);

/// Text that can be read on black and on white.
void paint_text(QPainter& painter, QPointF at, const QString& text, const QColor& colour);

}  // namespace skiagraph::ui
