#include "ui/xray/layers/comparison_layer.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include "ui/app/edits.h"
#include "ui/text/number_text.h"
#include "ui/xray/marker_painter.h"
#include "ui/xray/xray_picture.h"

namespace skiagraph::ui {
namespace {

using session::ComparisonMode;

const QColor kWords(255, 255, 255);

QString translated(const char* text) {
  return QCoreApplication::translate("XrayView", text);
}

void set_caption_font(QPainter& painter) {
  QFont font = painter.font();
  font.setPointSizeF(10);
  font.setBold(true);
  painter.setFont(font);
}

void paint_centred(const LayerCanvas& canvas, const QString& text) {
  const double width = QFontMetricsF(canvas.painter.font()).horizontalAdvance(text);
  paint_text(canvas.painter, QPointF(canvas.free.center().x() - width / 2, canvas.pane.top() + 24), text,
             kWords);
}

}  // namespace

void ComparisonLayer::paint(const LayerCanvas& canvas) {
  const session::Comparison& comparison = app_.document.session().view.comparison;
  const bool peeking = app_.selection.peeking();
  if ((!peeking && comparison.mode == ComparisonMode::kOff) || !app_.engine.result()) return;
  canvas.painter.setRenderHint(QPainter::Antialiasing);
  set_caption_font(canvas.painter);
  const ShownXrays shown = shown_xrays(app_);
  if (!any_pinned(app_.document.session())) {
    paint_centred(canvas, translated("No marker is pinned: nothing to compare"));
  } else if (!shown.before) {
    paint_centred(canvas, translated("The state before editing is computed"));
  } else if (peeking) {
    paint_centred(canvas, translated("Before editing"));
  } else if (comparison.mode == ComparisonMode::kSplit) {
    paint_split(canvas, comparison.before);
  } else if (comparison.mode == ComparisonMode::kDifference) {
    paint_legend(canvas, shown);
  } else {
    paint_centred(canvas, translated("%1 % before editing").arg(number_text(100 * comparison.before, 0)));
  }
}

void ComparisonLayer::paint_split(const LayerCanvas& canvas, double before) {
  constexpr double kKnob = 7, kGap = 10;
  QPainter& painter = canvas.painter;
  const double x = before * canvas.pane.width();
  for (const QPen& pen : {QPen(QColor(0, 0, 0, 170), 3.5), QPen(kWords, 1.5)}) {
    painter.setPen(pen);
    painter.drawLine(QPointF(x, canvas.pane.top()), QPointF(x, canvas.pane.bottom()));
  }
  painter.setBrush(kWords);
  painter.drawEllipse(QPointF(x, canvas.pane.top() + canvas.pane.height() * 0.9), kKnob, kKnob);
  const double y = canvas.pane.top() + 24;
  const QString left = translated("Before editing"), right = translated("Now");
  const QFontMetricsF metrics(painter.font());
  painter.setClipRect(QRectF(canvas.pane.left(), canvas.pane.top(), x - 3, canvas.pane.height()));
  paint_text(painter, QPointF(x - kGap - metrics.horizontalAdvance(left), y), left, kWords);
  painter.setClipRect(QRectF(x + 3, canvas.pane.top(), canvas.pane.width() - x, canvas.pane.height()));
  paint_text(painter, QPointF(x + kGap, y), right, kWords);
}

void ComparisonLayer::paint_legend(const LayerCanvas& canvas, const ShownXrays& shown) {
  constexpr int kLength = 180, kThickness = 12, kGrey = 128;
  QPainter& painter = canvas.painter;
  paint_centred(canvas, translated("Now minus before: attenuation"));
  const double range = difference_range(*shown.now, *shown.before) * imaging::kXrayFullScale;
  const QRectF bar(canvas.free.center().x() - kLength / 2.0, canvas.pane.top() + 34, kLength, kThickness);
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (int n = 0; n < kLength; ++n) {
    const double part = 2.0 * n / (kLength - 1) - 1;
    painter.fillRect(QRectF(bar.left() + n, bar.top(), 1, kThickness),
                     QColor(difference_colour(part, kGrey)));
  }
  painter.setPen(QColor(225, 228, 232));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(bar);
  QFont font = painter.font();
  font.setPointSizeF(8.5);
  font.setBold(false);
  painter.setFont(font);
  const int decimals = range < 1 ? 1 : 0;
  const auto number = [&](double part, const QString& text) {
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    paint_text(painter, QPointF(bar.left() + (part + 1) / 2 * kLength - width / 2, bar.bottom() + 14), text,
               kWords);
  };
  number(-1, QStringLiteral("−") + number_text(range, decimals));
  number(0, number_text(0, 0));
  number(1, QStringLiteral("+") + number_text(range, decimals));
}

}  // namespace skiagraph::ui
