#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "core/inference/folded_convolutions.h"
#include "core/inference/quantization_scales.h"

namespace skiagraph::inference {

/// One U-Net compiled for one size of picture, batch 1, on the CPU: oneDNN primitives with bias and ReLU
/// fused into the convolutions, memory allocated once. An object serves one thread at a time. Constructors
/// and run() throw Error when oneDNN cannot do what is asked.
class CompiledNetwork {
 public:
  /// rows, columns: multiples of 16. With scales the convolutions compute in int8, else in float32. With
  /// unfold 2 the four outputs are one plane of twice the size: see networks::fold_of().
  CompiledNetwork(const FoldedConvolutions& convolutions, int rows, int columns,
                  const std::optional<QuantizationScales>& scales = {}, int unfold = 1);
  ~CompiledNetwork();
  CompiledNetwork(CompiledNetwork&&) noexcept;
  CompiledNetwork& operator=(CompiledNetwork&&) noexcept;

  /// planes: (in, rows, columns) -> out: (out, rows, columns), or (rows unfold, columns unfold)
  void run(std::span<const float> planes, std::span<float> out);

  /// Called with the output of each convolution but the last, (pixels, 32). In int8 it is never called.
  using Observer = std::function<void(int convolution, const float* values, std::ptrdiff_t pixels)>;
  void observe(Observer observer);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace skiagraph::inference
