#pragma once

#include <QString>

#include "ui/commands/command.h"

namespace skiagraph::ui {

/// Asks for a file to write. The extension ("ply", "mrk.json") is added before the dialog asks whether to
/// replace a file, and a name with another one is refused. type: what people call such a file. Empty: the
/// person changed their mind.
QString ask_for_file(const CommandContext& context, const QString& title, const QString& name,
                     const QString& type, const QString& extension);

/// Asks before another file is replaced than the one that the dialog asked about.
bool may_replace(const CommandContext& context, const QString& title, const QString& path);

}  // namespace skiagraph::ui
