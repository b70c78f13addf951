#include "ui/body/level_handles.h"

#include <QCoreApplication>
#include <QLineF>
#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/geometry/extent.h"
#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

constexpr int kSteps = 64;  // of a ring
constexpr double kReach = 7, kGripRadius = 6;
const QColor kColour(120, 200, 255), kFixedColour(150, 160, 170);

QString translated(const char* text) {
  return QCoreApplication::translate("LevelHandles", text);
}

double angle(int step) {
  return 2 * std::numbers::pi * step / kSteps;
}

/// How far up or down, in whole mm.
QString distance_text(double mm) {
  return (mm > 0 ? translated("%1 mm up") : translated("%1 mm down")).arg(number_text(std::abs(mm), 0));
}

/// How a place of the pane moves when a place in the body goes up by 1 mm.
std::optional<QPointF> upwards(const BodyProjection& projection, Vec3 place) {
  const auto from = projection.to_pane(place), to = projection.to_pane(place + Vec3{0, 0, 1});
  if (!from || !to) return std::nullopt;
  return *to - *from;
}

}  // namespace

Vec3 LevelHandles::Ring::point(double at) const {
  return centre + Vec3{half_breadth * std::cos(at), half_depth * std::sin(at), 0};
}

/// As wide as the trunk at that height.
std::optional<LevelHandles::Ring> LevelHandles::ring(Level level) const {
  constexpr double kRoomMm = 60, kLeastMm = 60;
  const auto height = level_mm(app_, level);
  if (!height || !app_.document.session().view.level_handles) return std::nullopt;
  const LoadedBody& body = *app_.engine.body();
  const geometry::SurfaceImage& surface = *body.surface;
  const geometry::CanonicalFrame& frame = surface.placement.frame();
  Vec3 middle = level == Level::kNeck ? body.scan.neck : body.scan.symphysis;
  middle.z = *height;
  const Pixel centre = surface.placement.to_pixel(middle);
  const int row = std::clamp(static_cast<int>(std::lround(centre.row)), 0, frame.rows - 1);
  const int column = std::clamp(static_cast<int>(std::lround(centre.column)), 0, frame.columns - 1);
  geometry::Extent across, along;
  for (const int direction : {-1, 1})
    for (int c = column; c >= 0 && c < frame.columns && surface.inside(row, c); c += direction) {
      const std::size_t n = static_cast<std::size_t>(row) * frame.columns + c;
      const double torso = surface.placement.torso_mm(), front = surface.front_mm + surface.depth[n] * torso;
      across.add(surface.placement.to_patient({centre.row, static_cast<double>(c)}, 0).x);
      along.add(front);
      along.add(front + surface.thickness[n] * torso);
    }
  if (across.size() < 0) return Ring{middle, 2 * kLeastMm, kLeastMm};
  return Ring{{(across.low + across.high) / 2, (along.low + along.high) / 2, *height},
              std::max(across.size() / 2, kLeastMm) + kRoomMm,
              std::max(along.size() / 2, kLeastMm) + kRoomMm};
}

QString LevelHandles::label(Level level) const {
  const double height = *level_mm(app_, level);
  const QString text = translated("%1 %2 mm").arg(level_name(level), number_text(height, 0));
  if (!dragging() || level != dragged_ || height == start_mm_) return text;
  return text + ", " + distance_text(height - start_mm_);
}

QString LevelHandles::description() const {
  return focused_ && level_mm(app_, *focused_) ? label(*focused_) : QString();
}

bool LevelHandles::is_strong(Level level) const {
  return hovered_ == level || focused_ == level || (dragging() && dragged_ == level);
}

std::optional<QPointF> LevelHandles::grip(const Ring& ring, const BodyProjection& projection) {
  std::optional<QPointF> rightmost;
  for (int step = 0; step < kSteps; ++step) {
    const auto at = projection.to_pane(ring.point(angle(step)));
    if (at && (!rightmost || at->x() > rightmost->x())) rightmost = at;
  }
  return rightmost;
}

void LevelHandles::paint_ring(QPainter& painter, const BodyProjection& projection, Level level) const {
  const auto shape = ring(level);
  if (!shape) return;
  const bool fixed = !why_levels_are_fixed(app_).isEmpty(), strong = is_strong(level);
  QColor colour = fixed ? kFixedColour : kColour, faint = colour;
  faint.setAlpha(90);
  for (int step = 0; step < kSteps; ++step) {
    const Vec3 from = shape->point(angle(step)), to = shape->point(angle(step + 1));
    const auto a = projection.to_pane(from), b = projection.to_pane(to);
    if (!a || !b) continue;
    const bool near = dot(from - shape->centre, projection.eye() - shape->centre) >= 0;
    painter.setPen(near ? QPen(colour, strong ? 2.5 : 1.5) : QPen(faint, 1, Qt::DotLine));
    painter.drawLine(*a, *b);
  }
  const auto end = grip(*shape, projection);
  if (!end || fixed) return;
  painter.setPen(QPen(QColor(0, 0, 0, 200), 1.2));
  painter.setBrush(colour);
  const double r = kGripRadius;
  painter.drawPolygon(
      QPolygonF({*end + QPointF(0, -r), *end + QPointF(r, 0), *end + QPointF(0, r), *end + QPointF(-r, 0)}));
}

std::vector<PaneLabel> LevelHandles::labels(const BodyProjection& projection) const {
  std::vector<PaneLabel> labels;
  const QColor colour = why_levels_are_fixed(app_).isEmpty() ? kColour : kFixedColour;
  for (const Level level : kLevels) {
    const auto shape = ring(level);
    const auto end = shape ? grip(*shape, projection) : std::nullopt;
    if (end && QRectF({}, projection.pane()).contains(*end))
      labels.push_back({*end, label(level), colour, colour, is_strong(level)});
  }
  return labels;
}

void LevelHandles::paint(QPainter& painter, const BodyProjection& projection) const {
  for (const Level level : kLevels) {
    painter.save();
    paint_ring(painter, projection, level);
    painter.restore();
  }
}

std::optional<Level> LevelHandles::at(QPointF place, const BodyProjection& projection) const {
  std::optional<Level> nearest;
  double least = kReach;
  for (const Level level : kLevels) {
    const auto shape = ring(level);
    if (!shape) continue;
    for (int step = 0; step < kSteps; ++step) {
      const Vec3 point = shape->point(angle(step));
      if (dot(point - shape->centre, projection.eye() - shape->centre) < 0) continue;
      const auto at = projection.to_pane(point);
      const double distance = at ? QLineF(place, *at).length() : least;
      if (distance < least) least = distance, nearest = level;
    }
  }
  return nearest;
}

bool LevelHandles::press(QPointF place, const BodyProjection& projection) {
  const auto level = at(place, projection);
  focused_ = level;
  if (!level || !why_levels_are_fixed(app_).isEmpty()) return false;
  const auto shape = ring(*level);
  double least = std::numeric_limits<double>::infinity();
  for (int step = 0; step < kSteps; ++step) {
    const Vec3 point = shape->point(angle(step));
    const auto in_pane = projection.to_pane(point);
    const double distance = in_pane ? QLineF(place, *in_pane).length() : least;
    if (distance < least) least = distance, held_ = point, slip_ = *in_pane - place;
  }
  // Seen from above, a level has nowhere to go.
  constexpr double kLeastPerMm = 0.05;
  const auto up = upwards(projection, held_);
  if (!up || QLineF({}, *up).length() < kLeastPerMm) return false;
  dragged_ = *level;
  start_mm_ = *level_mm(app_, dragged_);
  drag_ = app_.document.begin_preview();
  return true;
}

void LevelHandles::move(QPointF place, const BodyProjection& projection) {
  if (!dragging()) return;
  // Perspective makes a mm far from the start another length in the pane.
  constexpr int kNewtonSteps = 4;
  Vec3 point = held_;
  for (int n = 0; n < kNewtonSteps; ++n) {
    const auto now = projection.to_pane(point), up = upwards(projection, point);
    if (!now || !up) return;
    const QPointF missing = place + slip_ - *now;
    point.z += QPointF::dotProduct(missing, *up) / QPointF::dotProduct(*up, *up);
  }
  const LevelLimits limits = level_limits(app_, dragged_);
  const double height =
      std::clamp(std::round(point.z - held_.z + start_mm_), std::ceil(limits.low), std::floor(limits.high));
  const auto body = app_.engine.body();
  app_.document.preview(drag_, [&](session::Session& session) {
    // Back where it began, nothing was changed.
    if (height != std::round(start_mm_)) set_level(session, *body, dragged_, height);
  });
}

void LevelHandles::release() {
  if (!dragging()) return;
  app_.document.commit(drag_, move_text(dragged_, *level_mm(app_, dragged_) - start_mm_));
}

QString LevelHandles::move_text(Level level, double mm) {
  return (level == Level::kNeck ? translated("Move the neck level %1")
                                : translated("Move the symphysis level %1"))
      .arg(distance_text(mm));
}

bool LevelHandles::hover(std::optional<Level> level) {
  if (level == hovered_) return false;
  hovered_ = level;
  return true;
}

bool LevelHandles::key(const QKeyEvent& event) {
  if (event.key() == Qt::Key_Escape && dragging()) {
    app_.document.cancel(drag_);
    return true;
  }
  if (!focused_) return false;
  const double mm = event.modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
  if (event.key() == Qt::Key_Escape) {
    focused_.reset();
  } else if (event.key() == Qt::Key_Up) {
    nudge(mm, event.isAutoRepeat());
  } else if (event.key() == Qt::Key_Down) {
    nudge(-mm, event.isAutoRepeat());
  } else {
    return false;
  }
  return true;
}

void LevelHandles::nudge(double mm, bool repeated) {
  if (!why_levels_are_fixed(app_).isEmpty()) return;
  if (!repeated) ++key_presses_, key_start_mm_ = *level_mm(app_, *focused_);
  const LevelLimits limits = level_limits(app_, *focused_);
  const double height =
      std::clamp(std::round(*level_mm(app_, *focused_) + mm), std::ceil(limits.low), std::floor(limits.high));
  const auto body = app_.engine.body();
  app_.document.edit(
      move_text(*focused_, height - key_start_mm_),
      [&](session::Session& session) { set_level(session, *body, *focused_, height); },
      QStringLiteral("level key %1").arg(key_presses_));
}

bool LevelHandles::walk(bool forward) {
  const std::optional<Level> next = !focused_ ? (forward ? Level::kNeck : Level::kSymphysis)
                                    : forward && focused_ == Level::kNeck ? std::optional(Level::kSymphysis)
                                    : !forward && focused_ == Level::kSymphysis ? std::optional(Level::kNeck)
                                                                                : std::nullopt;
  focused_ = app_.document.session().view.level_handles && level_mm(app_, Level::kNeck) ? next : std::nullopt;
  return focused_.has_value();
}

}  // namespace skiagraph::ui
