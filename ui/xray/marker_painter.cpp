#include "ui/xray/marker_painter.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPixmap>
#include <QPixmapCache>
#include <cmath>

#include "ui/text/marker_text.h"

namespace skiagraph::ui {
namespace {

const MarkerInfo& entry(int index) {
  return marker_table()[static_cast<std::size_t>(index)];
}

QColor colour_of(const MarkerInfo& marker) {
  return {marker.colour[0], marker.colour[1], marker.colour[2]};
}

QPainterPath polygon(std::initializer_list<QPointF> corners, double radius) {
  QPolygonF shape;
  for (const QPointF& corner : corners) shape << corner * radius;
  QPainterPath path;
  path.addPolygon(shape);
  path.closeSubpath();
  return path;
}

/// About equally large to the eye.
QPainterPath shape_of(MarkerGroup group, double radius) {
  switch (group) {
    case MarkerGroup::kLiver:
      return polygon({{0, -1.3}, {1.3, 0}, {0, 1.3}, {-1.3, 0}}, radius);
    case MarkerGroup::kKidneys:
      return polygon({{0, -1.3}, {1.25, 0.95}, {-1.25, 0.95}}, radius);
    case MarkerGroup::kChestBones:
      return polygon({{-0.95, -0.95}, {0.95, -0.95}, {0.95, 0.95}, {-0.95, 0.95}}, radius);
    case MarkerGroup::kPelvis:
      return polygon({{0, 1.3}, {1.25, -0.95}, {-1.25, -0.95}}, radius);
    case MarkerGroup::kLungs:
      break;
  }
  QPainterPath circle;
  circle.addEllipse(QPointF(), radius, radius);
  return circle;
}

void paint_shape(QPainter& painter, QPointF at, const MarkerInfo& marker, double radius) {
  painter.setPen(QPen(QColor(0, 0, 0, 200), 1.2));
  painter.setBrush(colour_of(marker));
  painter.drawPath(shape_of(marker.group, radius).translated(at));
}

constexpr double kHalo = 2;

/// Text with a dark edge, its baseline's start kHalo from the left and kHalo and the ascent from above.
/// Stroking the letters takes as long as all the rest of a frame, so the pictures are kept.
QPixmap haloed(const QString& text, const QFont& font, const QColor& colour, double ratio) {
  const QFontMetricsF metrics(font);
  const QSizeF size(metrics.horizontalAdvance(text) + 2 * kHalo + 1, metrics.height() + 2 * kHalo);
  QPixmap picture((size * ratio).toSize() + QSize(1, 1));
  picture.setDevicePixelRatio(ratio);
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(font);
  const QPointF at(kHalo, kHalo + metrics.ascent());
  QPainterPath letters;
  letters.addText(at, font, text);
  painter.strokePath(letters, QPen(QColor(0, 0, 0, 200), 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setPen(colour);
  painter.drawText(at, text);
  return picture;
}

QIcon icon_of(const MarkerInfo& marker) {
  constexpr int kSize = 16;
  constexpr double kSharpness = 4;  // at every scale of the screen
  QPixmap picture(QSize(kSize, kSize) * kSharpness);
  picture.setDevicePixelRatio(kSharpness);
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  paint_shape(painter, QPointF(kSize, kSize) / 2, marker, kDotRadius);
  return QIcon(picture);
}

}  // namespace

QColor marker_colour(int index) {
  return colour_of(entry(index));
}

double text_scale(const QFont& font) {
  const double points = font.pointSizeF(), usual = QApplication::font().pointSizeF();
  return points > 0 && usual > 0 ? points / usual : 1;
}

QIcon marker_icon(int index) {
  return icon_of(entry(index));
}

QIcon group_icon(MarkerGroup group) {
  for (const MarkerInfo& marker : marker_table())
    if (marker.group == group) return icon_of(marker);
  return {};
}

void paint_marker(QPainter& painter, QPointF at, int index, bool highlighted, bool pinned, bool locked) {
  const double scale = text_scale(painter.font()), radius = kDotRadius * scale, ring = radius + 4 * scale;
  painter.setBrush(Qt::NoBrush);
  if (pinned) {
    painter.setPen(QPen(QColor(0, 0, 0, 160), 3 * scale));
    painter.drawEllipse(at, ring, ring);
    painter.setPen(QPen(Qt::white, 1.5 * scale));
    painter.drawEllipse(at, ring, ring);
  }
  paint_shape(painter, at, entry(index), highlighted ? radius + 2 * scale : radius);
  if (!locked) return;
  const QPointF half(ring, 0);
  painter.setPen(QPen(QColor(0, 0, 0, 200), 4 * scale));
  painter.drawLine(at - half, at + half);
  painter.setPen(QPen(Qt::white, 2 * scale));
  painter.drawLine(at - half, at + half);
}

void paint_marker_label(QPainter& painter, QPointF at, int index, bool highlighted) {
  painter.save();
  painter.setFont(label_font(painter.font(), highlighted));
  const QString text = marker_label(index);
  const QFontMetricsF metrics(painter.font());
  const double gap = kDotRadius * text_scale(painter.font()) + 6, width = metrics.horizontalAdvance(text);
  const QPointF place(label_is_left(index) ? at.x() - gap - width : at.x() + gap,
                      at.y() + metrics.ascent() / 2 - 1);
  paint_text(painter, place, text, label_colour(highlighted));
  painter.restore();
}

QFont label_font(QFont font, bool highlighted) {
  font.setPointSizeF(8.5 * text_scale(font));
  font.setBold(highlighted);
  return font;
}

QColor label_colour(bool highlighted) {
  return highlighted ? QColor(Qt::white) : QColor(225, 228, 232);
}

bool label_is_left(int index) {
  return entry(index).name.ends_with("_right");
}

void paint_text(QPainter& painter, QPointF at, const QString& text, const QColor& colour) {
  const double ratio = painter.device()->devicePixelRatioF();
  const QString key =
      QStringLiteral("skiagraph %1 %2 %3 %4").arg(painter.font().key(), colour.name()).arg(ratio).arg(text);
  QPixmap picture;
  if (!QPixmapCache::find(key, &picture)) {
    picture = haloed(text, painter.font(), colour, ratio);
    QPixmapCache::insert(key, picture);
  }
  const QPointF corner = at - QPointF(kHalo, kHalo + QFontMetricsF(painter.font()).ascent());
  const auto on_screen = [ratio](double x) { return std::round(x * ratio) / ratio; };
  painter.drawPixmap(QPointF(on_screen(corner.x()), on_screen(corner.y())), picture);
}

}  // namespace skiagraph::ui
