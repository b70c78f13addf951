#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/benchmark/people_figures.h"

namespace skiagraph::benchmark {

/// Of several runs of the same thing.
struct TimeSummary {
  double median_ms = 0, p95_ms = 0;
};
/// Throws Error when there are none.
TimeSummary summary_of(std::vector<double> milliseconds);

/// What `skiagraph-cli bench` tells: every form of the networks in one run, with the same weights and
/// threads.
struct SpeedReport {
  std::string machine;
  std::string draft_type, final_type;         ///< what the predictor chose here
  std::map<std::string, TimeSummary> stages;  ///< by name, for example "cign_float32"
  std::map<std::string, double> ratios;       ///< how many times faster, for example "frame_int8"
  double peak_float32 = 0, peak_int8 = 0;     ///< of the processor, 10^9 operations a second
  /// Of the peak, by the operations that CIGN computes in the loop: the median over pairs of a run of CIGN
  /// and the peak a moment later, as a machine's speed changes.
  double share_float32 = 0, share_int8 = 0;
  double frame_p95_ms = 0, settle_p95_ms = 0;
  double cold_iterations = 0, settle_iterations = 0;  ///< until nothing moves, the most of some
  double memory_mb = 0;  ///< peak of the process with the window's networks alone
  double float32_largest_difference = 0, int8_psnr_db = 0,
         int8_marker_px = 0;  ///< to LibTorch, one iteration
  PeopleFigures people;       ///< measured apart
};

struct SpeedOptions {
  int repetitions = 25;
  int drags = 5;
  int events = 200;  ///< of a drag
};

/// Measures on the built-in person. Throws InputError when models cannot be read, Cancelled when stopped.
SpeedReport measure_speed(const std::filesystem::path& models, const SpeedOptions& options = {},
                          const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr);

std::string speed_json(const SpeedReport& report);
std::string speed_text(const SpeedReport& report);

}  // namespace skiagraph::benchmark
