#include <QAction>
#include <QCoreApplication>

#include "ui/commands/commands.h"
#include "ui/text/file_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

QString entry_text(const RecentFiles::Entry& entry, int number) {
  const QString name = file_name_text(to_path(entry.path)).replace('&', "&&");
  const QString text = entry.there ? name : translated("%1 (not there any more)").arg(name);
  return number < 10 ? QStringLiteral("&%1  %2").arg(number).arg(text) : text;
}

void fill(QMenu& menu, const App& app, QWidget& window) {
  menu.clear();
  int number = 0;
  for (const RecentFiles::Entry& entry : app.recent.entries()) {
    QAction* action = menu.addAction(entry_text(entry, ++number));
    action->setEnabled(entry.there);
    action->setToolTip(entry.path);
    action->setStatusTip(entry.path);
    QObject::connect(action, &QAction::triggered, &menu,
                     [app, &window, path = to_path(entry.path)] { open_file(app, window, path); });
  }
  menu.addSeparator();
  QAction* clear = menu.addAction(translated("&Forget these"), &menu, [app] { app.recent.clear(); });
  clear->setEnabled(number > 0);
}

}  // namespace

QMenu* make_recent_menu(const CommandContext& context) {
  const App& app = context.app;
  auto* menu = new QMenu(&context.window);
  menu->setToolTipsVisible(true);
  const auto refresh = [menu, context] { fill(*menu, context.app, context.window); };
  // Later: the click that changes the list comes from an action of this menu.
  QObject::connect(&app.recent, &RecentFiles::changed, menu, refresh, Qt::QueuedConnection);
  QObject::connect(menu, &QMenu::aboutToShow, &app.recent, &RecentFiles::look);
  refresh();
  return menu;
}

}  // namespace skiagraph::ui
