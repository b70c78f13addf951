#include "ui/body/body_markers.h"

#include <QFontMetricsF>
#include <QLineF>
#include <vector>

#include "ui/text/marker_text.h"
#include "ui/xray/label_layout.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

/// A marker in the pane.
struct Dot {
  int marker;
  QPointF at;
};

/// The highlighted one last, so that it is on top.
std::vector<Dot> dots(const App& app, const BodyProjection& projection) {
  const auto places = marker_places(app);
  const int highlighted = app.selection.highlighted();
  std::vector<Dot> dots;
  const auto add = [&](int n) {
    if (const auto at = projection.to_pane(places[static_cast<std::size_t>(n)])) dots.push_back({n, *at});
  };
  for (int n = 0; n < kMarkerCount; ++n)
    if (n != highlighted) add(n);
  if (highlighted != Selection::kNone) add(highlighted);
  return dots;
}

QFont name_font(QFont font, bool highlighted) {
  font.setPointSizeF(highlighted ? 10.5 : 8.5);
  font.setBold(highlighted);
  return font;
}

/// Those that the person wants to see.
std::vector<Dot> named(const App& app, const std::vector<Dot>& dots, QSizeF pane) {
  std::vector<Dot> named;
  for (const Dot& dot : dots) {
    const bool wanted = app.document.session().view.all_labels || dot.marker == app.selection.highlighted();
    if (wanted && QRectF({}, pane).contains(dot.at)) named.push_back(dot);
  }
  return named;
}

void paint_names(QPainter& painter, const App& app, const std::vector<Dot>& dots, QSizeF pane) {
  const double middle = pane.width() / 2;
  const QFont base = painter.font();
  const QFontMetricsF room(name_font(base, true));
  std::vector<Label> labels;
  for (const Dot& dot : dots)
    labels.push_back({dot.at, QSizeF(room.horizontalAdvance(marker_label(dot.marker)), room.height() - 2),
                      dot.at.x() < middle});
  const std::vector<LabelPlace> places = place_labels(labels, QRectF({}, pane));
  for (std::size_t n = 0; n < dots.size(); ++n) {
    const bool highlighted = dots[n].marker == app.selection.highlighted();
    const QRectF& box = places[n].box;
    const bool left = box.center().x() < dots[n].at.x();
    if (places[n].needs_leader) {
      painter.setPen(QPen(marker_colour(dots[n].marker), 1));
      painter.drawLine(dots[n].at, QPointF(left ? box.right() + 1 : box.left() - 1, box.center().y() + 1));
    }
    painter.setFont(name_font(base, highlighted));
    const QFontMetricsF metrics(painter.font());
    const QString text = marker_label(dots[n].marker);
    const double x = left ? box.right() - metrics.horizontalAdvance(text) : box.left();
    paint_text(painter, QPointF(x, box.top() + metrics.ascent() - 1), text,
               highlighted ? Qt::white : QColor(225, 228, 232));
  }
  painter.setFont(base);
}

}  // namespace

std::array<Vec3, kMarkerCount> marker_places(const App& app) {
  const auto markers = shown_markers(app.document.session(), *app.engine.result());
  const geometry::SurfaceImage& surface = *app.engine.body()->surface;
  std::array<Vec3, kMarkerCount> places;
  for (std::size_t n = 0; n < places.size(); ++n)
    places[n] = surface.placement.to_patient(markers[n].position, surface.middle_y_mm(markers[n].position));
  return places;
}

void paint_body_markers(QPainter& painter, const App& app, const BodyProjection& projection) {
  if (!app.engine.result()) return;
  const std::vector<Dot> all = dots(app, projection);
  paint_names(painter, app, named(app, all, projection.pane()), projection.pane());
  const session::Pins& pins = app.document.session().pins;
  for (const Dot& dot : all)
    paint_marker(painter, dot.at, dot.marker, dot.marker == app.selection.highlighted(),
                 pins[static_cast<std::size_t>(dot.marker)].has_value());
}

int body_marker_at(const App& app, QPointF place, const BodyProjection& projection) {
  constexpr double kReach = 10;
  int nearest = Selection::kNone;
  double least = kReach;
  if (!app.engine.result()) return nearest;
  for (const Dot& dot : dots(app, projection)) {
    const double distance = QLineF(place, dot.at).length();
    if (distance < least) least = distance, nearest = dot.marker;
  }
  return nearest;
}

}  // namespace skiagraph::ui
