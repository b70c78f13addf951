#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/benchmark/body_size_benchmark.h"

namespace skiagraph::benchmark {

/// Times of several runs of the same work.
struct TimeSummary {
  double median_ms = 0, p95_ms = 0;
};
/// Throws Error when there are no times.
TimeSummary summary_of(std::vector<double> milliseconds);

/// What `skiagraph-cli bench` measures: the networks with every compute type and with LibTorch, with the same
/// weights and threads.
struct BenchmarkReport {
  std::string machine;
  std::string draft_type, final_type;         ///< compute types that the predictor chose
  std::map<std::string, TimeSummary> stages;  ///< by name, for example "cign_float32"
  std::map<std::string, double> ratios;       ///< how many times faster, for example "frame_int8"
  double peak_float32 = 0, peak_int8 = 0;     ///< of the processor, 10^9 operations a second
  /// Throughput of CIGN in the loop over the peak: the median over runs of CIGN, each compared with the peak
  /// measured right after it.
  double share_float32 = 0, share_int8 = 0;
  double frame_p95_ms = 0, settle_p95_ms = 0;
  double cold_iterations = 0, settle_iterations = 0;  ///< until the loop converges; settle: most of all drags
  double memory_mb = 0;  ///< peak of the process with the networks that the window uses
  double float32_largest_difference = 0, int8_psnr_db = 0,
         int8_marker_px = 0;  ///< compared with LibTorch, after one iteration
  BodySizeBenchmark people;   ///< see benchmark_body_sizes()
};

/// For programs; keys are stable.
std::string report_json(const BenchmarkReport& report);
/// For people.
std::string report_text(const BenchmarkReport& report);

}  // namespace skiagraph::benchmark
