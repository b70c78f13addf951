#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "core/evaluation/loop_study.h"

namespace skiagraph::evaluation {

/// An object with one entry for each model: means and 95th percentiles of its study, and its edits by marker.
nlohmann::ordered_json loop_study_json(std::span<const LoopStudy> studies);

/// The same for a person to read, in fixed columns.
std::string loop_study_text(std::span<const LoopStudy> studies);

/// Edit::iterations of all edits.
std::vector<double> warm_iterations(const LoopStudy& study);

}  // namespace skiagraph::evaluation
