#include <QAction>
#include <QCoreApplication>
#include <QHash>
#include <QKeySequence>
#include <QMenuBar>
#include <QToolBar>
#include <utility>
#include <vector>

#include "ui/commands/command.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

QAction* make_action(const Command& command, const CommandContext& context) {
  auto* action = new QAction(translated(command.text), &context.window);
  action->setObjectName(command.id);
  const QKeySequence keys(QString::fromLatin1(command.keys));
  action->setShortcut(keys);
  const QString shown =
      keys.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText));
  action->setToolTip(translated(command.tip) + shown);
  action->setStatusTip(translated(command.tip));
  action->setCheckable(command.checked != nullptr);
  if (command.submenu != nullptr) {
    action->setMenu(command.submenu(context));
  } else {
    QObject::connect(action, &QAction::triggered, &context.window, [action, &command, context] {
      command.run(context);
      if (command.checked != nullptr) action->setChecked(command.checked(context.app));
    });
  }
  return action;
}

/// "Undo Move liver top", in German "Rückgängig: ..."; tool bars keep the short text.
void show_subject(QAction& action, const Command& command, const App& app) {
  if (command.subject == nullptr) return;
  const QString text = translated(command.text), subject = command.subject(app);
  action.setText(subject.isEmpty() ? text
                                   : translated(QT_TRANSLATE_NOOP("Commands", "%1 %2"))
                                         .arg(text, QString(subject).replace('&', "&&")));
  action.setIconText(QString(text).remove('&'));
}

/// Enables, disables and ticks each action, and names its subject, when document, engine or selection change.
void watch(std::vector<std::pair<QAction*, const Command*>> actions, const CommandContext& context) {
  const auto refresh = [actions = std::move(actions), app = context.app] {
    for (const auto& [action, command] : actions) {
      if (command->enabled != nullptr) action->setEnabled(command->enabled(app));
      if (command->checked != nullptr) action->setChecked(command->checked(app));
      show_subject(*action, *command, app);
    }
  };
  QObject::connect(&context.app.document, &Document::changed, &context.window, refresh);
  QObject::connect(&context.app.document, &Document::history_changed, &context.window, refresh);
  QObject::connect(&context.app.engine, &Engine::body_changed, &context.window, refresh);
  QObject::connect(&context.app.engine, &Engine::state_changed, &context.window, refresh);
  QObject::connect(&context.app.selection, &Selection::changed, &context.window, refresh);
  refresh();
}

}  // namespace

void add_commands(const CommandContext& context) {
  QHash<QString, QMenu*> menus;
  auto* tools = context.window.addToolBar(translated("Tools"));
  tools->setObjectName("tools");
  tools->setMovable(false);
  QString last_menu;
  std::vector<std::pair<QAction*, const Command*>> conditional;
  for (const Command& command : command_table()) {
    const QString menu = translated(command.menu);
    if (!menus.contains(menu)) menus[menu] = context.window.menuBar()->addMenu(menu);
    QAction* action = make_action(command, context);
    menus[menu]->addAction(action);
    if (command.shown != nullptr) {
      menus[menu]->setObjectName("hidden_menu");
      menus[menu]->menuAction()->setVisible(command.shown());
      context.window.addAction(action);  // keys of a menu that is hidden do nothing
    }
    if (command.in_tool_bar) {
      if (!last_menu.isEmpty() && menu != last_menu) tools->addSeparator();
      last_menu = menu;
      tools->addAction(action);
    }
    if (command.enabled != nullptr || command.checked != nullptr) conditional.emplace_back(action, &command);
  }
  watch(std::move(conditional), context);
}

}  // namespace skiagraph::ui
