#include "core/inference/calibrate.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/inference/folded_convolutions.h"
#include "core/inference/onednn/compiled_network.h"
#include "core/networks/heat_maps.h"
#include "core/networks/marker_search.h"
#include "core/networks/picture_fold.h"

namespace skiagraph::inference {
namespace {

using torch::Tensor;

constexpr int kQuantised = networks::UnetShape::kConvolutions - 1, kWidth = networks::UnetShape::kFilters;
constexpr float kLargestInteger = 255;

/// For each output channel of a convolution: the largest weight with which a following convolution reads it.
std::vector<float> largest_weights(const FoldedConvolutions& convolutions, int source) {
  std::vector<float> largest(kWidth, 1e-12F);
  const auto add = [&](int reader, int first_channel) {
    const FoldedConvolution& c = convolutions[static_cast<std::size_t>(reader)];
    constexpr int kTaps = 9;
    for (std::size_t n = 0; n < c.weights.size(); ++n) {
      const int channel = static_cast<int>(n) / kTaps % c.in - first_channel;
      if (channel >= 0 && channel < kWidth)
        largest[channel] = std::max(largest[channel], std::abs(c.weights[n]));
    }
  };
  add(source + 1, 0);
  constexpr int kPerBlock = networks::UnetShape::kConvolutionsPerBlock;
  const int block = source / kPerBlock;
  if (block < networks::UnetShape::kPoolings && source % kPerBlock == kPerBlock - 1)
    add((networks::UnetShape::kBlocks - 1 - block) * kPerBlock, kWidth);  // the skip connection
  return largest;
}

/// Weights are multiplied by the scale of the channel that they read before they are rounded to int8, all
/// with one scale. So where a channel's scale is small its weights round to few integers or to 0. This
/// enlarges the scales of such channels, until their products are a quarter of the largest one: activations
/// lose precision that they do not need, weights gain it.
void balance(QuantizationScales& scales, const FoldedConvolutions& convolutions) {
  constexpr float kShare = 0.25F;
  for (int source = 0; source < kQuantised; ++source) {
    const std::vector<float> weights = largest_weights(convolutions, source);
    std::vector<float>& own = scales.of_convolution[static_cast<std::size_t>(source)];
    float largest = 0;
    for (int c = 0; c < kWidth; ++c) largest = std::max(largest, own[c] * weights[c]);
    for (int c = 0; c < kWidth; ++c) own[c] = std::max(own[c], kShare * largest / weights[c]);
  }
}

/// A float32 network that records the largest activation of each channel, averaged over its runs. The mean is
/// taken rather than the maximum: an outlier of one person may be clipped, but must not make the scales
/// coarse for everybody.
class ObservedNetwork {
 public:
  ObservedNetwork(const networks::Unet& network, std::int64_t rows, std::int64_t columns)
      : out_(network->out_channels()),
        rows_(rows),
        columns_(columns),
        convolutions_(folded_convolutions(networks::weights_of(network))),
        network_(convolutions_, static_cast<int>(rows), static_cast<int>(columns)),
        sum_of_largest_(kQuantised, std::vector<float>(kWidth, 0.0F)) {
    network_.observe([this](int convolution, const float* values, std::ptrdiff_t pixels) {
      std::vector<float> largest(kWidth, 0.0F);
      for (std::ptrdiff_t pixel = 0; pixel < pixels; ++pixel)
        for (int c = 0; c < kWidth; ++c) largest[c] = std::max(largest[c], values[pixel * kWidth + c]);
      std::vector<float>& sum = sum_of_largest_[static_cast<std::size_t>(convolution)];
      for (int c = 0; c < kWidth; ++c) sum[c] += largest[c];
    });
  }
  ObservedNetwork(const ObservedNetwork&) = delete;
  ObservedNetwork& operator=(const ObservedNetwork&) = delete;

  /// (1, in, H, W) -> (1, out, H, W)
  Tensor run(const Tensor& input) {
    ++runs_;
    const Tensor planes = input.contiguous();
    Tensor out = torch::empty({1, out_, rows_, columns_});
    network_.run({planes.data_ptr<float>(), static_cast<std::size_t>(planes.numel())},
                 {out.data_ptr<float>(), static_cast<std::size_t>(out.numel())});
    return out;
  }

  [[nodiscard]] QuantizationScales scales() const {
    QuantizationScales scales{sum_of_largest_};
    for (auto& channels : scales.of_convolution)
      for (float& scale : channels)
        scale = std::max(scale / static_cast<float>(std::max(1, runs_)) / kLargestInteger, kLeastScale);
    balance(scales, convolutions_);
    return scales;
  }

 private:
  std::int64_t out_, rows_, columns_;
  FoldedConvolutions convolutions_;
  CompiledNetwork network_;
  std::vector<std::vector<float>> sum_of_largest_;  ///< by convolution and channel
  int runs_ = 0;
};

}  // namespace

Calibration calibrate(networks::Networks& networks, const tensors::Dataset& dataset,
                      const CalibrationOptions& options, const ProgressFunction& progress,
                      const CancelToken* cancel) {
  const geometry::CanonicalFrame& frame = networks.frame;
  if (!(dataset.frame == frame))
    throw InputError("dataset.frame", "The data set and the networks are of different picture frames.");
  const Tensor people = dataset.indices(tensors::Split::kValidation).slice(0, 0, options.most_people);
  if (people.numel() == 0)
    throw InputError("dataset.validation", "The data set has no people in its validation split.");
  const torch::InferenceMode inference;
  const int fold = networks.fold, shrink = networks.marker_shrink;
  const std::int64_t rows = frame.rows / fold, columns = frame.columns / fold;
  ObservedNetwork t(networks.t, rows, columns), cign(networks.cign, rows, columns),
      mpn(networks.mpn, rows / shrink, columns / shrink);
  for (std::int64_t n = 0; n < people.numel(); ++n) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    if (progress) progress(static_cast<double>(n) / static_cast<double>(people.numel()), "Calibrating");
    const Tensor surface =
        dataset.surface[people[n].item<std::int64_t>()].to(torch::kFloat32).unsqueeze(0).contiguous();
    const auto picture_of = [&](const Tensor& answer) {
      return networks::unfold_pictures(answer, fold).clamp(0, 1);
    };
    Tensor picture = picture_of(t.run(networks::fold_pictures(surface, fold)));
    for (int iteration = 0; iteration < options.iterations; ++iteration) {
      const Tensor seen = torch::avg_pool2d(torch::cat({surface, picture}, 1), {shrink, shrink});
      const Tensor maps = mpn.run(networks::fold_pictures(seen, fold));
      const Tensor places =
          networks::places_in_larger(networks::decode_heat_maps(maps).positions, shrink * fold);
      picture = picture_of(cign.run(networks::cign_input(surface, places, fold)));
    }
  }
  if (progress) progress(1, "Calibrating");
  return {{t.scales(), mpn.scales(), cign.scales()}};
}

}  // namespace skiagraph::inference
