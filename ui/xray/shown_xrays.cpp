#include "ui/xray/shown_xrays.h"

#include "ui/xray/ct/true_xray.h"

namespace skiagraph::ui {
namespace {

using Xray = std::shared_ptr<const imaging::XrayImage>;
using ResultPointer = std::shared_ptr<const Result>;

Xray fine(const ResultPointer& result) {
  return {result, &result->fine_xray};
}
Xray as_found(const ResultPointer& result) {
  return {result, &result->xray};
}

}  // namespace

ShownXrays shown_xrays(const App& app) {
  const ResultPointer now = app.engine.result(), before = app.engine.before();
  if (!now) return {};
  // Beside the real X-ray stands what is predicted alone.
  const bool alone = true_xray(app).partial && app.document.session().view.ct != session::CtView::kHidden;
  const Xray first = alone ? predicted_xray(app) : fine(now);
  if (!before) return {first, nullptr};
  if (first->frame == before->fine_xray.frame) return {first, fine(before)};
  const Xray coarse = first->frame == now->xray.frame ? first : as_found(now);
  return coarse->frame == before->xray.frame ? ShownXrays{coarse, as_found(before)}
                                             : ShownXrays{first, nullptr};
}

}  // namespace skiagraph::ui
