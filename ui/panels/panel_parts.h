#pragma once

#include <QAction>
#include <QLabel>
#include <QPushButton>

namespace skiagraph::ui {

/// A text of several lines that can be copied.
inline QLabel* text_label(QWidget* parent, const char* name) {
  auto* label = new QLabel(parent);
  label->setObjectName(name);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

/// A button that does what the command of this id does.
inline QPushButton* command_button(QWidget* parent, const QString& text, const char* command) {
  auto* button = new QPushButton(text, parent);
  button->setObjectName(QString::fromLatin1(command) + "_button");
  QObject::connect(button, &QPushButton::clicked, button, [button, command] {
    // A panel may float in a window of its own.
    for (QWidget* widget = button; widget != nullptr; widget = widget->parentWidget())
      if (auto* action = widget->findChild<QAction*>(command)) return action->trigger();
  });
  return button;
}

}  // namespace skiagraph::ui
