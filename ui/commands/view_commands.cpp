#include "ui/commands/commands.h"

namespace skiagraph::ui {

void fit_xray(const CommandContext& context) {
  context.app.document.set_view([](session::View& view) { view.xray.reset(); });
}

void toggle_margins(const CommandContext& context) {
  context.app.document.set_view([](session::View& view) { view.margins = !view.margins; });
}

void toggle_labels(const CommandContext& context) {
  context.app.document.set_view([](session::View& view) { view.all_labels = !view.all_labels; });
}

void toggle_measuring(const CommandContext& context) {
  context.app.selection.use(is_measuring(context.app) ? Selection::Tool::kMove : Selection::Tool::kMeasure);
}

bool shows_margins(const App& app) {
  return app.document.session().view.margins;
}

bool shows_all_labels(const App& app) {
  return app.document.session().view.all_labels;
}

bool is_measuring(const App& app) {
  return app.selection.tool() == Selection::Tool::kMeasure;
}

}  // namespace skiagraph::ui
