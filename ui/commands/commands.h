#pragma once

#include "ui/commands/command.h"

namespace skiagraph::ui {

/// What the commands of the table do, by menu, and when they are possible.

void open_scan(const CommandContext& context);
void show_built_in(const CommandContext& context);
QMenu* make_people_menu(const App& app, QWidget* parent);
void save_body(const CommandContext& context);
void save_picture(const CommandContext& context);
void quit(const CommandContext& context);
bool has_body(const App& app);
bool has_xray(const App& app);

void undo(const CommandContext& context);
void redo(const CommandContext& context);
void release_all(const CommandContext& context);
/// The scan the other way round, without pins: they were set on the other side.
void turn_body(const CommandContext& context);
bool can_undo(const App& app);
bool can_redo(const App& app);
bool can_release(const App& app);
bool can_turn_body(const App& app);
QString undo_subject(const App& app);
QString redo_subject(const App& app);

/// The whole body from one side.
template <session::BodySide kSide>
void look_from(const CommandContext& context) {
  context.app.document.set_view([](session::View& view) {
    view.side = kSide;
    view.camera.reset();
  });
}
void fit_xray(const CommandContext& context);
void reset_window_level(const CommandContext& context);

/// How the window looks: menus of a choice each.
QMenu* make_theme_menu(const App& app, QWidget* parent);
QMenu* make_language_menu(const App& app, QWidget* parent);
/// Docks and sizes as the program was delivered.
void reset_layout(const CommandContext& context);

/// The page about what has the focus.
void show_help(const CommandContext& context);
void show_keys(const CommandContext& context);
void show_log(const CommandContext& context);
void show_about(const CommandContext& context);

/// Writes the body's surface as PLY, mm, patient frame, when the document's body is there. Replaces the file.
void write_body(const CommandContext& context, const QString& path);
/// Writes the window as PNG, and the X-ray in 16 bits beside it, when the engine is settled. Replaces both.
void write_pictures(const CommandContext& context, const QString& path);
/// The X-ray's file beside that of the window's picture: the same name with "_xray" before the extension.
QString xray_path(const QString& picture_path);

}  // namespace skiagraph::ui
