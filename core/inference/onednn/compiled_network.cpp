#include "core/inference/onednn/compiled_network.h"

#include "core/inference/onednn/onednn_errors.h"
#include "core/inference/onednn/plane_convolutions.h"
#include "core/inference/onednn/unet_trunk.h"
#include "core/inference/onednn/weight_layouts.h"

namespace skiagraph::inference {

class CompiledNetwork::Impl {
 public:
  Impl(const FoldedConvolutions& convolutions, int rows, int columns,
       const std::optional<QuantizationScales>& scales, int unfold)
      : first_(convolutions.front()),
        first_weights_(ihwo_weights(first_)),
        out_(convolutions.back().out),
        trunk_(convolutions, rows, columns, scales, unfold) {
    if (unfold > 1 && out_ != unfold * unfold)
      throw Error("networks.shape", "The network does not predict a folded X-ray.");
  }

  void run(std::span<const float> planes, std::span<float> out) {
    UnetTrunk::Level& top = trunk_.level(0);
    const auto pixels = static_cast<std::size_t>(top.pixels());
    if (planes.size() != pixels * first_.in || out.size() != pixels * out_)
      throw Error("networks.size", "A compiled network was given pictures of another size.");
    convolve_planes(planes.data(), first_.in, top.rows, top.columns, first_weights_.data(),
                    first_.bias.data(), trunk_.first_sums());
    trunk_.activate_first();
    for (int level = 0; level < UnetTrunk::kLevels; ++level) {
      if (level > 0) trunk_.pool(level);
      trunk_.encode(level);
      if (level + 1 < UnetTrunk::kLevels) trunk_.skip(level);
    }
    for (int level = UnetTrunk::kLevels - 2; level >= 0; --level) trunk_.decode(level);
    trunk_.finish(out.data());
  }

  void observe(Observer observer) { trunk_.observe(std::move(observer)); }

 private:
  FoldedConvolution first_;
  std::vector<float> first_weights_;
  int out_;
  UnetTrunk trunk_;
};

CompiledNetwork::CompiledNetwork(const FoldedConvolutions& convolutions, int rows, int columns,
                                 const std::optional<QuantizationScales>& scales, int unfold)
    : impl_(translating_onednn(
          [&] { return std::make_unique<Impl>(convolutions, rows, columns, scales, unfold); })) {}
CompiledNetwork::~CompiledNetwork() = default;
CompiledNetwork::CompiledNetwork(CompiledNetwork&&) noexcept = default;
CompiledNetwork& CompiledNetwork::operator=(CompiledNetwork&&) noexcept = default;

void CompiledNetwork::run(std::span<const float> planes, std::span<float> out) {
  translating_onednn([&] { impl_->run(planes, out); });
}

void CompiledNetwork::observe(Observer observer) {
  impl_->observe(std::move(observer));
}

}  // namespace skiagraph::inference
