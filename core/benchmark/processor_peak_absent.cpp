#include "core/base/error.h"
#include "core/benchmark/processor_peak.h"

// Replaces processor_peak.cpp in a build without oneDNN.
namespace skiagraph::benchmark {

class ProcessorPeak::Impl {};

ProcessorPeak::ProcessorPeak(bool) {
  throw Error("networks.onednn_missing",
              "This program was built without oneDNN, so the processor's peak cannot be measured.");
}
ProcessorPeak::~ProcessorPeak() = default;
double ProcessorPeak::rate_now() {
  return 0;
}
double ProcessorPeak::best_rate() const {
  return 0;
}

}  // namespace skiagraph::benchmark
