#pragma once

#include <memory>
#include <span>

#include "core/networks/super_resolution_weights.h"

namespace skiagraph::inference {

/// The network that makes X-rays finer, compiled for one size of picture on the CPU. An object
/// serves one thread at a time. Constructors and run() throw Error when oneDNN cannot do what is asked.
class CompiledSuperResolution {
 public:
  /// int8: where the weights say how large activations become; else it computes in float32.
  CompiledSuperResolution(const networks::SuperResolutionWeights& weights, bool int8);
  ~CompiledSuperResolution();
  CompiledSuperResolution(CompiledSuperResolution&&) noexcept;
  CompiledSuperResolution& operator=(CompiledSuperResolution&&) noexcept;

  /// planes: surface and X-ray (3, rows, columns) -> out: the X-ray (2 rows, 2 columns)
  void run(std::span<const float> planes, std::span<float> out);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace skiagraph::inference
