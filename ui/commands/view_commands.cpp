#include "ui/commands/commands.h"
#include "ui/xray/ct/true_xray.h"

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
  return true_xray(app).xray != nullptr;
}

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

void toggle_annotating(const CommandContext& context) {
  context.app.selection.use(is_annotating(context.app) ? Selection::Tool::kMove : Selection::Tool::kAnnotate);
}

bool is_annotating(const App& app) {
  return app.selection.tool() == Selection::Tool::kAnnotate;
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
