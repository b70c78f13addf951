#pragma once

#include <cstddef>

#include "core/inference/onednn/thread_count_tuner.h"

namespace skiagraph::inference {

/// With fewer pixels one thread is faster than several.
inline bool worth_threads(std::ptrdiff_t pixels) {
  constexpr std::ptrdiff_t kWorthThreads = 8192;
  return pixels > kWorthThreads && !single_threaded();
}

/// apply(row) for rows of so many pixels.
template <typename Apply>
void by_rows(int begin, int end, int columns, const Apply& apply) {
  [[maybe_unused]] const bool several = worth_threads(static_cast<std::ptrdiff_t>(end - begin) * columns);
#pragma omp parallel for schedule(static) if (several)
  for (int row = begin; row < end; ++row) apply(row);
}

}  // namespace skiagraph::inference
