#include <QAction>

#include "ui/app/edits.h"
#include "ui/commands/commands.h"
#include "ui/text/body_text.h"

namespace skiagraph::ui {
namespace {

void refresh(const QMenu& menu, const App& app) {
  const bodies::BuiltInPerson* chosen = chosen_person(app.document.session());
  const auto& people = bodies::built_in_people();
  for (std::size_t n = 0; n < people.size(); ++n) {
    QAction* action = menu.actions()[static_cast<qsizetype>(n)];
    action->setChecked(&people[n] == chosen);
    action->setEnabled(app.engine.usable(people[n].targets.sex));
  }
}

}  // namespace

/// The built-in people, with a tick at the one that is shown.
QMenu* make_people_menu(const CommandContext& context) {
  const App& app = context.app;
  auto* menu = new QMenu(&context.window);
  const auto refresh_menu = [menu, app = context.app] { refresh(*menu, app); };
  for (const bodies::BuiltInPerson& person : bodies::built_in_people()) {
    QAction* action = menu->addAction(person_title(person));
    action->setCheckable(true);
    QObject::connect(action, &QAction::triggered, menu, [app, &person, refresh_menu] {
      choose_person(app, person);
      refresh_menu();  // the click has turned the tick, even where nothing changes
    });
  }
  QObject::connect(&app.document, &Document::changed, menu, refresh_menu);
  QObject::connect(&app.engine, &Engine::limits_changed, menu, refresh_menu);
  refresh_menu();
  return menu;
}

}  // namespace skiagraph::ui
