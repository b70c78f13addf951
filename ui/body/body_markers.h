#pragma once

#include <QPainter>
#include <array>

#include "ui/app/app.h"
#include "ui/body/body_camera.h"
#include "ui/body/pane_labels.h"

namespace skiagraph::ui {

/// Where the markers are in the body: at the depth halfway between its front and its back, as files have it.
/// Patient frame, mm. Only when there is a result.
std::array<Vec3, kMarkerCount> marker_places(const App& app);

/// Names of all markers in the pane, or of the highlighted one alone, as the person wants it; the others are
/// there without a text, so that the name stays clear of them.
std::vector<PaneLabel> body_marker_names(const App& app, const BodyProjection& projection);

/// The markers over the picture of the body. They are seen through the skin wherever they are.
void paint_body_markers(QPainter& painter, const App& app, const BodyProjection& projection);

inline constexpr double kBodyMarkerReach = 10;
/// The nearest marker within reach of the mouse, or Selection::kNone.
int body_marker_at(const App& app, QPointF place, const BodyProjection& projection,
                   double reach = kBodyMarkerReach);

}  // namespace skiagraph::ui
