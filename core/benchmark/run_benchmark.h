#pragma once

#include <filesystem>

#include "core/base/progress.h"
#include "core/benchmark/benchmark_report.h"

namespace skiagraph::benchmark {

struct BenchmarkOptions {
  int repetitions = 25;  ///< of each stage
  int drags = 5;
  int events = 200;  ///< of a drag
};

/// Measures on the built-in person all of BenchmarkReport but `people`. Throws InputError when the models
/// cannot be read, Error when LibTorch or oneDNN fails, Cancelled when stopped.
BenchmarkReport run_benchmark(const std::filesystem::path& models, const BenchmarkOptions& options = {},
                              const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr);

}  // namespace skiagraph::benchmark
