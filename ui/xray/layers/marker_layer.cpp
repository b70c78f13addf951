#include "ui/xray/layers/marker_layer.h"

#include <QFontMetricsF>
#include <QLineF>
#include <algorithm>
#include <iterator>

#include "ui/text/marker_text.h"
#include "ui/xray/label_layout.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

/// Where the network reads a pinned marker in the picture: a cross, tied to the pin by a thin line.
void paint_reached(QPainter& painter, QPointF pin, QPointF reached, const QColor& colour) {
  const QLineF line(pin, reached);
  const double free = (kDotRadius + 5) * text_scale(painter.font());
  const auto draw = [&](const QColor& drawn, double width) {
    painter.setPen(QPen(drawn, width));
    if (line.length() > free) {
      QLineF tie = line;
      tie.setP1(line.pointAt(free / line.length()));
      painter.drawLine(tie);
    }
    painter.drawLine(reached - QPointF(4, 4), reached + QPointF(4, 4));
    painter.drawLine(reached - QPointF(4, -4), reached + QPointF(4, -4));
  };
  draw(QColor(0, 0, 0, 170), 3.5);
  draw(colour, 1.5);
}

bool is_left(const QRectF& box, QPointF dot) {
  return box.center().x() < dot.x();
}

void paint_leader(QPainter& painter, QPointF dot, const QRectF& box, const QColor& colour) {
  const QPointF end = nearest_point(box, dot);
  for (const QPen& pen : {QPen(QColor(0, 0, 0, 150), 2.5), QPen(colour, 1)}) {
    painter.setPen(pen);
    painter.drawLine(dot, end);
  }
}

void paint_name(QPainter& painter, QPointF dot, const QRectF& box, int index, bool highlighted) {
  painter.save();
  painter.setFont(label_font(painter.font(), highlighted));
  const QFontMetricsF metrics(painter.font());
  const QString text = marker_label(index);
  const double x = is_left(box, dot) ? box.right() - metrics.horizontalAdvance(text) : box.left();
  paint_text(painter, QPointF(x, box.top() + metrics.ascent() - 1), text, label_colour(highlighted));
  painter.restore();
}

}  // namespace

void MarkerLayer::paint(const LayerCanvas& canvas) {
  const auto before = app_.selection.peeking() ? app_.engine.before() : nullptr;
  const auto& result = app_.engine.result();
  if (!result) return;
  const inference::MarkerEstimates markers =
      before ? before->markers : shown_markers(app_.document.session(), *result);
  const session::Locks& locks = app_.document.session().locks;
  const int highlighted = app_.selection.highlighted();
  QPainter& painter = canvas.painter;
  painter.setRenderHint(QPainter::Antialiasing);
  const auto at = [&](int n) { return markers[static_cast<std::size_t>(n)]; };
  for (const int n : in_order())
    if (app_.document.session().view.margins || n == highlighted) paint_margin(canvas, at(n), n);
  paint_labels(canvas, markers);
  for (const int n : in_order()) {
    const QPointF place = canvas.geometry.to_pane(at(n).position);
    if (at(n).pinned && norm(at(n).answer - at(n).position) * canvas.mm_per_px > kReachedMm)
      paint_reached(painter, place, canvas.geometry.to_pane(at(n).answer), marker_colour(n));
    paint_marker(painter, place, n, n == highlighted, at(n).pinned, locks[static_cast<std::size_t>(n)]);
  }
}

std::vector<int> MarkerLayer::in_order() const {
  const int highlighted = app_.selection.highlighted();
  std::vector<int> order;
  for (int n = 0; n < kMarkerCount; ++n)
    if (n != highlighted && session::is_shown(app_.document.session().view, n)) order.push_back(n);
  if (highlighted != Selection::kNone && session::is_shown(app_.document.session().view, highlighted))
    order.push_back(highlighted);
  return order;
}

void MarkerLayer::paint_margin(const LayerCanvas& canvas, const inference::MarkerEstimate& marker,
                               int index) const {
  const double radius = inference::margin_mm(marker) / canvas.mm_per_px * canvas.geometry.zoom();
  const bool highlighted = index == app_.selection.highlighted();
  QColor line = marker_colour(index);
  line.setAlpha(highlighted ? 230 : 170);
  canvas.painter.setPen(QPen(line, highlighted ? 1.5 : 1));
  canvas.painter.setBrush(Qt::NoBrush);
  canvas.painter.drawEllipse(canvas.geometry.to_pane(marker.position), radius, radius);
}

/// Room is left for the bold name of the highlighted marker, so that no name moves under the mouse.
void MarkerLayer::paint_labels(const LayerCanvas& canvas, const inference::MarkerEstimates& markers) const {
  const int highlighted = app_.selection.highlighted();
  const QFontMetricsF bold(label_font(canvas.painter.font(), true));
  std::vector<int> named;
  std::vector<Label> labels, nameless;  // a name stays clear of markers without one, too
  for (const int n : in_order()) {
    const QPointF dot = canvas.geometry.to_pane(markers[static_cast<std::size_t>(n)].position);
    const bool wanted = n == highlighted || app_.document.session().view.all_labels;
    if (!canvas.free.contains(dot)) continue;
    if (!wanted) {
      nameless.push_back({dot, QSizeF(0, 0)});
      continue;
    }
    named.push_back(n);
    labels.push_back({dot,
                      QSizeF(bold.horizontalAdvance(marker_label(n)), bold.ascent() + bold.descent() - 2),
                      label_is_left(n)});
  }
  std::ranges::copy(nameless, std::back_inserter(labels));
  const std::vector<LabelPlace> places = place_labels(labels, canvas.free, text_scale(canvas.painter.font()));
  for (std::size_t k = 0; k < named.size(); ++k)
    if (places[k].needs_leader)
      paint_leader(canvas.painter, labels[k].dot, places[k].box, marker_colour(named[k]));
  for (std::size_t k = 0; k < named.size(); ++k)
    paint_name(canvas.painter, labels[k].dot, places[k].box, named[k], named[k] == highlighted);
}

}  // namespace skiagraph::ui
