#include "core/benchmark/benchmark_report.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/error.h"

namespace skiagraph::benchmark {

TimeSummary summary_of(std::vector<double> milliseconds) {
  if (milliseconds.empty()) throw Error("benchmark.empty", "Nothing was timed.");
  std::sort(milliseconds.begin(), milliseconds.end());
  const auto at = [&](double share) {
    return milliseconds[static_cast<std::size_t>(
        std::lround(share * static_cast<double>(milliseconds.size() - 1)))];
  };
  constexpr double kMedian = 0.5, kHigh = 0.95;
  return {at(kMedian), at(kHigh)};
}

namespace {

nlohmann::json people_json(const BodySizeBenchmark& people) {
  return {{"people", people.people},
          {"cold_iterations_p95", people.cold_iterations_p95},
          {"warm_iterations_p95", people.warm_iterations_p95},
          {"int8_worst_psnr_db", people.int8_worst_psnr_db},
          {"int8_mean_px", people.int8_mean_px},
          {"int8_worst_px", people.int8_worst_px}};
}

std::string people_text(const BodySizeBenchmark& people) {
  if (people.people == 0) return {};
  std::ostringstream text;
  text << std::fixed << std::setprecision(0) << people.people << " people of many sizes: at rest after "
       << people.cold_iterations_p95 << " iterations from a cold start and " << people.warm_iterations_p95
       << " after a drag of 3 cm (95 % of them)\n";
  if (people.int8_worst_psnr_db > 0)
    text << "Their drafts to final pictures: int8 at least " << people.int8_worst_psnr_db << " dB, markers "
         << std::setprecision(2) << people.int8_mean_px << " px on average, " << people.int8_worst_px
         << " px at most\n";
  return text.str();
}

}  // namespace

std::string report_json(const BenchmarkReport& report) {
  nlohmann::json stages;
  for (const auto& [name, summary] : report.stages)
    stages[name] = {{"median", summary.median_ms}, {"p95", summary.p95_ms}};
  const nlohmann::json json = {{"machine", report.machine},
                               {"forms", {{"draft", report.draft_type}, {"final", report.final_type}}},
                               {"stages_ms", stages},
                               {"ratios", report.ratios},
                               {"peak_gops", {{"f32", report.peak_float32}, {"int8", report.peak_int8}}},
                               {"peak_share", {{"f32", report.share_float32}, {"int8", report.share_int8}}},
                               {"agreement",
                                {{"f32_max_abs", report.float32_largest_difference},
                                 {"int8_psnr_db", report.int8_psnr_db},
                                 {"int8_marker_px", report.int8_marker_px}}},
                               {"drag",
                                {{"frame_ms_p95", report.frame_p95_ms},
                                 {"settle_ms_p95", report.settle_p95_ms},
                                 {"settle_iterations", report.settle_iterations},
                                 {"cold_iterations", report.cold_iterations}}},
                               {"people", people_json(report.people)},
                               {"memory_mb", report.memory_mb}};
  constexpr int kIndent = 2;
  return json.dump(kIndent) + "\n";
}

std::string report_text(const BenchmarkReport& report) {
  std::ostringstream text;
  text << std::fixed << report.machine << ": drafts in " << report.draft_type << ", final in "
       << report.final_type << "\n\nms                            median     p95\n"
       << std::setprecision(2);
  for (const auto& [name, summary] : report.stages)
    text << std::left << std::setw(28) << name << std::right << std::setw(8) << summary.median_ms
         << std::setw(8) << summary.p95_ms << '\n';
  text << "\nTimes as fast as frozen channels-last TorchScript\n";
  for (const auto& [name, ratio] : report.ratios)
    text << std::left << std::setw(28) << name << std::right << std::setw(8) << ratio << '\n';
  text << std::setprecision(0) << "\nPeak " << report.peak_float32 << " float32 and " << report.peak_int8
       << " int8 GOP/s; CIGN in the loop reaches " << 100 * report.share_float32 << " % and "
       << 100 * report.share_int8 << " %\nA drag: a picture after " << report.frame_p95_ms
       << " ms (p95), at rest " << report.settle_p95_ms << " ms after the release (p95), at most "
       << report.settle_iterations << " iterations; " << report.cold_iterations
       << " from a cold start\nMemory: " << report.memory_mb << " MB\n"
       << "To LibTorch: float32 within " << std::scientific << std::setprecision(1)
       << report.float32_largest_difference << std::fixed << ", int8 " << report.int8_psnr_db
       << " dB, markers " << std::setprecision(2) << report.int8_marker_px << " px\n"
       << people_text(report.people);
  return text.str();
}

}  // namespace skiagraph::benchmark
