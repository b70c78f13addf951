#include <QAction>
#include <QMenu>

#include "ui/app/preferences.h"
#include "ui/commands/commands.h"
#include "ui/training/training_window.h"

namespace skiagraph::ui {
namespace {

void show_menu(const CommandContext& context, bool shown) {
  show_training_menu(shown);
  if (auto* menu = context.window.findChild<QMenu*>("hidden_menu")) menu->menuAction()->setVisible(shown);
}

}  // namespace

void show_training(const CommandContext& context) {
  show_menu(context, true);
  auto* window = context.window.findChild<TrainingWindow*>(QString(), Qt::FindDirectChildrenOnly);
  if (window == nullptr) window = new TrainingWindow(context.app, &context.window);
  window->show();
  window->raise();
  window->activateWindow();
}

void hide_training(const CommandContext& context) {
  show_menu(context, false);
  if (auto* window = context.window.findChild<TrainingWindow*>(QString(), Qt::FindDirectChildrenOnly))
    window->close();
}

}  // namespace skiagraph::ui
