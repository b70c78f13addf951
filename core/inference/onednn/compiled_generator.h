#pragma once

#include <memory>
#include <optional>
#include <span>

#include "core/inference/folded_convolutions.h"
#include "core/inference/quantization_scales.h"
#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// CIGN compiled for the loop. From one iteration to the next the surface stays and 17 spots of 11 x 11
/// pixels move, so what the two upper blocks make of the surface alone is kept, and only squares about the
/// markers, grown by a pixel with each convolution, are computed anew: the same numbers for 40 % of the work.
/// An object serves one thread at a time. Everything throws Error when the library cannot do what is asked.
class CompiledGenerator {
 public:
  /// convolutions: of a network of surface (2) and heat maps (17) -> X-ray (1). rows, columns: multiples of
  /// 16. With steps the convolutions compute in int8, else in float32.
  CompiledGenerator(const FoldedConvolutions& convolutions, int rows, int columns,
                    const std::optional<QuantizationScales>& steps = {});
  ~CompiledGenerator();
  CompiledGenerator(CompiledGenerator&&) noexcept;
  CompiledGenerator& operator=(CompiledGenerator&&) noexcept;

  /// planes: (2, rows, columns)
  void set_surface(std::span<const float> planes);
  /// The picture of heat maps stamped at these places: (rows, columns)
  void run(const MarkerPositions& markers, std::span<float> picture);
  /// Multiplications and additions of one run.
  [[nodiscard]] double operations() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace skiagraph::inference
