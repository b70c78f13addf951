#pragma once

#include <QString>

namespace skiagraph::ui {

/// "3 min", "2 h 5 min".
[[nodiscard]] QString duration_text(double seconds);

}  // namespace skiagraph::ui
