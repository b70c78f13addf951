#pragma once

#include <QAction>
#include <QHash>
#include <QMainWindow>
#include <functional>

namespace skiagraph::ui {

/// Every command of the window. Menus, tool bar and the list of shortcuts are made from the one table in the
/// source.
enum class Command : std::uint8_t {
  kOpen,
  kBuiltIn,
  kPeople,  ///< a submenu
  kSaveBody,
  kScreenshot,
  kQuit,
  kUndo,
  kRedo,
  kReleaseAll,
  kFront,
  kBack,
  kLeft,
  kRight,
  kFitXray,
  kResetWindow,
  kShortcuts,
  kAbout,
};

/// Puts menus and tool bar into `window`; `run` is called with the command that a person chose.
QHash<Command, QAction*> add_actions(QMainWindow& window, const std::function<void(Command)>& run);

/// "Ctrl+O  Open a scan ...", one line each.
QString shortcut_list();

inline size_t qHash(Command command, size_t seed = 0) {
  return ::qHash(static_cast<int>(command), seed);
}

}  // namespace skiagraph::ui
