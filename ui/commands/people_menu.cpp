#include "ui/commands/people_menu.h"

#include "ui/text/body_words.h"

namespace skiagraph::ui {

PeopleMenu::PeopleMenu(BodyChoice& choice, QWidget* parent) : QMenu(parent), choice_(choice) {
  for (const bodies::BuiltInPerson& person : bodies::built_in_people()) {
    QAction* action = addAction(person_title(person));
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, &person] {
      choice_.choose(person);
      refresh();  // the click has turned the tick, even where nothing changes
    });
  }
  connect(&choice_, &BodyChoice::changed, this, &PeopleMenu::refresh);
  refresh();
}

void PeopleMenu::refresh() {
  const bodies::BuiltInPerson* chosen = choice_.scan() ? nullptr : person_of(choice_.targets());
  const auto& people = bodies::built_in_people();
  for (std::size_t n = 0; n < people.size(); ++n) {
    QAction* action = actions()[static_cast<qsizetype>(n)];
    action->setChecked(&people[n] == chosen);
    action->setEnabled(choice_.usable(people[n].targets.sex));
  }
}

}  // namespace skiagraph::ui
