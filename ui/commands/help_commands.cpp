#include <QCoreApplication>
#include <QMessageBox>

#include "ui/commands/commands.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

QString key_list() {
  QString rows;
  for (const Command& command : command_table())
    if (*command.keys != '\0')
      rows += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                  .arg(command.keys, translated(command.tip));
  return "<table>" + rows + "</table>";
}

}  // namespace

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

void show_about(const CommandContext& context) {
  QMessageBox::about(
      &context.window, translated("About Skiagraph"),
      translated("<b>Skiagraph %1</b><p>Predicts an X-ray and 17 anatomical markers from the surface of a "
                 "person, after Teixeira et al., CVPR 2018.</p><p>The picture is synthetic. Research "
                 "software, not a medical device, not for diagnosis.</p>")
          .arg(SKIAGRAPH_VERSION));
}

}  // namespace skiagraph::ui
