#pragma once

#include <QString>

namespace skiagraph::ui {

/// "Body surfaces (*.ply *.obj ...)", for a file dialog.
QString surface_file_filter();

}  // namespace skiagraph::ui
