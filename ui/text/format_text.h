#pragma once

#include <QString>

namespace skiagraph::ui {

/// "Body surfaces (*.ply *.obj ...)", for a file dialog.
QString surface_file_filter();
QString session_file_filter();
/// Everything that can be opened.
QString open_filter();

}  // namespace skiagraph::ui
