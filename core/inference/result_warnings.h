#pragma once

#include <string_view>
#include <vector>

#include "core/inference/predictor.h"

namespace skiagraph::inference {

/// Why a result should not be trusted as far as others.
struct ResultWarning {
  std::string_view code;   ///< stable, for programs and translations
  std::string_view title;  ///< a few English words
  std::string_view text;   ///< an English sentence
};

/// Of a finished run; empty when there is nothing to say.
std::vector<ResultWarning> warnings_of(const LoopResult& result);

}  // namespace skiagraph::inference
