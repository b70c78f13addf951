#include "ui/commands/commands.h"

namespace skiagraph::ui {

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
