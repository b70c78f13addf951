#pragma once

#include <string>

#include "core/inference/model_library.h"
#include "ui/training/run_state.h"

namespace skiagraph::ui {

/// The card of a model that a run has made, as Markdown: data, recipe, last validation, limits. English, as
/// it goes with the model wherever that goes.
[[nodiscard]] std::string model_card(const RunState& run, const inference::ModelFacts& facts);

}  // namespace skiagraph::ui
