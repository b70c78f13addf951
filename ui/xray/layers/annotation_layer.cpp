#include "ui/xray/layers/annotation_layer.h"

#include "ui/app/annotation_edits.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

/// No marker has this colour or shape.
const QColor kColour(255, 235, 120), kShade(0, 0, 0, 190);

/// A cross whose middle is free, so that what it marks is seen.
void paint_cross(QPainter& painter, QPointF at, double scale) {
  const double from = 3 * scale, to = 9 * scale;
  for (const QPen& pen : {QPen(kShade, 4 * scale), QPen(kColour, 1.8 * scale)}) {
    painter.setPen(pen);
    for (const auto& [x, y] : {std::pair(1, 0), std::pair(-1, 0), std::pair(0, 1), std::pair(0, -1)})
      painter.drawLine(at + QPointF(x, y) * from, at + QPointF(x, y) * to);
  }
}

}  // namespace

void AnnotationLayer::paint(const LayerCanvas& canvas) {
  if (app_.selection.peeking()) return;  // of another X-ray
  QPainter& painter = canvas.painter;
  painter.setRenderHint(QPainter::Antialiasing);
  const double scale = text_scale(painter.font());
  painter.setFont(label_font(painter.font(), false));
  for (const ShownAnnotation& shown : shown_annotations(app_)) {
    if (shown.place.state != PlaceState::kThere) continue;
    const QPointF at = canvas.geometry.to_pane(shown.place.place);
    paint_cross(painter, at, scale);
    paint_text(painter, at + QPointF(8, -8) * scale, QString::fromStdString(shown.name), kColour);
  }
}

}  // namespace skiagraph::ui
