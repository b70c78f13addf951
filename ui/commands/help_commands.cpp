#include <QApplication>
#include <QCoreApplication>
#include <QMessageBox>

#include "ui/commands/commands.h"
#include "ui/window/about_dialog.h"
#include "ui/window/help_window.h"
#include "ui/window/log_window.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

QString key_list() {
  QString rows;
  for (const Command& command : command_table())
    if (*command.keys != '\0' && (command.shown == nullptr || command.shown()))
      rows += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                  .arg(QKeySequence(QString::fromLatin1(command.keys)).toString(QKeySequence::NativeText),
                       translated(command.tip));
  return "<table>" + rows + "</table>";
}

/// A window that is there once and not modal.
template <class Window, class... Arguments>
Window& one_window(const CommandContext& context, Arguments&&... arguments) {
  auto* window = context.window.findChild<Window*>(QString(), Qt::FindDirectChildrenOnly);
  if (window == nullptr) window = new Window(std::forward<Arguments>(arguments)..., &context.window);
  window->show();
  window->raise();
  window->activateWindow();
  return *window;
}

}  // namespace

void show_help(const CommandContext& context) {
  const HelpTopic topic = help_topic(QApplication::focusWidget());
  one_window<HelpWindow>(context).show_topic(topic);
}

void show_keys(const CommandContext& context) {
  QMessageBox::information(
      &context.window, translated("Keys and mouse"),
      key_list() +
          translated(
              "<p>On the X-ray: drag a marker; wheel zooms, middle drag pans, right drag changes brightness "
              "and contrast, double click fits. Arrow keys move the selected marker by 1 mm, with Shift by "
              "10 mm; Tab walks the markers; Esc cancels a drag. Space or B, held, shows the X-ray before "
              "editing; Ctrl and a drag measure a distance, Esc removes it.</p>") +
          translated(
              "<p>On the body: drag turns, middle drag or Shift and drag pans, wheel and right drag zoom, "
              "double click fits; a click on a marker selects it; drag the rings of neck and pubic symphysis "
              "where they were found wrong. Arrow keys turn, with Shift they pan, + and − zoom. Tab walks "
              "the "
              "rings; then up and down move one by 1 mm, with Shift by 10 mm.</p>"));
}

void show_log(const CommandContext& context) {
  one_window<LogWindow>(context, context.app.log);
}

void show_about(const CommandContext& context) {
  AboutDialog(context.app.engine.model(), &context.window).exec();
}

}  // namespace skiagraph::ui
