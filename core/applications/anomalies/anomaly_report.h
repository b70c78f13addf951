#pragma once

#include <string>

#include "core/applications/anomalies/anomaly_study.h"

namespace skiagraph::applications {

/// By kind, the plain difference against the score: for a person to read, as Markdown, and as JSON.
std::string anomaly_text(const AnomalyStudy& study);
std::string anomaly_markdown(const AnomalyStudy& study);
std::string anomaly_json(const AnomalyStudy& study);

}  // namespace skiagraph::applications
