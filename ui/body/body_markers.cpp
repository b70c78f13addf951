#include "ui/body/body_markers.h"

#include <QLineF>
#include <vector>

#include "ui/text/marker_text.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

/// A marker in the pane.
struct Dot {
  int marker;
  QPointF at;
};

/// Those of groups that are shown; the highlighted one last, so that it is on top.
std::vector<Dot> dots(const App& app, const BodyProjection& projection) {
  const auto places = marker_places(app);
  const int highlighted = app.selection.highlighted();
  std::vector<Dot> dots;
  const auto add = [&](int n) {
    if (const auto at = projection.to_pane(places[static_cast<std::size_t>(n)])) dots.push_back({n, *at});
  };
  const session::View& view = app.document.session().view;
  for (int n = 0; n < kMarkerCount; ++n)
    if (n != highlighted && session::is_shown(view, n)) add(n);
  if (highlighted != Selection::kNone && session::is_shown(view, highlighted)) add(highlighted);
  return dots;
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

std::vector<PaneLabel> body_marker_names(const App& app, const BodyProjection& projection) {
  std::vector<PaneLabel> names;
  if (!app.engine.result()) return names;
  const int highlighted = app.selection.highlighted();
  for (const auto& [marker, at] : dots(app, projection)) {
    const bool wanted = app.document.session().view.all_labels || marker == highlighted;
    if (!QRectF({}, projection.pane()).contains(at)) continue;
    names.push_back({at, wanted ? marker_label(marker) : QString(),
                     marker == highlighted ? Qt::white : QColor(225, 228, 232), marker_colour(marker),
                     marker == highlighted});
  }
  return names;
}

void paint_body_markers(QPainter& painter, const App& app, const BodyProjection& projection) {
  if (!app.engine.result()) return;
  const session::Session& session = app.document.session();
  for (const Dot& dot : dots(app, projection)) {
    const auto n = static_cast<std::size_t>(dot.marker);
    paint_marker(painter, dot.at, dot.marker, dot.marker == app.selection.highlighted(),
                 session.pins[n].has_value(), session.locks[n]);
  }
}

int body_marker_at(const App& app, QPointF place, const BodyProjection& projection, double reach) {
  int nearest = Selection::kNone;
  double least = reach;
  if (!app.engine.result()) return nearest;
  for (const Dot& dot : dots(app, projection)) {
    const double distance = QLineF(place, dot.at).length();
    if (distance < least) least = distance, nearest = dot.marker;
  }
  return nearest;
}

}  // namespace skiagraph::ui
