#pragma once

namespace skiagraph {

/// The most operations (a multiplication and an addition are two) that oneDNN gets out of this processor on
/// all its threads, in 10^9 a second: the best of several large products of matrices and convolutions. Takes
/// about a second each. Throws Error when the library is missing.
struct ProcessorPeak {
  double float32 = 0, int8 = 0;
};
ProcessorPeak measure_processor_peak();

}  // namespace skiagraph
