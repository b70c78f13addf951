#include "ui/xray/layers/marker_layer.h"

#include <QLineF>

#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

/// Where the network alone would put a pinned marker: a cross, tied to the marker by a dotted line.
void paint_answer(QPainter& painter, QPointF at, QPointF answer, const QColor& colour) {
  if (QLineF(at, answer).length() <= 2 * kDotRadius) return;
  painter.setPen(QPen(colour, 1, Qt::DotLine));
  painter.drawLine(at, answer);
  painter.setPen(QPen(colour, 1.5));
  painter.drawLine(answer - QPointF(4, 0), answer + QPointF(4, 0));
  painter.drawLine(answer - QPointF(0, 4), answer + QPointF(0, 4));
}

}  // namespace

void MarkerLayer::paint(const LayerCanvas& canvas) {
  const auto& result = app_.engine.result();
  if (!result) return;
  const inference::MarkerEstimates markers = shown_markers(app_.document.session(), *result);
  const int highlighted = app_.selection.highlighted();
  canvas.painter.setRenderHint(QPainter::Antialiasing);
  for (int n = 0; n < kMarkerCount; ++n)
    if (n != highlighted) paint_one(canvas, markers[static_cast<std::size_t>(n)], n, false);
  if (highlighted != Selection::kNone)
    paint_one(canvas, markers[static_cast<std::size_t>(highlighted)], highlighted, true);
}

void MarkerLayer::paint_one(const LayerCanvas& canvas, const inference::MarkerEstimate& marker, int index,
                            bool highlighted) {
  QPainter& painter = canvas.painter;
  const QPointF at = canvas.geometry.to_pane(marker.position);
  const QColor colour = marker_colour(index);
  painter.setBrush(Qt::NoBrush);
  if (highlighted) {
    const double radius = inference::margin_mm(marker) / canvas.mm_per_px * canvas.geometry.zoom();
    QColor faint = colour;
    faint.setAlpha(110);
    painter.setPen(QPen(faint, 1, Qt::DashLine));
    painter.drawEllipse(at, radius, radius);
  }
  if (marker.pinned) paint_answer(painter, at, canvas.geometry.to_pane(marker.answer), colour);
  paint_marker(painter, at, index, highlighted, marker.pinned);
  paint_marker_label(painter, at, index, highlighted);
}

}  // namespace skiagraph::ui
