#include "core/session/session_frame.h"

#include <algorithm>

#include "core/geometry/frame_change.h"

namespace skiagraph::session {
namespace {

Pixel inside(Pixel place, const geometry::CanonicalFrame& frame) {
  return {std::clamp(place.row, 0.0, frame.rows - 1.0), std::clamp(place.column, 0.0, frame.columns - 1.0)};
}

}  // namespace

Session in_frame(Session session, const geometry::CanonicalFrame& frame) {
  const geometry::CanonicalFrame from = session.frame;
  if (from == frame) return session;
  for (auto& pin : session.pins)
    if (pin) pin = inside(geometry::same_place(*pin, from, frame), frame);
  if (auto& viewport = session.view.xray)
    viewport = XrayViewport{viewport->zoom / geometry::pixel_ratio(from, frame),
                            geometry::same_place(viewport->centre, from, frame)};
  session.frame = frame;
  return session;
}

}  // namespace skiagraph::session
