#pragma once

#include <QString>

namespace skiagraph::ui {

/// Everything that can be opened, body surfaces, CT, and all files, for a file dialog: "Body surfaces (*.ply
/// ...)".
QString scan_file_filter();

}  // namespace skiagraph::ui
