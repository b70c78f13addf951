#pragma once

#include <QStringList>
#include <QWidget>

namespace skiagraph::ui {

/// Shows the command lines with which a run goes on several machines that see its folder. Not modal.
void show_machines_dialog(const QStringList& words, QWidget* parent);

}  // namespace skiagraph::ui
