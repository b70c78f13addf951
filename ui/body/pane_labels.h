#pragma once

#include <QColor>
#include <QPainter>
#include <QString>
#include <vector>

namespace skiagraph::ui {

/// A text that belongs to a dot in the pane of the body.
struct PaneLabel {
  QPointF dot;
  QString text;
  QColor colour;       ///< of the text
  QColor line_colour;  ///< of the line to the dot, where the text stands apart from it
  bool strong = false;
};

/// Paints the texts beside their dots, none over another.
void paint_labels(QPainter& painter, const std::vector<PaneLabel>& labels, QSizeF pane);

}  // namespace skiagraph::ui
