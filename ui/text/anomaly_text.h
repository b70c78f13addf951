#pragma once

#include <QString>

#include "core/applications/anomalies/anomaly_search.h"

namespace skiagraph::ui {

/// "Left lower lung"
QString place_text(const applications::AnatomicalPlace& place);
/// "denser" or "thinner" than in a healthy person.
QString density_text(const applications::AnomalyRegion& region);

}  // namespace skiagraph::ui
