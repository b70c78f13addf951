#pragma once

#include <memory>

namespace skiagraph::benchmark {

/// Work that oneDNN does as fast as any on this processor, with all its threads: the better of a large
/// product of matrices and a large convolution. Rates are 10^9 operations a second; a multiplication and an
/// addition are two.
class ProcessorPeak {
 public:
  /// In int8, or in float32. Takes about a second. Throws Error when the library is missing.
  explicit ProcessorPeak(bool int8);
  ~ProcessorPeak();
  ProcessorPeak(const ProcessorPeak&) = delete;
  ProcessorPeak& operator=(const ProcessorPeak&) = delete;

  /// Of the fastest of a few runs at this moment: what ran a moment before can be held against it, however
  /// fast the machine is just now. Takes some 10 ms.
  double rate_now();
  /// The best there ever was.
  [[nodiscard]] double best_rate() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace skiagraph::benchmark
