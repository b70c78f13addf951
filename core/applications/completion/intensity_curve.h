#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace skiagraph::applications {

/// What a real X-ray's values are in a synthetic one. Detectors and their software show attenuation on scales
/// of their own, but never in another order; so the curve is any that does not fall.
class IntensityCurve {
 public:
  /// The curve that brings `real` nearest to `synthetic` (least squares) where `used` is not 0: isotonic
  /// regression by pooling adjacent violators (Ayer et al., Annals of Mathematical Statistics 26, 1955) over
  /// bins of like values. All of one length.
  static IntensityCurve fit(std::span<const float> real, std::span<const float> synthetic,
                            std::span<const std::uint8_t> used);

  /// Linear between the middles of the bins, constant beyond them.
  [[nodiscard]] float operator()(float real) const;
  [[nodiscard]] std::vector<float> applied(std::span<const float> real) const;
  /// The correlation of the synthetic values with those of the curve, 0 to 1, for the pixels that it was
  /// fitted to: how well two pictures agree if nothing is known of the scale of one.
  [[nodiscard]] double agreement() const { return agreement_; }

 private:
  std::vector<float> real_, synthetic_;  // both rise
  double agreement_ = 0;
};

}  // namespace skiagraph::applications
