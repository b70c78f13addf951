#pragma once

#include <QString>

namespace skiagraph::ui {

/// Everything that can be opened, body surfaces, CT, sessions, and all files, for a file dialog: "Body
/// surfaces (*.ply
/// ...)".
QString open_filter();
QString session_file_filter();

}  // namespace skiagraph::ui
