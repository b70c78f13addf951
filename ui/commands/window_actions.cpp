#include "ui/commands/window_actions.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QMenuBar>
#include <QToolBar>
#include <array>

namespace skiagraph::ui {
namespace {

struct Entry {
  Command command;
  const char* menu;
  const char* text;
  const char* shortcut;
  const char* tip;
  bool in_tool_bar;
};

constexpr std::array<Entry, 17> kTable{{
    {Command::kOpen, QT_TRANSLATE_NOOP("Commands", "&File"), QT_TRANSLATE_NOOP("Commands", "&Open scan…"),
     "Ctrl+O", QT_TRANSLATE_NOOP("Commands", "Open a body surface: PLY, OBJ, STL, glTF, GLB or FBX"), true},
    {Command::kBuiltIn, "&File", QT_TRANSLATE_NOOP("Commands", "&Built-in person"), "Ctrl+B",
     QT_TRANSLATE_NOOP("Commands", "Show the person that the window begins with"), false},
    {Command::kPeople, "&File", QT_TRANSLATE_NOOP("Commands", "Built-in p&eople"), "",
     QT_TRANSLATE_NOOP("Commands", "Show one of the people that come with the program"), false},
    {Command::kSaveBody, "&File", QT_TRANSLATE_NOOP("Commands", "&Save body…"), "Ctrl+S",
     QT_TRANSLATE_NOOP("Commands", "Save the surface of the body as PLY, in mm"), false},
    {Command::kScreenshot, "&File", QT_TRANSLATE_NOOP("Commands", "Save &picture…"), "Ctrl+Shift+S",
     QT_TRANSLATE_NOOP("Commands", "Save the window as a picture, and the X-ray as 16-bit PNG beside it"),
     true},
    {Command::kQuit, "&File", QT_TRANSLATE_NOOP("Commands", "&Quit"), "Ctrl+Q",
     QT_TRANSLATE_NOOP("Commands", "Leave the program"), false},
    {Command::kUndo, QT_TRANSLATE_NOOP("Commands", "&Edit"), QT_TRANSLATE_NOOP("Commands", "&Undo"), "Ctrl+Z",
     QT_TRANSLATE_NOOP("Commands", "Take the last edit back"), true},
    {Command::kRedo, "&Edit", QT_TRANSLATE_NOOP("Commands", "&Redo"), "Ctrl+Shift+Z",
     QT_TRANSLATE_NOOP("Commands", "Make the edit again"), true},
    {Command::kReleaseAll, "&Edit", QT_TRANSLATE_NOOP("Commands", "Release &all markers"), "Ctrl+R",
     QT_TRANSLATE_NOOP("Commands", "Let every marker go where the networks put it"), true},
    {Command::kFront, QT_TRANSLATE_NOOP("Commands", "&View"), QT_TRANSLATE_NOOP("Commands", "&Front"), "1",
     QT_TRANSLATE_NOOP("Commands", "Look at the body from the front"), true},
    {Command::kBack, "&View", QT_TRANSLATE_NOOP("Commands", "&Back"), "2",
     QT_TRANSLATE_NOOP("Commands", "Look at the body from the back"), true},
    {Command::kLeft, "&View", QT_TRANSLATE_NOOP("Commands", "&Left side"), "3",
     QT_TRANSLATE_NOOP("Commands", "Look at the body from its left"), true},
    {Command::kRight, "&View", QT_TRANSLATE_NOOP("Commands", "&Right side"), "4",
     QT_TRANSLATE_NOOP("Commands", "Look at the body from its right"), true},
    {Command::kFitXray, "&View", QT_TRANSLATE_NOOP("Commands", "Fit &X-ray"), "F",
     QT_TRANSLATE_NOOP("Commands", "Show the whole X-ray"), false},
    {Command::kResetWindow, "&View", QT_TRANSLATE_NOOP("Commands", "Reset &window and level"), "W",
     QT_TRANSLATE_NOOP("Commands", "Undo what the right mouse button did to brightness and contrast"), false},
    {Command::kShortcuts, QT_TRANSLATE_NOOP("Commands", "&Help"),
     QT_TRANSLATE_NOOP("Commands", "&Keys and mouse"), "F1",
     QT_TRANSLATE_NOOP("Commands", "What keys and mouse buttons do"), false},
    {Command::kAbout, "&Help", QT_TRANSLATE_NOOP("Commands", "&About Skiagraph"), "",
     QT_TRANSLATE_NOOP("Commands", "What this program is, and what it is not"), false},
}};

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

}  // namespace

QHash<Command, QAction*> add_actions(QMainWindow& window, const std::function<void(Command)>& run) {
  QHash<Command, QAction*> actions;
  QHash<QString, QMenu*> menus;
  auto* tools = window.addToolBar(translated("Tools"));
  tools->setObjectName("tools");
  tools->setMovable(false);
  QString last_menu;
  for (const Entry& entry : kTable) {
    const QString menu = translated(entry.menu);
    if (!menus.contains(menu)) menus[menu] = window.menuBar()->addMenu(menu);
    auto* action = new QAction(translated(entry.text), &window);
    action->setShortcut(QKeySequence(QString::fromLatin1(entry.shortcut)));
    action->setToolTip(translated(entry.tip) +
                       (*entry.shortcut != '\0' ? QStringLiteral(" (%1)").arg(entry.shortcut) : QString()));
    action->setStatusTip(translated(entry.tip));
    QObject::connect(action, &QAction::triggered, &window, [run, command = entry.command] { run(command); });
    menus[menu]->addAction(action);
    if (entry.in_tool_bar) {
      if (!last_menu.isEmpty() && menu != last_menu) tools->addSeparator();
      last_menu = menu;
      tools->addAction(action);
    }
    actions[entry.command] = action;
  }
  return actions;
}

QString shortcut_list() {
  QString list;
  for (const Entry& entry : kTable)
    if (*entry.shortcut != '\0')
      list += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                  .arg(entry.shortcut, translated(entry.tip));
  return "<table>" + list + "</table>";
}

}  // namespace skiagraph::ui
