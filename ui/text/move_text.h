#pragma once

#include <QString>

#include "core/base/vector.h"

namespace skiagraph::ui {

/// "Move Liver top 12 mm down": what an edit did to a marker, for the history. `by`: mm in the patient frame,
/// of which depth plays no part; left and right are the patient's.
QString move_text(int marker, Vec3 by);

}  // namespace skiagraph::ui
