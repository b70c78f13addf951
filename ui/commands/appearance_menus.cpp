#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCoreApplication>
#include <QMessageBox>

#include "ui/app/preferences.h"
#include "ui/commands/commands.h"
#include "ui/text/language.h"
#include "ui/window/layout_memory.h"
#include "ui/window/theme.h"

// How the window looks; kept by the preferences, not by the session.
namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

/// One of several, of which one is ticked.
template <class Choose>
void add_choice(QMenu& menu, QActionGroup& group, const QString& text, bool chosen, const Choose& choose) {
  QAction* action = menu.addAction(text);
  action->setCheckable(true);
  action->setChecked(chosen);
  group.addAction(action);
  QObject::connect(action, &QAction::triggered, &menu, choose);
}

}  // namespace

QMenu* make_theme_menu(const CommandContext& context) {
  auto* menu = new QMenu(&context.window);
  auto* group = new QActionGroup(menu);
  const auto add = [menu, group](const QString& text, Theme theme) {
    add_choice(*menu, *group, text, preferred_theme() == theme, [theme] {
      prefer_theme(theme);
      apply_theme(*qobject_cast<QApplication*>(QCoreApplication::instance()), theme);
    });
  };
  add(translated("As the &desktop"), Theme::kDesktop);
  add(translated("&Light"), Theme::kLight);
  add(translated("Da&rk"), Theme::kDark);
  return menu;
}

QMenu* make_language_menu(const CommandContext& context) {
  QWidget* parent = &context.window;
  auto* menu = new QMenu(parent);
  auto* group = new QActionGroup(menu);
  const auto add = [menu, group, parent](const QString& text, const QString& code) {
    add_choice(*menu, *group, text, preferred_language() == code, [code, parent] {
      prefer_language(code);
      QMessageBox::information(parent, translated("Language"),
                               translated("The language changes when Skiagraph is started again."));
    });
  };
  add(translated("As the &desktop"), {});
  for (const Language& language : languages()) add(language.name, language.code);
  return menu;
}

void reset_layout(const CommandContext& context) {
  context.window.findChild<LayoutMemory*>()->reset();
}

}  // namespace skiagraph::ui
