#include "ui/window/theme.h"

#include <QPalette>
#include <QStyleFactory>

namespace skiagraph::ui {
namespace {

struct Colours {
  QColor window, base, alternate, raised, text, dim_text, disabled_text, accent, heading, frame, refusal,
      message, message_edge, message_text;
};

const Colours& dark() {
  static const Colours colours{{38, 41, 46},    {28, 30, 34},    {33, 36, 40},    {52, 56, 62},
                               {226, 229, 233}, {150, 155, 162}, {120, 125, 132}, {64, 132, 198},
                               {192, 197, 204}, {143, 149, 157}, {255, 179, 138}, {107, 59, 34},
                               {165, 98, 60},   {255, 255, 255}};
  return colours;
}

const Colours& light() {
  static const Colours colours{{240, 241, 243}, {255, 255, 255}, {246, 247, 249}, {228, 230, 233},
                               {28, 31, 35},    {105, 110, 117}, {150, 154, 160}, {38, 108, 178},
                               {64, 70, 78},    {110, 116, 124}, {158, 62, 12},   {255, 226, 205},
                               {222, 160, 116}, {74, 34, 8}};
  return colours;
}

bool desktop_is_dark() {
  constexpr int kMiddle = 128;
  // Of the palette that the application started with, before any theme.
  static const bool dark_at_start = QGuiApplication::palette().color(QPalette::Window).lightness() < kMiddle;
  return dark_at_start;
}

QPalette palette_of(const Colours& c) {
  QPalette palette(c.raised, c.window);
  palette.setColor(QPalette::Window, c.window);
  palette.setColor(QPalette::WindowText, c.text);
  palette.setColor(QPalette::Base, c.base);
  palette.setColor(QPalette::AlternateBase, c.alternate);
  palette.setColor(QPalette::Text, c.text);
  palette.setColor(QPalette::Button, c.raised);
  palette.setColor(QPalette::ButtonText, c.text);
  palette.setColor(QPalette::ToolTipBase, c.raised);
  palette.setColor(QPalette::ToolTipText, c.text);
  palette.setColor(QPalette::Highlight, c.accent);
  palette.setColor(QPalette::HighlightedText, Qt::white);
  palette.setColor(QPalette::Link, c.accent);
  palette.setColor(QPalette::PlaceholderText, c.dim_text);
  for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::WindowText})
    palette.setColor(QPalette::Disabled, role, c.disabled_text);
  return palette;
}

/// Where a colour means something it is the same in every theme, with its own text on it.
constexpr const char* kSignals =
    "#doubtful_remark { background: #5a4a1c; border-left: 4px solid #ffc857; border-bottom: 1px solid "
    "#7a6630; }"
    "#noted_remark { background: #2c3a48; border-left: 4px solid #7fb2e5; border-bottom: 1px solid "
    "#3b4c5e; }"
    "#doubtful_remark QLabel, #noted_remark QLabel { color: #f2f3f5; }"
    "#import_sentence { background: #5a4a1c; border: 1px solid #7a6630; padding: 6px; color: #f2f3f5; }"
    "#ct_bar QToolButton { padding: 2px 8px; } #ct_bar QToolButton:checked { background: #2f6ea8; border: "
    "1px "
    "solid #7fb2e5; color: white; }";

QString style_sheet_of(const Colours& c) {
  return QStringLiteral(
             "#messageBar { background: %1; border-bottom: 1px solid %2; } #messageBar QLabel { color: %3; }"
             "QToolBar { border: 0; padding: 3px; spacing: 4px; } QStatusBar::item { border: 0; }"
             "#heading { color: %4; } #body_refusal { color: %5; }"
             "QTableView::indicator, QCheckBox::indicator { width: 11px; height: 11px; border: 1px solid %6; "
             "border-radius: 2px; } QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid "
             "%6; "
             "border-radius: 7px; } QTableView::indicator:checked, QCheckBox::indicator:checked, "
             // Unlike a selected row.
             "QRadioButton::indicator:checked { background: %7; border-color: %7; } "
             "QTableView::indicator:checked, QCheckBox::indicator:checked { image: url(:/theme/tick_%9.png); "
             "} "
             "QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: %8; } "
             "#people::item { padding: 2px 4px; }")
      .arg(c.message.name(), c.message_edge.name(), c.message_text.name(), c.heading.name(), c.refusal.name(),
           c.frame.name(), c.text.name(), c.disabled_text.name(),
           c.text.lightness() > 127 ? QStringLiteral("black") : QStringLiteral("white"));
}

}  // namespace

void apply_theme(QApplication& application, Theme theme) {
  const bool as_desktop = desktop_is_dark();  // asked before the first theme, whichever it is
  const bool is_dark = theme == Theme::kDark || (theme == Theme::kDesktop && as_desktop);
  const Colours& colours = is_dark ? dark() : light();
  application.setStyle(QStyleFactory::create("Fusion"));
  application.setPalette(palette_of(colours));
  application.setStyleSheet(style_sheet_of(colours) + kSignals);
}

}  // namespace skiagraph::ui
