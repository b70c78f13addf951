#pragma once

#include <QString>

#include "core/inference/result_warnings.h"

namespace skiagraph::ui {

/// A few words, and a sentence, in the person's language.
QString warning_title(const inference::ResultWarning& warning);
QString warning_sentence(const inference::ResultWarning& warning);

}  // namespace skiagraph::ui
