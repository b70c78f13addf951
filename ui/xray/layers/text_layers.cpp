#include "ui/xray/layers/text_layers.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>

#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

const QColor kNoticeColour(255, 214, 120);

QString translated(const char* text) {
  return QCoreApplication::translate("XrayView", text);
}

}  // namespace

double NoticeLayer::height(const QFont& font) {
  constexpr double kHeight = 20;
  return kHeight * text_scale(font);
}

void NoticeLayer::paint(const LayerCanvas& canvas) {
  QPainter& painter = canvas.painter;
  const double scale = text_scale(painter.font()), height = NoticeLayer::height(painter.font());
  const double points = 9 * scale, beside = 8 * scale;
  const QString text = translated("Synthetic image, research use, not for diagnosis");
  QFont font = painter.font();
  font.setPointSizeF(points);
  const double room = canvas.free.width() - 2 * beside, wanted = QFontMetricsF(font).horizontalAdvance(text);
  if (wanted > room) font.setPointSizeF(points * room / wanted);  // all of it in a narrow pane, too
  painter.setFont(font);
  const double width = std::min(wanted, room) + 2 * beside;
  const QRectF strip(canvas.free.left(), canvas.free.bottom() + 1, width, height - 2);
  painter.fillRect(strip, QColor(0, 0, 0, 190));
  painter.setPen(kNoticeColour);
  painter.drawText(strip, Qt::AlignCenter, text);
}

void HintLayer::paint(const LayerCanvas& canvas) {
  const session::Pins& pins = app_.document.session().pins;
  if (std::ranges::any_of(pins, [](const auto& pin) { return pin.has_value(); })) needed_ = false;
  const bool compared = app_.selection.peeking() ||
                        app_.document.session().view.comparison.mode != session::ComparisonMode::kOff;
  if (!needed_ || compared || !app_.engine.result()) return;
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
