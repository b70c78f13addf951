#pragma once

#include <QString>

namespace skiagraph::ui {

/// The translated name of a marker, by its index in the marker table.
QString marker_label(int index);

}  // namespace skiagraph::ui
