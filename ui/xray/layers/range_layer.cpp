#include "ui/xray/layers/range_layer.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainterPath>
#include <QStringList>
#include <algorithm>

#include "ui/text/marker_text.h"
#include "ui/text/number_text.h"
#include "ui/text/range_text.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

using scan_range::Line;

/// Vermilion of the same palette as the markers', which none of them has.
const QColor kColour(245, 120, 60), kShade(0, 0, 0, 180);

QString translated(const char* text) {
  return QCoreApplication::translate("ScanRange", text);
}

void paint_grip(QPainter& painter, QPointF at, bool end) {
  const QSizeF size = end ? QSizeF(26, 7) : QSizeF(7, 26);
  painter.setPen(QPen(kShade, 1.2));
  painter.setBrush(kColour);
  painter.drawRoundedRect(QRectF(at - QPointF(size.width(), size.height()) / 2, size), 3, 3);
}

/// Where the line's middle can be seen.
QPointF grip_place(const QLineF& line, const QRectF& pane) {
  const QPointF middle = line.center();
  return {std::clamp(middle.x(), pane.left(), pane.right()),
          std::clamp(middle.y(), pane.top(), pane.bottom())};
}

}  // namespace

void RangeLayer::paint(const LayerCanvas& canvas) {
  const auto shape = range_shape(app_, canvas.geometry);
  if (!shape) return;
  canvas.painter.setFont(range_font());
  dim_outside(canvas, *shape);
  canvas.painter.setRenderHint(QPainter::Antialiasing);
  paint_lines(canvas, *shape);
  for (const Line line : {Line::kTop, Line::kBottom}) paint_end(canvas, *shape, line);
  paint_tag(canvas, *shape);
}

void RangeLayer::dim_outside(const LayerCanvas& canvas, const RangeShape& shape) const {
  QPainterPath outside, inside;
  outside.addRect(canvas.pane);
  inside.addPolygon(shape.box);
  inside.closeSubpath();
  canvas.painter.fillPath(outside.subtracted(inside), QColor(0, 0, 0, 130));
}

void RangeLayer::paint_lines(const LayerCanvas& canvas, const RangeShape& shape) const {
  QPainter& painter = canvas.painter;
  painter.setBrush(Qt::NoBrush);
  for (const QPen& pen : {QPen(kShade, 4), QPen(kColour, 1.8)}) {
    painter.setPen(pen);
    painter.drawPolygon(shape.box);
  }
  for (const Line line : scan_range::kLines)
    paint_grip(painter, grip_place(shape.line(line), canvas.pane), scan_range::is_end(line));
}

/// How the table counts it, how far the hand has it, and the marker that it lies at.
QString RangeLayer::end_text(const RangeShape& shape, Line line) const {
  const double z = scan_range::line_mm(shape.range.box, line);
  QStringList parts{(line == Line::kTop ? translated("Start %1") : translated("End %1"))
                        .arg(table_text(z - shape.range.landmark_mm))};
  if (app_.document.previewing()) {
    const auto before = shown_range(app_, app_.document.committed());
    const QString way = before ? way_text(z - scan_range::line_mm(before->box, line)) : QString();
    if (!way.isEmpty()) parts << way;
    constexpr double kSame = 1e-6;
    if (const auto marker = marker_at_height(app_, z, kSame)) parts << marker_label(*marker);
  }
  return parts.join(QStringLiteral(" · "));
}

/// Outside the box, over the top line or under the bottom one; at the pane's edge where the line is beyond.
void RangeLayer::paint_end(const LayerCanvas& canvas, const RangeShape& shape, Line line) const {
  constexpr double kGap = 5;
  const QFontMetricsF metrics(canvas.painter.font());
  const bool top = line == Line::kTop;
  const double z = shape.line(line).center().y();
  const bool beyond = z < canvas.free.top() || z > canvas.free.bottom();
  QString text = end_text(shape, line);
  if (beyond) text = (top ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) + text;
  const double left = std::min(shape.line(line).p2().x() - metrics.horizontalAdvance(text),
                               canvas.free.right() - metrics.horizontalAdvance(text) - kGap);
  const double baseline = top ? z - kGap : z + metrics.ascent() + kGap;
  paint_text(canvas.painter,
             {std::max(left, canvas.free.left()),
              std::clamp(baseline, canvas.free.top() + metrics.ascent(), canvas.free.bottom() - kGap)},
             text, kColour.lighter(125));
}

void RangeLayer::paint_tag(const LayerCanvas& canvas, const RangeShape& shape) const {
  constexpr double kGap = 5;
  QPainter& painter = canvas.painter;
  painter.setPen(QPen(kShade, 1));
  painter.setBrush(kColour);
  painter.drawRoundedRect(shape.tag, 4, 4);
  painter.setPen(Qt::black);
  painter.drawText(shape.tag, Qt::AlignCenter, shape.tag_text);
  QFont font = painter.font();
  font.setPointSizeF(8.5);
  font.setBold(false);
  painter.setFont(font);
  const QFontMetricsF metrics(font);
  const double baseline = std::min(shape.line(Line::kBottom).center().y(), canvas.free.bottom()) - kGap - 3;
  const double width = metrics.horizontalAdvance(planning_notice());
  paint_text(painter, {std::max(shape.box[2].x() - width - kGap, canvas.free.left()), baseline},
             planning_notice(), QColor(Qt::white));
}

}  // namespace skiagraph::ui
