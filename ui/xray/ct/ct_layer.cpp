#include "ui/xray/ct/ct_layer.h"

#include <QCoreApplication>
#include <utility>

#include "ui/xray/ct/ct_image.h"
#include "ui/xray/ct/wipe_tool.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Ct", text);
}

void name_sides(QPainter& painter, double x, const QRectF& pane) {
  constexpr double kGap = 10, kTop = 24;
  const QString left = translated("Predicted"), right = translated("CT");
  const double width = painter.fontMetrics().horizontalAdvance(left);
  if (x - kGap - width > pane.left())
    paint_text(painter, {x - kGap - width, pane.top() + kTop}, left, Qt::white);
  paint_text(painter, {x + kGap, pane.top() + kTop}, right, Qt::white);
}

}  // namespace

bool has_comparison(const App& app) {
  const auto& result = app.engine.result();
  return result && result->body->ct && result->body == app.engine.body() &&
         result->body->ct->image.frame == result->xray.frame;
}

void CtLayer::refresh() {
  const session::View& view = app_.document.session().view;
  const auto& result = app_.engine.result();
  const bool same = result_ == result && mode_ == view.ct && window_level_ == view.window_level;
  if (same) return;
  result_ = result, mode_ = view.ct, window_level_ = view.window_level;
  const imaging::CtXray& truth = *result->body->ct;
  image_ = mode_ == session::CtView::kDifference ? difference_image(result->xray, truth)
                                                 : ct_image(truth, window_level_);
}

void CtLayer::paint(const LayerCanvas& canvas) {
  const session::View& view = app_.document.session().view;
  const bool wipe = view.ct == session::CtView::kWipe;
  if (!has_comparison(app_) || (!wipe && view.ct != session::CtView::kDifference)) return;
  refresh();
  QPainter& painter = canvas.painter;
  QRectF right(canvas.pane);
  if (wipe) right.setLeft(wipe_x(view, right.width()));
  painter.save();
  painter.setClipRect(right);
  painter.fillRect(right, Qt::black);
  paint_over_hatch(painter, canvas.geometry.picture(), image_);
  painter.restore();
  if (!wipe) {
    paint_text(painter, QPointF(canvas.pane.left() + 16, canvas.pane.top() + 24),
               translated("Predicted less CT: orange too white, blue too dark"), Qt::white);
    return;
  }
  painter.setPen(QPen(Qt::white, 1.5));
  painter.drawLine(QLineF(right.left(), right.top(), right.left(), right.bottom()));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::white);
  painter.drawEllipse(QPointF(right.left(), right.center().y()), kWipeHandle, kWipeHandle);
  name_sides(painter, right.left(), canvas.pane);
}

}  // namespace skiagraph::ui
