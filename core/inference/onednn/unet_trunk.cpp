#include "core/inference/onednn/unet_trunk.h"

#include <cstdint>
#include <utility>

#include "core/inference/onednn/plane_convolutions.h"
#include "core/inference/onednn/weight_layouts.h"

namespace skiagraph::inference {
namespace {

constexpr int kWidth = kPictureChannels, kKernelSize = 9;

/// Index of the first convolution of a level's decoder block.
constexpr int first_of_decoder(int level) {
  return (2 * (UnetTrunk::kLevels - 1) - level) * UnetTrunk::kPerBlock;
}

/// Weights of the first or second half of a convolution's input channels.
std::vector<float> half(const FoldedConvolution& convolution, bool second) {
  std::vector<float> weights;
  const std::size_t share = static_cast<std::size_t>(kWidth) * kKernelSize;
  for (int out = 0; out < convolution.out; ++out) {
    const auto first =
        convolution.weights.begin() +
        static_cast<std::ptrdiff_t>((static_cast<std::size_t>(out) * 2 + (second ? 1 : 0)) * share);
    weights.insert(weights.end(), first, first + static_cast<std::ptrdiff_t>(share));
  }
  return weights;
}

}  // namespace

UnetTrunk::UnetTrunk(FoldedConvolutions convolutions, int rows, int columns,
                     const std::optional<QuantizationScales>& scales, int unfold)
    : convolutions_(std::move(convolutions)), scales_(scales), unfold_(unfold) {
  if (scales_) {
    scales_ = for_this_processor(*std::move(scales_));
    first_inverse_scales_ = inverses(scales_->of_convolution.front());
  }
  for (int n = 0; n < kLevels; ++n) {
    levels_[n].rows = rows >> n;
    levels_[n].columns = columns >> n;
  }
  first_sums_ = PixelBuffer(levels_[0].pixels(), sizeof(float));
  for (int n = kLevels - 1; n >= 0; --n) build_level(n);
  build_last();
}

std::vector<float> UnetTrunk::scales_of(int convolution) const {
  return scales_ ? scales_->of_convolution[static_cast<std::size_t>(convolution)] : std::vector<float>();
}

LayerParameters UnetTrunk::parameters(int convolution) const {
  const FoldedConvolution& source = convolutions_[static_cast<std::size_t>(convolution)];
  return {source.weights, source.bias, scales_of(convolution - 1), scales_of(convolution), true, true};
}

LayerParameters UnetTrunk::half_parameters(int level, bool skip) const {
  const int index = first_of_decoder(level);
  const FoldedConvolution& source = convolutions_[static_cast<std::size_t>(index)];
  const int input = skip ? level * kPerBlock + kPerBlock - 1 : index - 1;
  LayerParameters parameters{
      half(source, skip), skip ? source.bias : std::vector<float>(), scales_of(input), {}};
  if (fuses_sum()) {
    parameters.out_scales = scales_of(index);
    parameters.rounded = parameters.relu = !skip;
  }
  return parameters;
}

LayerParameters UnetTrunk::skip_parameters(int level) const {
  return half_parameters(level, true);
}

void UnetTrunk::build_level(int n) {
  Level& level = levels_[n];
  const auto buffer = [&] { return PixelBuffer(level.pixels(), bytes_of_value()); };
  const LayerShape shape{1, kWidth, kWidth, level.rows, level.columns, 1};
  if (n > 0) level.in = buffer();
  for (int c = 0; c < kPerBlock; ++c) {
    level.encoded[c] = buffer();
    const PixelBuffer& input = c > 0 ? level.encoded[c - 1] : level.in;
    if (n > 0 || c > 0)
      level.down.push_back(OneDnnLayer::convolution(shape, parameters(n * kPerBlock + c), input.data(),
                                                    level.encoded[c].data()));
  }
  if (n + 1 == kLevels) return;
  level.skip = PixelBuffer(level.pixels(), sizeof(float));
  if (!fuses_sum()) level.up = PixelBuffer(level.pixels(), sizeof(float));
  level.decoded = {int8() ? buffer() : level.up, buffer()};
  build_upsampling(n);
  level.up_and_skip.push_back(
      OneDnnLayer::convolution(shape, skip_parameters(n), level.encoded.back().data(), level.skip.data()));
  for (int c = 1; c < kPerBlock; ++c) {
    const int index = first_of_decoder(n) + c;
    if (index + 1 == static_cast<int>(convolutions_.size())) break;
    level.onward.push_back(OneDnnLayer::convolution(
        shape, parameters(index), level.decoded[(c - 1) % 2].data(), level.decoded[c % 2].data()));
  }
}

void UnetTrunk::build_upsampling(int n) {
  Level &level = levels_[n], &below = levels_[n + 1];
  const PixelBuffer& from = n + 2 == kLevels ? below.encoded.back() : below.decoded.front();
  const LayerShape shape{1, kWidth, kWidth, below.rows, below.columns, 1};
  LayerParameters parameters = half_parameters(n, false);
  parameters.weights = upsampling_weights(parameters.weights);
  level.up_and_skip.push_back(fuses_sum()
                                  ? OneDnnLayer::upsampling(shape, parameters, from.data(),
                                                            level.decoded[0].data(), level.skip.data())
                                  : OneDnnLayer::upsampling(shape, parameters, from.data(), level.up.data()));
}

/// The weights of a last convolution to one plane, in the order of plane_convolutions.h.
void UnetTrunk::build_last_plane() {
  last_weights_ = ohwi_weights(convolutions_.back());
  if (int8())
    quantized_last_ = quantized_weights(last_weights_, scales_of(static_cast<int>(convolutions_.size()) - 2));
}

void UnetTrunk::build_last() {
  const FoldedConvolution& source = convolutions_.back();
  const int last = static_cast<int>(convolutions_.size()) - 1;
  Level& level = levels_[0];
  if (finishes_in_one_plane()) {
    build_last_plane();
    return;
  }
  const LayerParameters parameters{source.weights, source.bias, scales_of(last - 1), {}};
  last_pixels_.resize(static_cast<std::size_t>(level.pixels()) * source.out);
  last_.push_back(OneDnnLayer::convolution({1, kWidth, source.out, level.rows, level.columns, 1}, parameters,
                                           level.decoded[1].data(), last_pixels_.data()));
}

void UnetTrunk::call_observer(int convolution, const PixelBuffer& values, const Level& level) const {
  if (observer_ && !int8()) observer_(convolution, values.as<float>(), level.pixels());
}

void UnetTrunk::activate_first(std::ptrdiff_t begin, std::ptrdiff_t end) {
  const float* sums = first_sums() + begin * kWidth;
  const PixelBuffer& out = levels_[0].encoded[0];
  if (int8())
    activate_pixels(sums, end - begin, first_inverse_scales_.data(), activation_limit(),
                    out.as<std::uint8_t>() + begin * kWidth);
  else
    activate_pixels(sums, end - begin, out.as<float>() + begin * kWidth);
  if (end - begin == levels_[0].pixels()) call_observer(0, out, levels_[0]);
}

void UnetTrunk::encode(int n) {
  Level& level = levels_[static_cast<std::size_t>(n)];
  int c = n == 0 ? 1 : 0;
  for (OneDnnLayer& layer : level.down) {
    layer.run();
    call_observer(n * kPerBlock + c, level.encoded[static_cast<std::size_t>(c)], level);
    ++c;
  }
}

void UnetTrunk::pool(int n) {
  const Level& level = levels_[static_cast<std::size_t>(n)];
  pool(n, {0, level.rows, 0, level.columns});
}

void UnetTrunk::pool(int n, const PixelRegion& region) {
  const Level &above = levels_[static_cast<std::size_t>(n) - 1],
              &level = levels_[static_cast<std::size_t>(n)];
  const PixelBuffer& from = above.encoded.back();
  if (int8())
    pool_pixels(from.as<std::uint8_t>(), above.columns, region, level.in.as<std::uint8_t>());
  else
    pool_pixels(from.as<float>(), above.columns, region, level.in.as<float>());
}

void UnetTrunk::skip(int n) {
  levels_[static_cast<std::size_t>(n)].up_and_skip[1].run();
}

void UnetTrunk::sum_halves(int n) {
  Level& level = levels_[static_cast<std::size_t>(n)];
  const float *up = level.up.as<float>(), *skipped = level.skip.as<float>();
  if (int8()) {
    const std::vector<float> scales = inverses(scales_of(first_of_decoder(n)));
    activate_sum(up, skipped, level.pixels(), scales.data(), activation_limit(),
                 level.decoded[0].as<std::uint8_t>());
  } else {
    activate_sum(up, skipped, level.pixels(), level.decoded[0].as<float>());
  }
}

void UnetTrunk::decode(int n) {
  Level& level = levels_[static_cast<std::size_t>(n)];
  const int first = first_of_decoder(n);
  level.up_and_skip[0].run();
  if (!fuses_sum()) sum_halves(n);
  call_observer(first, level.decoded[0], level);
  int c = 1;
  for (OneDnnLayer& layer : level.onward) {
    layer.run();
    call_observer(first + c, level.decoded[static_cast<std::size_t>(c % 2)], level);
    ++c;
  }
}

double UnetTrunk::operations(int from_level) const {
  const FoldedConvolution& last = convolutions_.back();
  double sum = 2.0 * static_cast<double>(levels_[0].pixels()) * last.in * last.out * kKernelSize;
  for (int n = 0; n < kLevels; ++n) {
    const Level& level = levels_[n];
    for (const OneDnnLayer& layer : level.onward) sum += layer.operations();
    if (!level.up_and_skip.empty()) sum += level.up_and_skip[0].operations();
    if (n < from_level) continue;
    for (const OneDnnLayer& layer : level.down) sum += layer.operations();
    if (!level.up_and_skip.empty()) sum += level.up_and_skip[1].operations();
  }
  return sum;
}

void UnetTrunk::finish_in_one_plane(float* plane) const {
  const Level& level = levels_[0];
  const float* bias = convolutions_.back().bias.data();
  const auto* quantized = level.decoded[1].as<std::uint8_t>();
  const auto* exact = level.decoded[1].as<float>();
  if (int8() && unfold_ == 1)
    convolve_to_plane(quantized, level.rows, level.columns, quantized_last_.integers.data(),
                      quantized_last_.scales.front(), bias[0], plane);
  else if (int8())
    convolve_to_squares(quantized, level.rows, level.columns, quantized_last_.integers.data(),
                        quantized_last_.scales.data(), bias, plane);
  else if (unfold_ == 1)
    convolve_to_plane(exact, level.rows, level.columns, last_weights_.data(), bias[0], plane);
  else
    convolve_to_squares(exact, level.rows, level.columns, last_weights_.data(), bias, plane);
}

void UnetTrunk::finish(float* planes) {
  Level& level = levels_[0];
  const FoldedConvolution& source = convolutions_.back();
  if (!last_weights_.empty()) {
    finish_in_one_plane(planes);
    return;
  }
  last_.front().run();
  const std::ptrdiff_t pixels = level.pixels();
  for (std::ptrdiff_t pixel = 0; pixel < pixels; ++pixel)
    for (int channel = 0; channel < source.out; ++channel)
      planes[channel * pixels + pixel] = last_pixels_[static_cast<std::size_t>(pixel * source.out + channel)];
}

}  // namespace skiagraph::inference
