#include "ui/xray/layers/text_layers.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>

#include "ui/text/number_text.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

const QColor kRulerColour(225, 228, 232), kNoticeColour(255, 214, 120);

QString translated(const char* text) {
  return QCoreApplication::translate("XrayView", text);
}

}  // namespace

void RulerLayer::paint(const LayerCanvas& canvas) {
  QPainter& painter = canvas.painter;
  const double pane_per_mm = canvas.geometry.zoom() / canvas.mm_per_px;
  double length_mm = 10;
  for (const double candidate : {20.0, 50.0, 100.0, 200.0})
    if (candidate * pane_per_mm < 0.4 * canvas.pane.width()) length_mm = candidate;
  const QPointF left(canvas.pane.left() + 16, canvas.pane.bottom() - 34),
      right = left + QPointF(length_mm * pane_per_mm, 0);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(kRulerColour, 1.5));
  painter.drawLine(left, right);
  for (const QPointF end : {left, right}) painter.drawLine(end - QPointF(0, 4), end + QPointF(0, 4));
  paint_text(painter, left + QPointF(4, -7), translated("%1 mm").arg(number_text(length_mm, 0)),
             kRulerColour);
}

void NoticeLayer::paint(const LayerCanvas& canvas) {
  QFont font = canvas.painter.font();
  font.setPointSizeF(9);
  canvas.painter.setFont(font);
  paint_text(canvas.painter, QPointF(canvas.pane.left() + 16, canvas.pane.bottom() - 12),
             translated("Synthetic image, research use, not for diagnosis"), kNoticeColour);
}

void HintLayer::paint(const LayerCanvas& canvas) {
  const session::Pins& pins = app_.document.session().pins;
  if (std::ranges::any_of(pins, [](const auto& pin) { return pin.has_value(); })) needed_ = false;
  if (!needed_ || !app_.engine.result()) return;
  QFont font = canvas.painter.font();
  font.setPointSizeF(12);
  font.setBold(true);
  canvas.painter.setFont(font);
  const QString text = translated("Drag a marker");
  const double width = QFontMetricsF(font).horizontalAdvance(text);
  paint_text(canvas.painter, QPointF(canvas.pane.center().x() - width / 2, canvas.pane.top() + 28), text,
             Qt::white);
}

}  // namespace skiagraph::ui
