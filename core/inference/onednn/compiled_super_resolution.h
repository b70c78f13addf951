#pragma once

#include <memory>
#include <span>

#include "core/networks/super_resolution_weights.h"

namespace skiagraph::inference {

/// The network that makes X-rays finer, compiled for one size of picture on the CPU, in float32. An object
/// serves one thread at a time. Constructors and run() throw Error when oneDNN cannot do what is asked.
class CompiledSuperResolution {
 public:
  explicit CompiledSuperResolution(const networks::SuperResolutionWeights& weights);
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
