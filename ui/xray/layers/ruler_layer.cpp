#include "ui/xray/layers/ruler_layer.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QList>
#include <cmath>

#include "ui/text/number_text.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

constexpr double kLongTick = 8, kShortTick = 4;

/// One ruler from `corner` along `along`, with its ticks towards `inwards`.
class Ruler {
 public:
  Ruler(QPainter& painter, QPointF corner, QPointF along, QPointF inwards, double length)
      : painter_(painter), corner_(corner), along_(along), inwards_(inwards), length_(length) {}

  void paint(const RulerSteps& steps, double pane_per_mm) {
    const QColor colour(225, 228, 232);
    const double part = steps.step_mm / steps.parts * pane_per_mm;
    const int ticks = static_cast<int>(length_ / part);
    QList<QLineF> lines{{corner_, corner_ + along_ * length_}};
    for (int n = 0; n <= ticks; ++n) {
      const QPointF at = corner_ + along_ * (n * part);
      lines.emplace_back(at, at + inwards_ * (n % steps.parts == 0 ? kLongTick : kShortTick));
    }
    for (const QPen& pen : {QPen(QColor(0, 0, 0, 170), 3), QPen(colour, 1)}) {
      painter_.setPen(pen);
      painter_.drawLines(lines);
    }
    for (int n = steps.parts; n <= ticks; n += steps.parts)
      number(corner_ + along_ * (n * part), steps.step_mm * n / steps.parts, steps.step_mm < 1 ? 1 : 0);
  }

 private:
  void number(QPointF at, double mm, int decimals) {
    const QString text = number_text(mm, decimals);
    const QFontMetricsF metrics(painter_.font());
    const double width = metrics.horizontalAdvance(text);
    const QPointF from = at + inwards_ * (kLongTick + 3);
    const bool level = along_.y() == 0;
    paint_text(painter_, level ? from - QPointF(width / 2, 0) : from + QPointF(0, metrics.ascent() / 2 - 1),
               text, QColor(225, 228, 232));
  }

  QPainter& painter_;
  QPointF corner_, along_, inwards_;
  double length_;
};

}  // namespace

RulerSteps ruler_steps(double pane_per_mm, double apart) {
  const double least = apart / pane_per_mm, decade = std::pow(10, std::floor(std::log10(least)));
  for (const int digit : {1, 2, 5})
    if (digit * decade >= least * (1 - 1e-9)) return {digit * decade, digit == 2 ? 4 : 5};
  return {10 * decade, 5};
}

void RulerLayer::paint(const LayerCanvas& canvas) {
  constexpr double kEdge = 4, kApart = 60;
  QPainter& painter = canvas.painter;
  QFont font = painter.font();
  font.setPointSizeF(7.5);
  painter.setFont(font);
  painter.setRenderHint(QPainter::Antialiasing);
  const double pane_per_mm = canvas.geometry.zoom() / canvas.mm_per_px;
  const RulerSteps steps = ruler_steps(pane_per_mm, kApart);
  const QPointF corner(canvas.pane.left() + kEdge, canvas.pane.bottom() - kEdge);
  Ruler(painter, corner, {0, -1}, {1, 0}, canvas.pane.height() - 2 * kEdge).paint(steps, pane_per_mm);
  Ruler(painter, corner, {1, 0}, {0, -1}, canvas.pane.width() - 2 * kEdge - 24).paint(steps, pane_per_mm);
  paint_text(painter, QPointF(canvas.pane.right() - 24, canvas.pane.bottom() - kEdge), QStringLiteral("mm"),
             QColor(225, 228, 232));
}

}  // namespace skiagraph::ui
