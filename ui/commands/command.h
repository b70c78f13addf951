#pragma once

#include <QMainWindow>
#include <QMenu>
#include <QString>
#include <span>

#include "ui/app/app.h"
#include "ui/engine/file_writer.h"

namespace skiagraph::ui {

/// What commands work with.
struct CommandContext {
  App app;
  QMainWindow& window;
  FileWriter& files;
};

/// One command of the window. Menus, tool bar and the list of keys come from the one table of these rows.
/// Texts are translated in the context "Commands".
struct Command {
  const char* id;    ///< stable, also the object name of its action
  const char* menu;  ///< the title of its menu
  const char* text;
  const char* keys;  ///< empty: none
  const char* tip;
  bool in_tool_bar;
  void (*run)(const CommandContext& context);
  bool (*enabled)(const App& app);                             ///< null: always
  QMenu* (*submenu)(const CommandContext& context) = nullptr;  ///< in place of run
  QString (*subject)(const App& app) = nullptr;                ///< what it would act on, shown after its text
  bool (*checked)(const App& app) = nullptr;  ///< of a command that turns something on and off
  bool (*shown)() = nullptr;  ///< whether its menu is there; the keys work all the same. null: always
};

/// In the order of menus and tool bar.
std::span<const Command> command_table();

/// Puts menus and tool bar into the window. Actions are enabled, disabled and ticked as document, engine
/// and selection change.
void add_commands(const CommandContext& context);

}  // namespace skiagraph::ui
