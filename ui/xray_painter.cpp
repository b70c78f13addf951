#include "ui/xray_painter.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace skiagraph {
namespace {

constexpr double kDotRadius = 5;

QPointF point(Pixel p) {
  return {p.column, p.row};
}

/// Text that can be read on black and on white.
void draw_text(QPainter& painter, QPointF at, const QString& text, const QColor& colour) {
  painter.setPen(QColor(0, 0, 0, 200));
  for (const QPointF shift : {QPointF(1, 1), QPointF(-1, 1), QPointF(1, -1), QPointF(-1, -1)})
    painter.drawText(at + shift, text);
  painter.setPen(colour);
  painter.drawText(at, text);
}

}  // namespace

QImage to_image(const XrayImage& xray, const Window& window) {
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

QColor marker_colour(int index) {
  const auto& c = marker_table()[static_cast<std::size_t>(index)].colour;
  return {c[0], c[1], c[2]};
}

QString marker_label(int index) {
  const auto text = marker_table()[static_cast<std::size_t>(index)].label;
  return QCoreApplication::translate("Markers", std::string(text).c_str());
}

void XrayPainter::markers(const MarkerModel& model, double mm_per_px) {
  painter_.setRenderHint(QPainter::Antialiasing);
  for (int n = 0; n < kMarkerCount; ++n)
    if (n != model.highlighted()) marker(model.marker(n), n, false, mm_per_px);
  if (model.highlighted() != MarkerModel::kNone)
    marker(model.marker(model.highlighted()), model.highlighted(), true, mm_per_px);
}

void XrayPainter::marker(const MarkerEstimate& marker, int index, bool highlighted, double mm_per_px) {
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
    painter_.setPen(QPen(Qt::white, 1.5));
    painter_.drawEllipse(at, kDotRadius + 3, kDotRadius + 3);
  }
  painter_.setPen(QPen(QColor(0, 0, 0, 200), 1.2));
  painter_.setBrush(colour);
  const double radius = highlighted ? kDotRadius + 2 : kDotRadius;
  painter_.drawEllipse(at, radius, radius);
  label(at, index, highlighted);
}

/// Names of the patient's left stand right of their marker, the others left of it, away from the spine.
void XrayPainter::label(QPointF at, int index, bool highlighted) {
  QFont font = painter_.font();
  font.setPointSizeF(highlighted ? 10.5 : 8.5);
  font.setBold(highlighted);
  painter_.setFont(font);
  const QString text = marker_label(index);
  const QFontMetricsF metrics(font);
  const bool right = marker_table()[static_cast<std::size_t>(index)].name.ends_with("_right");
  const double gap = kDotRadius + 6, width = metrics.horizontalAdvance(text);
  const QPointF place(right ? at.x() - gap - width : at.x() + gap, at.y() + metrics.ascent() / 2 - 1);
  draw_text(painter_, place, text, highlighted ? Qt::white : QColor(225, 228, 232));
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
  draw_text(painter_, left + QPointF(4, -7), QCoreApplication::translate("XrayView", "%1 mm").arg(length_mm),
            QColor(225, 228, 232));
}

void XrayPainter::notice(const QString& text) {
  QFont font = painter_.font();
  font.setPointSizeF(9);
  font.setBold(false);
  painter_.setFont(font);
  draw_text(painter_, QPointF(area_.left() + 16, area_.bottom() - 12), text, QColor(255, 214, 120));
}

void XrayPainter::hint(const QString& text) {
  QFont font = painter_.font();
  font.setPointSizeF(12);
  font.setBold(true);
  painter_.setFont(font);
  const QFontMetricsF metrics(font);
  draw_text(painter_, QPointF(area_.center().x() - metrics.horizontalAdvance(text) / 2, area_.top() + 28),
            text, Qt::white);
}

}  // namespace skiagraph
