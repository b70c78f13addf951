#include "core/session/session_frame.h"

#include <algorithm>

namespace skiagraph::session {
namespace {

/// Pixels of `to` for each pixel of `from`.
double scale(const geometry::CanonicalFrame& from, const geometry::CanonicalFrame& to) {
  return (to.symphysis_row - to.neck_row) / (from.symphysis_row - from.neck_row);
}

Pixel moved(Pixel place, const geometry::CanonicalFrame& from, const geometry::CanonicalFrame& to) {
  return Pixel{to.neck_row, to.centre_column} +
         (place - Pixel{from.neck_row, from.centre_column}) * scale(from, to);
}

Pixel inside(Pixel place, const geometry::CanonicalFrame& frame) {
  return {std::clamp(place.row, 0.0, frame.rows - 1.0), std::clamp(place.column, 0.0, frame.columns - 1.0)};
}

}  // namespace

Session in_frame(Session session, const geometry::CanonicalFrame& frame) {
  const geometry::CanonicalFrame from = session.frame;
  if (from == frame) return session;
  for (auto& pin : session.pins)
    if (pin) pin = inside(moved(*pin, from, frame), frame);
  if (auto& viewport = session.view.xray)
    viewport = XrayViewport{viewport->zoom / scale(from, frame), moved(viewport->centre, from, frame)};
  session.frame = frame;
  return session;
}

}  // namespace skiagraph::session
