#include "ui/xray/ct/ct_layer.h"

#include <QCoreApplication>
#include <utility>

#include "ui/xray/ct/ct_image.h"
#include "ui/xray/ct/true_xray.h"
#include "ui/xray/ct/wipe_tool.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Ct", text);
}

void name_sides(QPainter& painter, double x, const QRectF& pane, bool partial) {
  constexpr double kGap = 10, kTop = 24;
  const QString left = translated("Predicted"), right = partial ? translated("Real") : translated("CT");
  const double width = painter.fontMetrics().horizontalAdvance(left);
  if (x - kGap - width > pane.left())
    paint_text(painter, {x - kGap - width, pane.top() + kTop}, left, Qt::white);
  paint_text(painter, {x + kGap, pane.top() + kTop}, right, Qt::white);
}

}  // namespace

void CtLayer::refresh() {
  const session::View& view = app_.document.session().view;
  const auto& result = app_.engine.result();
  const TrueXray truth = true_xray(app_);
  const bool same =
      result_ == result && truth_ == truth.xray && mode_ == view.ct && window_level_ == view.window_level;
  if (same) return;
  result_ = result, truth_ = truth.xray, mode_ = view.ct, window_level_ = view.window_level;
  image_ = mode_ == session::CtView::kDifference ? difference_image(*predicted_xray(app_), *truth_)
                                                 : ct_image(*truth_, window_level_);
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
               true_xray(app_).partial ? translated("Predicted less real: orange too white, blue too dark")
                                       : translated("Predicted less CT: orange too white, blue too dark"),
               Qt::white);
    return;
  }
  painter.setPen(QPen(Qt::white, 1.5));
  painter.drawLine(QLineF(right.left(), right.top(), right.left(), right.bottom()));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::white);
  painter.drawEllipse(QPointF(right.left(), right.center().y()), kWipeHandle, kWipeHandle);
  name_sides(painter, right.left(), canvas.pane, true_xray(app_).partial);
}

}  // namespace skiagraph::ui
