#include "core/inference/onednn/compiled_super_resolution.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/inference/onednn/by_rows.h"
#include "core/inference/onednn/onednn_errors.h"
#include "core/inference/onednn/onednn_layer.h"
#include "core/inference/onednn/pixel_buffer.h"
#include "core/inference/onednn/pixel_loops.h"
#include "core/inference/onednn/plane_convolutions.h"
#include "core/inference/onednn/quantized_weights.h"
#include "core/inference/onednn/weight_layouts.h"

namespace skiagraph::inference {
namespace {

using Shape = networks::SuperResolutionShape;
static_assert(Shape::kFilters == kPictureChannels);

FoldedConvolution convolution_of(const networks::SuperResolutionWeights& weights, int n) {
  const std::string name = "convolution" + std::to_string(n + 1);
  return {Shape::in_of(n), Shape::out_of(n), weights.tensors.at(name + ".weight").values,
          weights.tensors.at(name + ".bias").values};
}

/// Empty where it is not known how large activations become.
QuantizationScales scales_of(const networks::SuperResolutionWeights& weights) {
  constexpr float kLeastScale = 1e-8F;
  QuantizationScales scales;
  const std::vector<float>& largest = weights.largest_activations;
  for (auto first = largest.begin(); first != largest.end(); first += Shape::kFilters) {
    std::vector<float>& channels = scales.of_convolution.emplace_back(first, first + Shape::kFilters);
    for (float& channel : channels) channel = std::max(channel / UINT8_MAX, kLeastScale);
  }
  return for_this_processor(std::move(scales));
}

/// Takes the mean over the four values of a square away, as the network does afterwards.
FoldedConvolution without_mean(FoldedConvolution last) {
  const auto centre = [](std::vector<float>& values) {
    const std::size_t each = values.size() / Shape::kSquare;
    for (std::size_t n = 0; n < each; ++n) {
      float mean = 0;
      for (int out = 0; out < Shape::kSquare; ++out) mean += values[out * each + n] / Shape::kSquare;
      for (int out = 0; out < Shape::kSquare; ++out) values[out * each + n] -= mean;
    }
  };
  centre(last.weights);
  centre(last.bias);
  return last;
}

}  // namespace

class CompiledSuperResolution::Impl {
 public:
  Impl(const networks::SuperResolutionWeights& weights, bool int8)
      : rows_(weights.frame.rows),
        columns_(weights.frame.columns),
        first_(convolution_of(weights, 0)),
        first_weights_(ihwo_weights(first_)),
        last_(without_mean(convolution_of(weights, Shape::kConvolutions - 1))),
        last_weights_(ohwi_weights(last_)),
        sums_(pixels(), sizeof(float)) {
    if (int8) scales_ = scales_of(weights).of_convolution;
    if (this->int8()) {
      first_inverse_scales_ = inverses(scales_.front());
      quantized_last_ = quantized_weights(last_weights_, scales_.back());
    }
    for (PixelBuffer& buffer : buffers_) buffer = PixelBuffer(pixels(), this->int8() ? 1 : sizeof(float));
    for (int n = 1; n + 1 < Shape::kConvolutions; ++n) {
      const FoldedConvolution convolution = convolution_of(weights, n);
      LayerParameters parameters{convolution.weights, convolution.bias, scale(n - 1), scale(n)};
      parameters.relu = true;
      middle_.push_back(OneDnnLayer::convolution({1, kPictureChannels, kPictureChannels, rows_, columns_, 1},
                                                 parameters, buffer(n - 1), buffer(n)));
    }
  }

  void run(std::span<const float> planes, std::span<float> out) {
    const auto size = static_cast<std::size_t>(pixels());
    if (planes.size() != size * Shape::kIn || out.size() != size * Shape::kSquare)
      throw Error("networks.size", "A compiled network was given pictures of another size.");
    begin(planes.data());
    for (OneDnnLayer& layer : middle_) layer.run();
    finish(out.data());
    add_repeated(planes.subspan(size, size), planes.subspan(2 * size), out);
  }

 private:
  [[nodiscard]] std::ptrdiff_t pixels() const { return static_cast<std::ptrdiff_t>(rows_) * columns_; }
  /// Of the output of a convolution; two take turns.
  [[nodiscard]] void* buffer(int convolution) { return buffers_[convolution % 2].data(); }

  [[nodiscard]] bool int8() const { return !scales_.empty(); }
  /// Of the output of a convolution; empty in float32.
  [[nodiscard]] std::vector<float> scale(int convolution) const {
    return int8() ? scales_[static_cast<std::size_t>(convolution)] : std::vector<float>();
  }

  void begin(const float* planes) {
    auto* sums = sums_.as<float>();
    convolve_planes(planes, Shape::kIn, rows_, columns_, first_weights_.data(), first_.bias.data(), sums);
    if (int8())
      activate_pixels(sums, pixels(), first_inverse_scales_.data(), activation_limit(),
                      static_cast<std::uint8_t*>(buffer(0)));
    else
      activate_pixels(sums, pixels(), static_cast<float*>(buffer(0)));
  }

  void finish(float* out) {
    const void* in = buffer(Shape::kConvolutions - 2);
    if (int8())
      convolve_to_squares(static_cast<const std::uint8_t*>(in), rows_, columns_,
                          quantized_last_.integers.data(), quantized_last_.scales.data(), last_.bias.data(),
                          out);
    else
      convolve_to_squares(static_cast<const float*>(in), rows_, columns_, last_weights_.data(),
                          last_.bias.data(), out);
  }

  /// Adds the X-ray with each pixel repeated; beside the body, where `thickness` is 0, there is no detail.
  void add_repeated(std::span<const float> thickness, std::span<const float> xray,
                    std::span<float> out) const {
    const int columns = Shape::kFactor * columns_;
    by_rows(0, Shape::kFactor * rows_, columns, [&](int row) {
      const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(row / Shape::kFactor) * columns_;
      const float *from = xray.data() + first, *body = thickness.data() + first;
      float* to = out.data() + static_cast<std::ptrdiff_t>(row) * columns;
      for (int column = 0; column < columns; ++column) {
        const int coarse = column / Shape::kFactor;
        to[column] = from[coarse] + (body[coarse] > 0 ? to[column] : 0);
      }
    });
  }

  int rows_, columns_;
  FoldedConvolution first_;
  std::vector<float> first_weights_;
  FoldedConvolution last_;
  std::vector<float> last_weights_;
  std::vector<std::vector<float>> scales_;  ///< see scale()
  std::vector<float> first_inverse_scales_;
  QuantizedWeights quantized_last_;
  PixelBuffer sums_, buffers_[2];
  std::vector<OneDnnLayer> middle_;
};

CompiledSuperResolution::CompiledSuperResolution(const networks::SuperResolutionWeights& weights, bool int8)
    : impl_(translating_onednn([&] { return std::make_unique<Impl>(weights, int8); })) {}
CompiledSuperResolution::~CompiledSuperResolution() = default;
CompiledSuperResolution::CompiledSuperResolution(CompiledSuperResolution&&) noexcept = default;
CompiledSuperResolution& CompiledSuperResolution::operator=(CompiledSuperResolution&&) noexcept = default;

void CompiledSuperResolution::run(std::span<const float> planes, std::span<float> out) {
  translating_onednn([&] { impl_->run(planes, out); });
}

}  // namespace skiagraph::inference
