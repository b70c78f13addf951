#pragma once

#include <string>

#include "core/evaluation/results.h"

namespace skiagraph::evaluation {

/// What is wanted of the method beside what was reached, as a section of Markdown: people from other sources
/// first, then base anatomies left out of training, then the population's own test people.
std::string goals_markdown(const Results& results);

}  // namespace skiagraph::evaluation
