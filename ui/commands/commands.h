#pragma once

#include <QImage>
#include <filesystem>
#include <functional>
#include <memory>

#include "core/io/export_formats.h"
#include "ui/commands/command.h"

namespace skiagraph::ui {

/// What the commands of the table do, by menu, and when they are possible.

void open_ct_folder(const CommandContext& context);
void open_any(const CommandContext& context);
QMenu* make_recent_menu(const CommandContext& context);
void save_session(const CommandContext& context);
void save_session_as(const CommandContext& context);
/// Finds the scan of a session that was moved, or another one in its place.
void locate_scan(const CommandContext& context);
bool can_locate_scan(const App& app);
void show_built_in(const CommandContext& context);
QMenu* make_people_menu(const CommandContext& context);
QMenu* make_export_menu(const CommandContext& context);
void save_picture(const CommandContext& context);
void quit(const CommandContext& context);
bool has_body(const App& app);
bool has_xray(const App& app);

void undo(const CommandContext& context);
void redo(const CommandContext& context);
void release_all(const CommandContext& context);
/// The scan the other way round, without pins: they were set on the other side.
void turn_body(const CommandContext& context);
/// Neck and pubic symphysis where they were found.
void reset_found_levels(const CommandContext& context);
bool can_reset_found_levels(const App& app);
/// The dialog about the present scan.
void edit_import_settings(const CommandContext& context);
bool has_scan(const App& app);
void toggle_pin(const CommandContext& context);
void release_selected(const CommandContext& context);
void toggle_lock(const CommandContext& context);
bool has_selected(const App& app);
bool is_pinned(const App& app);
bool is_locked(const App& app);
bool can_undo(const App& app);
bool can_redo(const App& app);
bool can_release(const App& app);
bool can_turn_body(const App& app);
/// To the clipboard, when the engine is settled: the X-ray as write_shown_xray() shows it, the window, and
/// the table of markers.
void copy_xray(const CommandContext& context);
void copy_window(const CommandContext& context);
void copy_markers(const CommandContext& context);
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
/// How the X-ray of a CT is shown with the predicted one.
template <session::CtView kCt>
void show_ct(const CommandContext& context) {
  context.app.document.set_view([](session::View& view) { view.ct = kCt; });
}
bool has_ct(const App& app);
void fit_body(const CommandContext& context);
/// The skin can be seen through, or not.
void toggle_translucent(const CommandContext& context);
bool is_translucent(const App& app);
/// The X-ray as a plane in the body; a skin that would hide it becomes translucent.
void toggle_xray_in_body(const CommandContext& context);
bool is_xray_in_body(const App& app);
void toggle_level_handles(const CommandContext& context);
bool has_level_handles(const App& app);

void fit_xray(const CommandContext& context);
template <const imaging::WindowLevel& kWindow>
void show_window(const CommandContext& context) {
  context.app.document.set_view([](session::View& view) { view.window_level = kWindow; });
}
template <const imaging::WindowLevel& kWindow>
bool is_window(const App& app) {
  return app.document.session().view.window_level == kWindow;
}
/// Chosen again it ends the comparison.
template <session::ComparisonMode kMode>
void toggle_comparison(const CommandContext& context) {
  context.app.document.set_view([](session::View& view) {
    const bool on = view.comparison.mode == kMode;
    view.comparison.mode = on ? session::ComparisonMode::kOff : kMode;
  });
}
template <session::ComparisonMode kMode>
bool compares(const App& app) {
  return app.document.session().view.comparison.mode == kMode;
}
void toggle_margins(const CommandContext& context);
void toggle_labels(const CommandContext& context);
void toggle_measuring(const CommandContext& context);
void toggle_annotating(const CommandContext& context);
bool shows_margins(const App& app);
bool shows_all_labels(const App& app);
bool is_measuring(const App& app);
bool is_annotating(const App& app);

/// The scan range: planned for the chest, or taken away.
void toggle_range(const CommandContext& context);
bool has_range(const App& app);
QMenu* make_region_menu(const CommandContext& context);
void reset_planned_range(const CommandContext& context);
/// To the clipboard as a table, when the engine is settled.
void copy_range(const CommandContext& context);

/// A real X-ray of part of the body, which the prediction is to agree with.
void open_partial_xray(const CommandContext& context);
void remove_real_xray(const CommandContext& context);
void find_real_xray_place(const CommandContext& context);
/// Pins all markers where the completion has them.
void keep_completed(const CommandContext& context);
bool has_completion(const App& app);
/// What differs from a healthy person's X-ray, in colour.
void toggle_anomalies(const CommandContext& context);
bool shows_anomalies(const App& app);
/// To the clipboard as a table, when the engine is settled.
void copy_anomalies(const CommandContext& context);

/// How the window looks: menus of a choice each.
QMenu* make_theme_menu(const CommandContext& context);
QMenu* make_language_menu(const CommandContext& context);
/// Docks and sizes as the program was delivered.
void reset_layout(const CommandContext& context);

/// The training window, and with it the menu that is hidden until somebody asks for it once.
void show_training(const CommandContext& context);
void hide_training(const CommandContext& context);

/// The page about what has the focus.
void show_help(const CommandContext& context);
void show_keys(const CommandContext& context);
void show_log(const CommandContext& context);
void show_about(const CommandContext& context);

/// Opens a session or a scan; a session takes the place of the present one, which may be saved first.
void open_file(const App& app, QWidget& window, const std::filesystem::path& path);
/// Calls `then` when nothing would be lost: all is saved, is saved now, or the person does not want it.
void unless_unsaved(const App& app, QWidget& window, const std::function<void()>& then);
/// Whether a session's file that another program has changed is to be replaced; `then` follows when it is
/// saved.
void ask_about_changed_file(const App& app, QWidget& window, const std::filesystem::path& path,
                            const std::function<void()>& then);
/// Whether the scan that was located, which is another one, is to be used.
void ask_about_another_scan(const App& app, QWidget& window, const std::shared_ptr<const LoadedBody>& body);

/// Writes the body's surface as PLY, mm, patient frame, when the document's body is there. Replaces the file.
void write_body(const CommandContext& context, const QString& path);
/// Asks for a file and writes it. The file is made when the engine is settled.
void save_export(const CommandContext& context, const io::ExportFormat& format);
void write_export(const CommandContext& context, const io::ExportFormat& format, const QString& path);
/// The window as it is now, with nothing that still has to be drawn.
QImage window_picture(const CommandContext& context);
/// Writes the window as PNG, and the X-ray in 16 bits beside it, when the engine is settled. Replaces both.
void write_pictures(const CommandContext& context, const QString& path);
/// The X-ray's file beside that of the window's picture: the same name with "_xray" before the extension.
QString xray_path(const QString& picture_path);

}  // namespace skiagraph::ui
