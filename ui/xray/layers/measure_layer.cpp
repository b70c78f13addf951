#include "ui/xray/layers/measure_layer.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLineF>

#include "ui/text/number_text.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {

void MeasureLayer::paint(const LayerCanvas& canvas) {
  constexpr double kEnd = 6, kGap = 8;
  const auto& measured = app_.document.session().measurement;
  if (!measured) return;
  const geometry::CanonicalPlacement& placement = app_.engine.body()->surface->placement;
  const QLineF line(canvas.geometry.to_pane(placement.to_pixel(measured->from)),
                    canvas.geometry.to_pane(placement.to_pixel(measured->to)));
  QPainter& painter = canvas.painter;
  painter.setRenderHint(QPainter::Antialiasing);
  const QLineF across = line.length() > 0 ? line.normalVector().unitVector() : QLineF(0, 0, 0, 1);
  const QPointF half = (across.p2() - across.p1()) * kEnd;
  for (const QPen& pen : {QPen(QColor(0, 0, 0, 180), 4), QPen(Qt::white, 1.6)}) {
    painter.setPen(pen);
    painter.drawLine(line);
    for (const QPointF& end : {line.p1(), line.p2()}) painter.drawLine(end - half, end + half);
  }
  QFont font = painter.font();
  font.setPointSizeF(10);
  font.setBold(true);
  painter.setFont(font);
  const QString text = QCoreApplication::translate("XrayView", "%1 mm")
                           .arg(number_text(norm(measured->to - measured->from), 0));
  // Beside the line's middle, to the right of it or over it.
  const QPointF beside = half.x() >= 0 ? half : -half;
  const QPointF at = line.center() + beside / kEnd * kGap;
  paint_text(painter, at + QPointF(2, beside.y() <= 0 ? -2 : QFontMetricsF(font).ascent()), text, Qt::white);
}

}  // namespace skiagraph::ui
