#include "core/inference/onednn/compiled_super_resolution.h"

#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/inference/onednn/by_rows.h"
#include "core/inference/onednn/onednn_errors.h"
#include "core/inference/onednn/onednn_layer.h"
#include "core/inference/onednn/pixel_buffer.h"
#include "core/inference/onednn/pixel_loops.h"
#include "core/inference/onednn/plane_convolutions.h"
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
  explicit Impl(const networks::SuperResolutionWeights& weights)
      : rows_(weights.frame.rows),
        columns_(weights.frame.columns),
        first_(convolution_of(weights, 0)),
        first_weights_(ihwo_weights(first_)),
        last_(without_mean(convolution_of(weights, Shape::kConvolutions - 1))),
        last_weights_(ohwi_weights(last_)) {
    for (PixelBuffer& buffer : buffers_) buffer = PixelBuffer(pixels(), sizeof(float));
    for (int n = 1; n + 1 < Shape::kConvolutions; ++n) {
      const FoldedConvolution convolution = convolution_of(weights, n);
      LayerParameters parameters{convolution.weights, convolution.bias, {}, {}};
      parameters.relu = true;
      middle_.push_back(OneDnnLayer::convolution({1, kPictureChannels, kPictureChannels, rows_, columns_, 1},
                                                 parameters, buffer(n - 1), buffer(n)));
    }
  }

  void run(std::span<const float> planes, std::span<float> out) {
    const auto size = static_cast<std::size_t>(pixels());
    if (planes.size() != size * Shape::kIn || out.size() != size * Shape::kSquare)
      throw Error("networks.size", "A compiled network was given pictures of another size.");
    auto* first = static_cast<float*>(buffer(0));
    convolve_planes(planes.data(), Shape::kIn, rows_, columns_, first_weights_.data(), first_.bias.data(),
                    first);
    activate_pixels(first, pixels(), first);
    for (OneDnnLayer& layer : middle_) layer.run();
    convolve_to_squares(static_cast<const float*>(buffer(Shape::kConvolutions - 2)), rows_, columns_,
                        last_weights_.data(), last_.bias.data(), out.data());
    add_repeated(planes.subspan(size, size), planes.subspan(2 * size), out);
  }

 private:
  [[nodiscard]] std::ptrdiff_t pixels() const { return static_cast<std::ptrdiff_t>(rows_) * columns_; }
  /// Of the output of a convolution; two take turns.
  [[nodiscard]] void* buffer(int convolution) { return buffers_[convolution % 2].data(); }

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
  PixelBuffer buffers_[2];
  std::vector<OneDnnLayer> middle_;
};

CompiledSuperResolution::CompiledSuperResolution(const networks::SuperResolutionWeights& weights)
    : impl_(translating_onednn([&] { return std::make_unique<Impl>(weights); })) {}
CompiledSuperResolution::~CompiledSuperResolution() = default;
CompiledSuperResolution::CompiledSuperResolution(CompiledSuperResolution&&) noexcept = default;
CompiledSuperResolution& CompiledSuperResolution::operator=(CompiledSuperResolution&&) noexcept = default;

void CompiledSuperResolution::run(std::span<const float> planes, std::span<float> out) {
  translating_onednn([&] { impl_->run(planes, out); });
}

}  // namespace skiagraph::inference
