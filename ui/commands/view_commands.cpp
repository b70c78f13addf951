#include "ui/commands/commands.h"

namespace skiagraph::ui {
namespace {

constexpr double kTranslucent = 0.35;

}  // namespace

void fit_body(const CommandContext& context) {
  context.app.document.set_view([](session::View& view) { view.camera.reset(); });
}

void toggle_translucent(const CommandContext& context) {
  context.app.document.set_view(
      [](session::View& view) { view.body_opacity = view.body_opacity < 1 ? 1 : kTranslucent; });
}

bool is_translucent(const App& app) {
  return app.document.session().view.body_opacity < 1;
}

void toggle_xray_in_body(const CommandContext& context) {
  context.app.document.set_view([](session::View& view) {
    view.xray_in_body = !view.xray_in_body;
    if (view.xray_in_body && view.body_opacity == 1) view.body_opacity = kTranslucent;
  });
}

bool is_xray_in_body(const App& app) {
  return app.document.session().view.xray_in_body;
}

void toggle_level_handles(const CommandContext& context) {
  context.app.document.set_view([](session::View& view) { view.level_handles = !view.level_handles; });
}

bool has_level_handles(const App& app) {
  return app.document.session().view.level_handles;
}

bool has_ct(const App& app) {
  return app.engine.body() && app.engine.body()->ct;
}

void fit_xray(const CommandContext& context) {
  context.app.document.set_view([](session::View& view) { view.xray.reset(); });
}

void reset_window_level(const CommandContext& context) {
  context.app.document.set_view(
      [](session::View& view) { view.window_level = imaging::kDefaultWindowLevel; });
}

}  // namespace skiagraph::ui
