#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/inference/folded_convolutions.h"
#include "core/inference/onednn/onednn_layer.h"
#include "core/inference/onednn/pixel_buffer.h"
#include "core/inference/quantization_scales.h"

namespace skiagraph::inference {

/// A U-Net after its first convolution, as oneDNN primitives over buffers that live as long as it does. The
/// stages are called in order; whoever knows that little has changed may do with less (compiled_generator.h).
/// Only for sources that hide oneDNN.
class UnetTrunk {
 public:
  static constexpr int kLevels = 5, kPerBlock = 3;

  struct Level {
    int rows = 0, columns = 0;
    PixelBuffer in;                              ///< pooled from the level above; unused in level 0
    std::array<PixelBuffer, kPerBlock> encoded;  ///< what the block on the way down gives
    PixelBuffer skip, up;                ///< float32: the two halves of the sum on the way up; `up` is
                                         ///< unused where the sum is made within the layer
    std::array<PixelBuffer, 2> decoded;  ///< the result is in the first
    std::vector<OneDnnLayer> down, up_and_skip, onward;
    [[nodiscard]] std::ptrdiff_t pixels() const { return static_cast<std::ptrdiff_t>(rows) * columns; }
  };
  using Observer = std::function<void(int convolution, const float* values, std::ptrdiff_t pixels)>;

  /// rows, columns: multiples of 16. steps: for int8, else float32.
  UnetTrunk(FoldedConvolutions convolutions, int rows, int columns,
            const std::optional<QuantizationScales>& steps);

  /// Sums of the first convolution, (rows, columns, 32) float32, to be filled before activate_first().
  [[nodiscard]] float* first_sums() const { return first_sums_.as<float>(); }
  [[nodiscard]] PixelBuffer& first_sums_buffer() { return first_sums_; }
  void activate_first() { activate_first(0, levels_[0].pixels()); }
  void activate_first(std::ptrdiff_t begin, std::ptrdiff_t end);

  void encode(int level);  ///< the block on the way down; in level 0 without its first convolution
  void pool(int level);    ///< from the level above
  void pool(int level, const PixelRegion& region);
  void skip(int level);    ///< the skip connection's share of the first sum on the way up
  void decode(int level);  ///< the block on the way up; in level 0 without the last convolution
  /// The last convolution, as planes (out, rows, columns).
  void finish(float* planes);

  /// Called with what each convolution gives, in float32 form only.
  void observe(Observer observer) { observer_ = std::move(observer); }

  [[nodiscard]] Level& level(int n) { return levels_[static_cast<std::size_t>(n)]; }
  [[nodiscard]] bool int8() const { return steps_.has_value(); }
  [[nodiscard]] std::size_t bytes_of_value() const { return int8() ? 1 : sizeof(float); }
  /// Multiplications and additions of everything but the first convolution and the blocks on the way down
  /// above `level` with their skip connections.
  [[nodiscard]] double operations(int level) const;
  /// The weights of a convolution of a block on the way down, and of a skip connection's share.
  [[nodiscard]] LayerNumbers numbers(int convolution) const;
  [[nodiscard]] LayerNumbers skip_numbers(int level) const;

 private:
  [[nodiscard]] std::vector<float> steps_of(int convolution) const;
  [[nodiscard]] LayerNumbers half_numbers(int level, bool skip) const;
  [[nodiscard]] bool sums_within() const { return int8() && adds_within_upsampling(); }
  void build_upsampling(int n);
  void sum_halves(int n);
  void build_level(int n);
  void build_last();
  void build_last_plane();
  void tell(int convolution, const PixelBuffer& values, const Level& level) const;

  FoldedConvolutions convolutions_;
  std::optional<QuantizationScales> steps_;
  std::vector<float> first_steps_per_unit_;
  PixelBuffer first_sums_;
  std::array<Level, kLevels> levels_;
  std::vector<OneDnnLayer> last_;
  std::vector<float> last_taps_, last_pixels_;
  std::vector<std::int16_t> last_steps_;  ///< int8 form of last_taps_
  float last_unit_ = 0;
  Observer observer_;
};

}  // namespace skiagraph::inference
