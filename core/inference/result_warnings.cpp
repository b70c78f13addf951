#include "core/inference/result_warnings.h"

namespace skiagraph::inference {

std::vector<ResultWarning> warnings_of(const LoopResult& result) {
  std::vector<ResultWarning> warnings;
  if (!result.converged && !result.cancelled)
    warnings.push_back(
        {"loop.not_at_rest", "Not at rest",
         "Picture and markers do not agree: the loop did not come to rest, so neither should be "
         "trusted."});
  if (result.unlikeness > 1)
    warnings.push_back(
        {"body.unlike", "Unlike the people learned from",
         "This body is unlike those that the networks learned from: markers may be farther off "
         "than in others, and their margins are wider."});
  return warnings;
}

}  // namespace skiagraph::inference
