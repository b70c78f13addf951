#include "core/inference/result_warnings.h"

#include <algorithm>
#include <iterator>

#include "core/geometry/scan_remarks.h"

namespace skiagraph::inference {

std::vector<Remark> warnings_of(const LoopResult& result) {
  std::vector<Remark> warnings;
  if (!result.converged && !result.cancelled)
    warnings.push_back({.code = "loop.not_at_rest",
                        .title = "Not at rest",
                        .sentence =
                            "Picture and markers do not agree: the loop did not come to rest, so neither "
                            "should be trusted.",
                        .doubtful = true});
  if (result.unlikeness > 1)
    warnings.push_back({.code = "body.unlike",
                        .title = "Unlike the people learned from",
                        .sentence =
                            "This body is unlike those that the networks learned from: markers may be "
                            "farther off than in others, and their margins are wider.",
                        .doubtful = true});
  return warnings;
}

std::vector<Remark> remarks_on(const geometry::ScanAlignment& scan, const geometry::SurfaceImage& surface,
                               const LoopResult& result) {
  std::vector<Remark> remarks = geometry::remarks_on(scan, surface);
  std::ranges::move(warnings_of(result), std::back_inserter(remarks));
  return remarks;
}

}  // namespace skiagraph::inference
