#include "ui/body/compass.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <array>
#include <ranges>
#include <vector>

#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

struct Direction {
  Vec3 towards;
  const char* name;
};
constexpr std::array<Direction, 6> kDirections{{{{1, 0, 0}, QT_TRANSLATE_NOOP("Compass", "Left")},
                                                {{-1, 0, 0}, QT_TRANSLATE_NOOP("Compass", "Right")},
                                                {{0, -1, 0}, QT_TRANSLATE_NOOP("Compass", "Front")},
                                                {{0, 1, 0}, QT_TRANSLATE_NOOP("Compass", "Back")},
                                                {{0, 0, 1}, QT_TRANSLATE_NOOP("Compass", "Head")},
                                                {{0, 0, -1}, QT_TRANSLATE_NOOP("Compass", "Feet")}}};

/// A direction in the picture.
struct Spoke {
  QPointF end;
  double towards_eye;
  QString name;
};

std::array<Spoke, 6> spokes(const session::BodyCamera& camera) {
  const auto unit = [](Vec3 v) { return v * (1 / norm(v)); };
  const Vec3 eye = unit(camera.position - camera.focal_point), right = unit(cross(camera.up, eye)),
             up = cross(eye, right);
  std::array<Spoke, 6> spokes;
  std::ranges::transform(kDirections, spokes.begin(), [&](const Direction& direction) {
    return Spoke{QPointF(dot(direction.towards, right), -dot(direction.towards, up)),
                 dot(direction.towards, eye), QCoreApplication::translate("Compass", direction.name)};
  });
  std::ranges::sort(spokes, {}, &Spoke::towards_eye);  // the nearest last
  return spokes;
}

}  // namespace

void paint_compass(QPainter& painter, const session::BodyCamera& camera, QSizeF pane) {
  constexpr double kShortest = 0.4;
  const double scale = text_scale(painter.font()), radius = 20 * scale, gap = 9 * scale;
  const QPointF middle(66 * scale, pane.height() - 50 * scale);
  QFont font = painter.font();
  font.setPointSizeF(8.5 * scale);
  painter.setFont(font);
  const QFontMetricsF metrics(font);
  const auto all = spokes(camera);
  std::vector<QRectF> named;
  for (const Spoke& spoke : all | std::views::reverse) {
    const double length = std::hypot(spoke.end.x(), spoke.end.y());
    if (length < kShortest) continue;  // it points at the eye, or away from it
    const QColor colour = spoke.towards_eye < -0.2 ? QColor(150, 156, 164) : QColor(225, 228, 232);
    painter.setPen(QPen(colour, 1.5 * scale));
    painter.drawLine(middle, middle + spoke.end * radius);
    const double half = metrics.horizontalAdvance(spoke.name) / 2;
    const QPointF way = spoke.end / length;
    const QPointF centre = middle + spoke.end * radius + QPointF(way.x() * (half + gap / 2), way.y() * gap);
    const QRectF box(centre - QPointF(half, metrics.ascent() / 2), QSizeF(2 * half, metrics.ascent()));
    // Of two names over one another the nearer one is readable.
    if (std::ranges::any_of(named, [&](const QRectF& other) { return other.intersects(box); })) continue;
    named.push_back(box);
    paint_text(painter, centre + QPointF(-half, metrics.ascent() / 2 - 1), spoke.name, colour);
  }
}

}  // namespace skiagraph::ui
