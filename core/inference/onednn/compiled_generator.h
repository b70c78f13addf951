#pragma once

#include <memory>
#include <optional>
#include <span>

#include "core/inference/folded_convolutions.h"
#include "core/inference/quantization_scales.h"
#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// CIGN compiled for the loop. Between iterations the surface stays the same and only the 17 heat maps, of 11
/// x 11 pixels, move. So the activations of the first two encoder blocks for the surface alone are cached,
/// and are computed again only in patches around the markers, which grow by one pixel with each convolution.
/// This gives the same result with 40 % of the operations. An object serves one thread at a time. Every
/// function throws Error when oneDNN cannot do what is asked.
class CompiledGenerator {
 public:
  /// convolutions: of a network of surface (2) and heat maps (17) -> X-ray (1), surface and X-ray folded by
  /// `fold`. rows, columns: of the heat maps, multiples of 16. With scales the convolutions compute in int8,
  /// else in float32.
  CompiledGenerator(const FoldedConvolutions& convolutions, int rows, int columns,
                    const std::optional<QuantizationScales>& scales = {}, int fold = 1);
  ~CompiledGenerator();
  CompiledGenerator(CompiledGenerator&&) noexcept;
  CompiledGenerator& operator=(CompiledGenerator&&) noexcept;

  /// planes: (2 fold fold, rows, columns)
  void set_surface(std::span<const float> planes);
  /// The X-ray, (rows fold, columns fold), for markers at these positions in its pixels.
  void run(const MarkerPositions& markers, std::span<float> xray);
  /// Multiplications and additions of one run.
  [[nodiscard]] double operations() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace skiagraph::inference
