#include "ui/xray/marker_painter.h"

#include "core/markers/marker_table.h"
#include "ui/text/marker_text.h"

namespace skiagraph::ui {

QColor marker_colour(int index) {
  const auto& c = marker_table()[static_cast<std::size_t>(index)].colour;
  return {c[0], c[1], c[2]};
}

void paint_marker(QPainter& painter, QPointF at, int index, bool highlighted, bool pinned) {
  painter.setBrush(Qt::NoBrush);
  if (pinned) {
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawEllipse(at, kDotRadius + 3, kDotRadius + 3);
  }
  painter.setPen(QPen(QColor(0, 0, 0, 200), 1.2));
  painter.setBrush(marker_colour(index));
  const double radius = highlighted ? kDotRadius + 2 : kDotRadius;
  painter.drawEllipse(at, radius, radius);
}

void paint_marker_label(QPainter& painter, QPointF at, int index, bool highlighted) {
  QFont font = painter.font();
  font.setPointSizeF(highlighted ? 10.5 : 8.5);
  font.setBold(highlighted);
  painter.save();
  painter.setFont(font);
  const QString text = marker_label(index);
  const QFontMetricsF metrics(font);
  const bool left = marker_table()[static_cast<std::size_t>(index)].name.ends_with("_right");
  const double gap = kDotRadius + 6, width = metrics.horizontalAdvance(text);
  const QPointF place(left ? at.x() - gap - width : at.x() + gap, at.y() + metrics.ascent() / 2 - 1);
  paint_text(painter, place, text, highlighted ? Qt::white : QColor(225, 228, 232));
  painter.restore();
}

void paint_text(QPainter& painter, QPointF at, const QString& text, const QColor& colour) {
  painter.setPen(QColor(0, 0, 0, 200));
  for (const QPointF shift : {QPointF(1, 1), QPointF(-1, 1), QPointF(1, -1), QPointF(-1, -1)})
    painter.drawText(at + shift, text);
  painter.setPen(colour);
  painter.drawText(at, text);
}

}  // namespace skiagraph::ui
