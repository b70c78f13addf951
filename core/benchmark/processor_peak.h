#pragma once

#include <memory>

namespace skiagraph::benchmark {

/// The peak throughput of this processor with all its threads: the faster of a large matrix product and a
/// large convolution by oneDNN. Rates are 10^9 operations a second; a multiplication and an addition are two.
class ProcessorPeak {
 public:
  /// In int8, or in float32. Takes about a second. Throws Error when oneDNN is missing.
  explicit ProcessorPeak(bool int8);
  ~ProcessorPeak();
  ProcessorPeak(const ProcessorPeak&) = delete;
  ProcessorPeak& operator=(const ProcessorPeak&) = delete;

  /// The fastest of a few runs now. As a computer's speed changes with time, other work is compared with the
  /// rate measured right after it. Takes about 10 ms.
  double rate_now();
  /// The highest rate so far.
  [[nodiscard]] double best_rate() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace skiagraph::benchmark
