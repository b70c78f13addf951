#pragma once

#include <filesystem>

#include "core/base/progress.h"

namespace skiagraph::benchmark {

/// How the loop converges, and how far int8 drafts are off, on people of many sizes. They are made with the
/// body models beside the networks.
struct BodySizeBenchmark {
  int people = 0;  ///< 0: there are no body models
  /// 95th percentile of the iterations until the loop converges: from network T; and after a drag of 3 cm.
  double cold_iterations_p95 = 0, warm_iterations_p95 = 0;
  /// Drafts against final X-rays and markers after one iteration from the same positions; 0 where drafts are
  /// float32.
  double int8_worst_psnr_db = 0, int8_mean_px = 0, int8_worst_px = 0;
};

/// Throws InputError when models cannot be read, Cancelled when stopped.
BodySizeBenchmark benchmark_body_sizes(const std::filesystem::path& models,
                                       const ProgressFunction& progress = {},
                                       const CancelToken* cancel = nullptr);

}  // namespace skiagraph::benchmark
