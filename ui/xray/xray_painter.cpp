#include "ui/xray/xray_painter.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

QPointF point(Pixel p) {
  return {p.column, p.row};
}

}  // namespace

QImage to_image(const imaging::XrayImage& xray, const Window& window) {
  QImage image(xray.frame.columns, xray.frame.rows, QImage::Format_Grayscale8);
  const double black = window.level - window.width / 2, scale = 255 / std::max(1e-3, window.width);
  auto value = xray.pixels.begin();
  for (int row = 0; row < xray.frame.rows; ++row) {
    uchar* line = image.scanLine(row);
    for (int column = 0; column < xray.frame.columns; ++column)
      line[column] = static_cast<uchar>(std::clamp((*value++ - black) * scale, 0.0, 255.0));
  }
  return image;
}

void XrayPainter::markers(const MarkerModel& model, double mm_per_px) {
  painter_.setRenderHint(QPainter::Antialiasing);
  for (int n = 0; n < kMarkerCount; ++n)
    if (n != model.highlighted()) marker(model.marker(n), n, false, mm_per_px);
  if (model.highlighted() != MarkerModel::kNone)
    marker(model.marker(model.highlighted()), model.highlighted(), true, mm_per_px);
}

void XrayPainter::marker(const inference::MarkerEstimate& marker, int index, bool highlighted,
                         double mm_per_px) {
  const QPointF at = to_view_.map(point(marker.position));
  const QColor colour = marker_colour(index);
  painter_.setBrush(Qt::NoBrush);
  if (highlighted) {
    const double radius = marker.confidence_mm / mm_per_px * to_view_.m11();
    QColor faint = colour;
    faint.setAlpha(110);
    painter_.setPen(QPen(faint, 1, Qt::DashLine));
    painter_.drawEllipse(at, radius, radius);
  }
  if (marker.pinned) {
    // Where the network would put it.
    const QPointF answer = to_view_.map(point(marker.answer));
    if (QLineF(at, answer).length() > 2 * kDotRadius) {
      painter_.setPen(QPen(colour, 1, Qt::DotLine));
      painter_.drawLine(at, answer);
      painter_.setPen(QPen(colour, 1.5));
      painter_.drawLine(answer - QPointF(4, 0), answer + QPointF(4, 0));
      painter_.drawLine(answer - QPointF(0, 4), answer + QPointF(0, 4));
    }
  }
  paint_marker(painter_, at, index, highlighted, marker.pinned);
  paint_marker_label(painter_, at, index, highlighted);
}

void XrayPainter::ruler(double mm_per_px) {
  const double view_per_mm = to_view_.m11() / mm_per_px;
  double length_mm = 10;
  for (const double candidate : {20.0, 50.0, 100.0, 200.0})
    if (candidate * view_per_mm < 0.4 * area_.width()) length_mm = candidate;
  const double length = length_mm * view_per_mm;
  const QPointF left(area_.left() + 16, area_.bottom() - 34), right = left + QPointF(length, 0);
  painter_.setPen(QPen(QColor(225, 228, 232), 1.5));
  painter_.drawLine(left, right);
  for (const QPointF end : {left, right}) painter_.drawLine(end - QPointF(0, 4), end + QPointF(0, 4));
  paint_text(painter_, left + QPointF(4, -7), QCoreApplication::translate("XrayView", "%1 mm").arg(length_mm),
             QColor(225, 228, 232));
}

void XrayPainter::notice(const QString& text) {
  QFont font = painter_.font();
  font.setPointSizeF(9);
  font.setBold(false);
  painter_.setFont(font);
  paint_text(painter_, QPointF(area_.left() + 16, area_.bottom() - 12), text, QColor(255, 214, 120));
}

void XrayPainter::hint(const QString& text) {
  QFont font = painter_.font();
  font.setPointSizeF(12);
  font.setBold(true);
  painter_.setFont(font);
  const QFontMetricsF metrics(font);
  paint_text(painter_, QPointF(area_.center().x() - metrics.horizontalAdvance(text) / 2, area_.top() + 28),
             text, Qt::white);
}

}  // namespace skiagraph::ui
