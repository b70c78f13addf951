#pragma once

#include <QString>

#include "core/markers/marker_table.h"

namespace skiagraph::ui {

/// The translated name of a marker, by its index in the marker table.
QString marker_label(int index);
QString group_label(MarkerGroup group);

}  // namespace skiagraph::ui
