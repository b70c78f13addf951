#include "ui/body/pane_labels.h"

#include <QFontMetricsF>

#include "ui/xray/label_layout.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

bool is_left(const QRectF& box, QPointF dot) {
  return box.center().x() < dot.x();
}

void paint_one(QPainter& painter, const PaneLabel& label, const LabelPlace& place) {
  const QRectF& box = place.box;
  const bool left = is_left(box, label.dot);
  if (place.needs_leader) {
    painter.setPen(QPen(label.line_colour, 1));
    painter.drawLine(label.dot, QPointF(left ? box.right() + 1 : box.left() - 1, box.center().y() + 1));
  }
  const QFontMetricsF metrics(painter.font());
  const double x = left ? box.right() - metrics.horizontalAdvance(label.text) : box.left();
  paint_text(painter, QPointF(x, box.top() + metrics.ascent() - 1), label.text, label.colour);
}

}  // namespace

void paint_labels(QPainter& painter, const std::vector<PaneLabel>& labels, QSizeF pane) {
  const QFont font = painter.font();
  std::vector<Label> wanted;
  for (const PaneLabel& label : labels) {
    const QFontMetricsF room(label_font(font, label.strong));
    wanted.push_back({label.dot,
                      label.text.isEmpty()
                          ? QSizeF(0, 0)
                          : QSizeF(room.horizontalAdvance(label.text), room.ascent() + room.descent() - 2),
                      label.dot.x() < pane.width() / 2});
  }
  const std::vector<LabelPlace> places = place_labels(wanted, QRectF({}, pane), text_scale(font));
  for (std::size_t n = 0; n < labels.size(); ++n) {
    if (labels[n].text.isEmpty()) continue;
    painter.setFont(label_font(font, labels[n].strong));
    paint_one(painter, labels[n], places[n]);
  }
  painter.setFont(font);
}

}  // namespace skiagraph::ui
