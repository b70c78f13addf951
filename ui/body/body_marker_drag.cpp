#include "ui/body/body_marker_drag.h"

#include <cmath>

#include "ui/app/edits.h"
#include "ui/xray/tools/marker_tool.h"

namespace skiagraph::ui {
namespace {

/// The step that brings a marker nearer to the mouse. Of a direction that the pane hardly shows the mouse
/// says nothing. `down`, `right`: what a pixel is in the pane.
Pixel step_to(QPointF missing, QPointF down, QPointF right) {
  constexpr double kHardly = 0.3;
  const auto dot = [](QPointF a, QPointF b) { return QPointF::dotProduct(a, b); };
  const double a = dot(down, down), b = dot(down, right), c = dot(right, right);
  const double u = dot(down, missing), v = dot(right, missing);
  if (a == 0 && c == 0) return {0, 0};
  if (c < kHardly * kHardly * a) return {u / a, 0};
  if (a < kHardly * kHardly * c) return {0, v / c};
  const double determinant = a * c - b * b;
  if (determinant < kHardly * kHardly * a * c) return {u / a, 0};  // both the same way
  return {(c * u - b * v) / determinant, (a * v - b * u) / determinant};
}

}  // namespace

std::optional<QPointF> BodyMarkerDrag::in_pane(Pixel pixel, const BodyProjection& projection) const {
  const geometry::SurfaceImage& surface = *app_.engine.body()->surface;
  return projection.to_pane(surface.placement.to_patient(pixel, surface.middle_y_mm(pixel)));
}

bool BodyMarkerDrag::press(int marker, QPointF place, const BodyProjection& projection) {
  if (!may_move(app_, marker)) return false;
  const auto n = static_cast<std::size_t>(marker);
  from_ = shown_markers(app_.document.session(), *app_.engine.result())[n].position;
  const auto at = in_pane(from_, projection);
  if (!at) return false;
  marker_ = marker;
  slip_ = *at - place;
  drag_ = app_.document.begin_preview();
  return true;
}

void BodyMarkerDrag::move(QPointF place, const BodyProjection& projection) {
  if (!dragging()) return;
  constexpr int kSteps = 6;
  const auto n = static_cast<std::size_t>(marker_);
  const geometry::SurfaceImage& surface = *app_.engine.body()->surface;
  Pixel pixel = shown_markers(app_.document.session(), *app_.engine.result())[n].position;
  for (int step = 0; step < kSteps; ++step) {
    // At one depth: the skin's unevenness would make these jump.
    const double depth = surface.middle_y_mm(pixel);
    const auto shown = [&](Pixel by) {
      return projection.to_pane(surface.placement.to_patient(pixel + by, depth));
    };
    const auto at = shown({0, 0}), lower = shown({1, 0}), further = shown({0, 1});
    if (!at || !lower || !further) return;
    pixel = inside(pixel + step_to(place + slip_ - *at, *lower - *at, *further - *at), app_.engine.frame());
  }
  app_.document.preview(drag_, [&](session::Session& session) { session.pins[n] = pixel; });
}

void BodyMarkerDrag::release() {
  if (!dragging()) return;
  const auto& pin = app_.document.session().pins[static_cast<std::size_t>(marker_)];
  app_.document.commit(drag_, marker_move_text(app_, marker_, from_, pin.value_or(from_)));
}

}  // namespace skiagraph::ui
