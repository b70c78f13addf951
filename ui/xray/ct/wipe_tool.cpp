#include "ui/xray/ct/wipe_tool.h"

#include <algorithm>
#include <cmath>

#include "ui/app/touch.h"
#include "ui/xray/ct/true_xray.h"

namespace skiagraph::ui {

double wipe_x(const session::View& view, double pane_width) {
  return view.wipe * pane_width;
}

bool WipeTool::press(const QMouseEvent& event, const XrayGeometry& geometry) {
  const session::View& view = app_.document.session().view;
  return event.button() == Qt::LeftButton && view.ct == session::CtView::kWipe && has_comparison(app_) &&
         std::abs(event.position().x() - wipe_x(view, geometry.pane().width())) <=
             reach_of(event, kWipeHandle + 2);
}

void WipeTool::move(const QMouseEvent& event, const XrayGeometry& geometry) {
  const double share = std::clamp(event.position().x() / geometry.pane().width(), 0.0, 1.0);
  app_.document.set_view([share](session::View& view) { view.wipe = share; });
}

}  // namespace skiagraph::ui
