#pragma once

#include <filesystem>

#include "core/base/progress.h"

namespace skiagraph::benchmark {

/// How the loop does on people of many sizes, made from the body models beside the networks.
struct PeopleFigures {
  int people = 0;  ///< 0: there are no body models
  /// Iterations until rest, 95 % of them take no more: from T; and after a hand has led a marker 3 cm.
  double cold_iterations_p95 = 0, warm_iterations_p95 = 0;
  /// Of drafts to final pictures and markers, one iteration from the same places; 0 where drafts are float32.
  double int8_worst_psnr_db = 0, int8_mean_px = 0, int8_worst_px = 0;
};

/// Throws InputError when models cannot be read, Cancelled when stopped.
PeopleFigures measure_people(const std::filesystem::path& models, const ProgressFunction& progress = {},
                             const CancelToken* cancel = nullptr);

}  // namespace skiagraph::benchmark
