#pragma once

#include <string>

#include "core/applications/completion/completion_study.h"

namespace skiagraph::applications {

/// Table 3 beside the paper's: for a person to read in fixed columns, as Markdown, and as JSON for programs.
/// Ratios of after to before come with 95 % bootstrap intervals over people.
std::string completion_text(const CompletionStudy& study);
std::string completion_markdown(const CompletionStudy& study);
std::string completion_json(const CompletionStudy& study);

}  // namespace skiagraph::applications
