#include "ui/xray/ct/true_xray.h"

namespace skiagraph::ui {

TrueXray true_xray(const App& app) {
  const auto& body = app.engine.body();
  const auto& result = app.engine.result();
  if (!body) return {};
  if (result && result->body == body && result->real && app.document.session().partial_xray)
    return {result->real, true};
  return {body->ct, false};
}

std::shared_ptr<const imaging::XrayImage> predicted_xray(const App& app) {
  const auto& result = app.engine.result();
  if (!result) return nullptr;
  if (result->completion) return {result->completion, &result->completion->completion.fit.synthetic};
  return {result, &result->xray};
}

bool has_comparison(const App& app) {
  const auto& result = app.engine.result();
  const TrueXray truth = true_xray(app);
  return result && truth.xray && result->body == app.engine.body() &&
         truth.xray->image.frame == result->xray.frame;
}

}  // namespace skiagraph::ui
