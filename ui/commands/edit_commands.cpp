#include <QCoreApplication>
#include <variant>

#include "ui/app/edits.h"
#include "ui/body/body_levels.h"
#include "ui/commands/commands.h"
#include "ui/import/import_dialog.h"

namespace skiagraph::ui {

void undo(const CommandContext& context) {
  context.app.document.undo();
}

void redo(const CommandContext& context) {
  context.app.document.redo();
}

void release_all(const CommandContext& context) {
  release_all_markers(context.app.document);
}

void toggle_pin(const CommandContext& context) {
  if (has_selected(context.app))
    set_pinned(context.app, context.app.selection.selected(), !is_pinned(context.app));
}

void release_selected(const CommandContext& context) {
  if (can_release_selected(context.app)) set_pinned(context.app, context.app.selection.selected(), false);
}

void toggle_lock(const CommandContext& context) {
  if (has_selected(context.app))
    set_locked(context.app, context.app.selection.selected(), !is_locked(context.app));
}

bool has_selected(const App& app) {
  return app.selection.selected() != Selection::kNone;
}

bool is_pinned(const App& app) {
  return has_selected(app) &&
         app.document.session().pins[static_cast<std::size_t>(app.selection.selected())].has_value();
}

bool is_locked(const App& app) {
  return has_selected(app) &&
         app.document.session().locks[static_cast<std::size_t>(app.selection.selected())];
}

void turn_body(const CommandContext& context) {
  if (!can_turn_body(context.app)) return;
  const geometry::ScanAxes axes = geometry::turned_axes(context.app.engine.body()->scan);
  context.app.document.edit(QCoreApplication::translate("Commands", "Turn the body round"),
                            [&axes](session::Session& session) {
                              std::get<session::ScanSource>(session.body).overrides.axes = axes;
                              session::clear_edits(session);
                            });
}

bool has_scan(const App& app) {
  const auto& body = app.engine.body();
  return body && body->source == app.document.session().body &&
         std::holds_alternative<session::ScanSource>(body->source);
}

/// A CT says itself where its front is.
bool can_turn_body(const App& app) {
  return has_scan(app) && !app.engine.body()->ct;
}

void edit_import_settings(const CommandContext& context) {
  if (!has_scan(context.app)) return;
  auto trial = std::make_shared<ImportTrial>();
  trial->body = context.app.engine.body();
  trial->source = std::get<session::ScanSource>(trial->body->source);
  show_import_dialog(context.app, trial, &context.window);
}

void reset_found_levels(const CommandContext& context) {
  reset_levels(context.app);
}

bool can_reset_found_levels(const App& app) {
  return can_reset_levels(app);
}

bool can_undo(const App& app) {
  return app.document.history().canUndo() || app.document.previewing();
}

bool can_redo(const App& app) {
  return app.document.history().canRedo();
}

QString undo_subject(const App& app) {
  return app.document.previewing() ? QString() : app.document.history().undoText();
}

QString redo_subject(const App& app) {
  return app.document.history().redoText();
}

bool can_release(const App& app) {
  return any_to_release(app.document.session());
}

}  // namespace skiagraph::ui
