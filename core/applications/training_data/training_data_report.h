#pragma once

#include <string>

#include "core/applications/training_data/training_data_study.h"

namespace skiagraph::applications {

/// Table 2 with the paper's figures beside ours, for the screen.
std::string training_data_text(const TrainingDataStudy& study);
/// The same in Markdown, with a heading and what it shows.
std::string training_data_markdown(const TrainingDataStudy& study);
/// All figures.
std::string training_data_json(const TrainingDataStudy& study);

}  // namespace skiagraph::applications
