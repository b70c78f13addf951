#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/inference/folded_convolutions.h"
#include "core/inference/onednn/onednn_layer.h"
#include "core/inference/onednn/pixel_buffer.h"
#include "core/inference/onednn/quantized_weights.h"
#include "core/inference/quantization_scales.h"

namespace skiagraph::inference {

/// A U-Net after its first convolution, as oneDNN primitives over buffers that live as long as it does. The
/// stages are called in order. A caller that knows what has changed may leave some out
/// (compiled_generator.h). Only for the sources of this folder, as it shows oneDNN.
class UnetTrunk {
 public:
  static constexpr int kLevels = 5, kPerBlock = 3;

  struct Level {
    int rows = 0, columns = 0;
    PixelBuffer in;                              ///< pooled from the level above; unused in level 0
    std::array<PixelBuffer, kPerBlock> encoded;  ///< outputs of the encoder block
    /// float32: the two parts of the decoder block's first convolution, over the skip connection and over the
    /// upsampled level below. `up` is unused where the upsampling layer adds them itself.
    PixelBuffer skip, up;
    std::array<PixelBuffer, 2> decoded;  ///< outputs of the decoder block in turn; the last is in the first
    /// Encoder block; the two parts of the decoder block's first convolution (upsampled, skip); its others.
    std::vector<OneDnnLayer> down, up_and_skip, onward;
    [[nodiscard]] std::ptrdiff_t pixels() const { return static_cast<std::ptrdiff_t>(rows) * columns; }
  };
  using Observer = std::function<void(int convolution, const float* values, std::ptrdiff_t pixels)>;

  /// rows, columns: multiples of 16. With scales it computes in int8, else in float32. unfold: 1 or 2, see
  /// finish().
  UnetTrunk(FoldedConvolutions convolutions, int rows, int columns,
            const std::optional<QuantizationScales>& scales, int unfold = 1);

  /// Output of the first convolution before ReLU, (rows, columns, 32) float32, which the caller fills before
  /// activate_first().
  [[nodiscard]] float* first_sums() const { return first_sums_.as<float>(); }
  [[nodiscard]] PixelBuffer& first_sums_buffer() { return first_sums_; }
  void activate_first() { activate_first(0, levels_[0].pixels()); }
  void activate_first(std::ptrdiff_t begin, std::ptrdiff_t end);

  void encode(int level);  ///< the encoder block; in level 0 without its first convolution
  void pool(int level);    ///< from the level above
  void pool(int level, const PixelRegion& region);
  void skip(int level);    ///< the skip connection's part of the decoder block's first convolution
  void decode(int level);  ///< the decoder block; in level 0 without the last convolution
  /// The last convolution, to planes (out, rows, columns). With unfold 2 there are four of them,
  /// which are unfolded to one (2 rows, 2 columns).
  void finish(float* planes);

  /// Called with the output of each convolution. In int8 it is never called.
  void observe(Observer observer) { observer_ = std::move(observer); }

  [[nodiscard]] Level& level(int n) { return levels_[static_cast<std::size_t>(n)]; }
  [[nodiscard]] bool int8() const { return scales_.has_value(); }
  [[nodiscard]] std::size_t bytes_of_value() const { return int8() ? 1 : sizeof(float); }
  /// Multiplications and additions of everything but the first convolution and the encoder blocks above
  /// `level` with their skip connections.
  [[nodiscard]] double operations(int level) const;
  /// Parameters of a convolution of an encoder block, and of skip().
  [[nodiscard]] LayerParameters parameters(int convolution) const;
  [[nodiscard]] LayerParameters skip_parameters(int level) const;

 private:
  [[nodiscard]] std::vector<float> scales_of(int convolution) const;
  [[nodiscard]] LayerParameters half_parameters(int level, bool skip) const;
  [[nodiscard]] bool fuses_sum() const { return int8() && fuses_addition(); }
  void build_upsampling(int n);
  void sum_halves(int n);
  void build_level(int n);
  void build_last();
  void build_last_plane();
  [[nodiscard]] bool finishes_in_one_plane() const { return convolutions_.back().out == unfold_ * unfold_; }
  void finish_in_one_plane(float* plane) const;
  void call_observer(int convolution, const PixelBuffer& values, const Level& level) const;

  FoldedConvolutions convolutions_;
  std::optional<QuantizationScales> scales_;
  int unfold_;
  std::vector<float> first_inverse_scales_;
  PixelBuffer first_sums_;
  std::array<Level, kLevels> levels_;
  std::vector<OneDnnLayer> last_;
  std::vector<float> last_weights_, last_pixels_;
  QuantizedWeights quantized_last_;  ///< last_weights_ in int8
  Observer observer_;
};

}  // namespace skiagraph::inference
