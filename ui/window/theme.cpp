#include "ui/window/theme.h"

#include <QPalette>
#include <QStyleFactory>

namespace skiagraph::ui {

void apply_dark_theme(QApplication& application) {
  application.setStyle(QStyleFactory::create("Fusion"));
  const QColor window(38, 41, 46), base(28, 30, 34), raised(52, 56, 62), text(226, 229, 233),
      accent(64, 132, 198);
  QPalette palette;
  palette.setColor(QPalette::Window, window);
  palette.setColor(QPalette::WindowText, text);
  palette.setColor(QPalette::Base, base);
  palette.setColor(QPalette::AlternateBase, QColor(33, 36, 40));
  palette.setColor(QPalette::Text, text);
  palette.setColor(QPalette::Button, raised);
  palette.setColor(QPalette::ButtonText, text);
  palette.setColor(QPalette::ToolTipBase, raised);
  palette.setColor(QPalette::ToolTipText, text);
  palette.setColor(QPalette::Highlight, accent);
  palette.setColor(QPalette::HighlightedText, Qt::white);
  palette.setColor(QPalette::PlaceholderText, QColor(150, 155, 162));
  for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::WindowText})
    palette.setColor(QPalette::Disabled, role, QColor(120, 125, 132));
  application.setPalette(palette);
  application.setStyleSheet(
      "#messageBar { background: #6b3b22; border-bottom: 1px solid #a5623c; } #messageBar QLabel { color: "
      "white; }"
      "#doubtful_remark { background: #5a4a1c; border-left: 4px solid #ffc857; border-bottom: 1px solid "
      "#7a6630; }"
      "#noted_remark { background: #2c3a48; border-left: 4px solid #7fb2e5; border-bottom: 1px solid "
      "#3b4c5e; }"
      "#doubtful_remark QLabel, #noted_remark QLabel { color: #f2f3f5; }"
      "#import_sentence { background: #5a4a1c; border: 1px solid #7a6630; padding: 6px; color: #f2f3f5; }"
      "#ct_bar QToolButton { padding: 2px 8px; } #ct_bar QToolButton:checked { background: #2f6ea8; border: "
      "1px "
      "solid #7fb2e5; color: white; }"
      "QToolBar { border: 0; padding: 3px; spacing: 4px; } QStatusBar::item { border: 0; }"
      "#heading { color: #c0c5cc; } #body_refusal { color: #ffb38a; }"
      "QTableView::indicator, QCheckBox::indicator { width: 11px; height: 11px; border: 1px solid #8f959d; "
      "border-radius: 2px; } QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid #8f959d; "
      "border-radius: 7px; } QTableView::indicator:checked, QCheckBox::indicator:checked, "
      // Unlike a selected row.
      "QRadioButton::indicator:checked { background: #e2e5e9; border-color: #e2e5e9; } "
      "QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: #5c6168; } "
      "#people::item { padding: 2px 4px; }");
}

}  // namespace skiagraph::ui
