#include "ui/xray/layers/real_xray_layer.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/app/xray_edits.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

/// Sky blue of the same palette as the markers', dashed, so that it is taken for no line of the scan range.
const QColor kColour(130, 200, 245), kShade(0, 0, 0, 180);

}  // namespace

std::optional<QPolygonF> real_xray_frame(const App& app, const XrayGeometry& geometry) {
  const auto place = xray_place(app);
  if (!place || place->width_mm <= 0 || place->height_mm <= 0) return std::nullopt;
  const geometry::CanonicalPlacement& body = app.engine.body()->surface->placement;
  QPolygonF frame;
  for (const auto& [left, up] : {std::pair(-1, 1), std::pair(1, 1), std::pair(1, -1), std::pair(-1, -1)})
    frame << geometry.to_pane(body.to_pixel(
        {place->centre.x + left * place->width_mm / 2, 0, place->centre.z + up * place->height_mm / 2}));
  return frame;
}

void RealXrayLayer::paint(const LayerCanvas& canvas) {
  const auto frame = real_xray_frame(app_, canvas.geometry);
  if (!frame) return;
  QPainter& painter = canvas.painter;
  const QRectF place = frame->boundingRect();
  const bool moved = app_.document.previewing() &&
                     app_.document.session().partial_xray != app_.document.committed().partial_xray;
  if (moved) {
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setOpacity(0.6);
    painter.drawImage(place, app_.engine.real_xray()->preview);
    painter.setOpacity(1);
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(kShade, 4));
  painter.drawRect(place);
  painter.setPen(QPen(kColour, 1.8, Qt::DashLine));
  painter.drawRect(place);
  constexpr double kGap = 6;
  const QString text = QCoreApplication::translate("Completion", "Real X-ray");
  const double y = std::clamp(place.top() - kGap, canvas.free.top() + 14, canvas.free.bottom());
  paint_text(painter, {std::max(place.left(), canvas.free.left()), y}, text, kColour);
}

}  // namespace skiagraph::ui
