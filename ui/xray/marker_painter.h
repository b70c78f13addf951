#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPainter>
#include <QPainterPath>
#include <QString>

#include "core/markers/marker_table.h"

namespace skiagraph::ui {

/// Colour of a marker in every view. Its group has a shape of its own besides.
QColor marker_colour(int index);
QIcon marker_icon(int index);
QIcon group_icon(MarkerGroup group);

inline constexpr double kDotRadius = 5;

/// How much larger everything over a picture is drawn in a pane with this font: 1 when it is the
/// application's.
double text_scale(const QFont& font);

/// A marker's dot, larger when highlighted, with a ring when pinned and a bar through it when locked.
void paint_marker(QPainter& painter, QPointF at, int index, bool highlighted, bool pinned,
                  bool locked = false);
/// Its name beside it: of the patient's left to the right of it, else to the left, away from the spine.
void paint_marker_label(QPainter& painter, QPointF at, int index, bool highlighted);

/// The font of names beside markers, in a pane with this font.
QFont label_font(QFont font, bool highlighted);
QColor label_colour(bool highlighted);
/// Whether its name stands to the left of the dot where there is room.
bool label_is_left(int index);

/// Text that can be read on black and on white.
void paint_text(QPainter& painter, QPointF at, const QString& text, const QColor& colour);

}  // namespace skiagraph::ui
