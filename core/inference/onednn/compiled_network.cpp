#include "core/inference/onednn/compiled_network.h"

#include "core/inference/onednn/first_taps.h"
#include "core/inference/onednn/onednn_errors.h"
#include "core/inference/onednn/unet_trunk.h"

namespace skiagraph::inference {

class CompiledNetwork::Impl {
 public:
  Impl(const FoldedConvolutions& convolutions, int rows, int columns,
       const std::optional<QuantizationScales>& steps)
      : first_(convolutions.front()),
        taps_(first_taps(first_)),
        out_(convolutions.back().out),
        body_(convolutions, rows, columns, steps) {}

  void run(std::span<const float> planes, std::span<float> out) {
    UnetTrunk::Level& top = body_.level(0);
    const auto pixels = static_cast<std::size_t>(top.pixels());
    if (planes.size() != pixels * first_.in || out.size() != pixels * out_)
      throw Error("A compiled network was given pictures of another size.");
    convolve_planes(planes.data(), first_.in, top.rows, top.columns, taps_.data(), first_.bias.data(),
                    body_.first_sums());
    body_.activate_first();
    for (int level = 0; level < UnetTrunk::kLevels; ++level) {
      if (level > 0) body_.pool(level);
      body_.encode(level);
      if (level + 1 < UnetTrunk::kLevels) body_.skip(level);
    }
    for (int level = UnetTrunk::kLevels - 2; level >= 0; --level) body_.decode(level);
    body_.finish(out.data());
  }

  void observe(Observer observer) { body_.observe(std::move(observer)); }

 private:
  FoldedConvolution first_;
  std::vector<float> taps_;
  int out_;
  UnetTrunk body_;
};

CompiledNetwork::CompiledNetwork(const FoldedConvolutions& convolutions, int rows, int columns,
                                 const std::optional<QuantizationScales>& steps)
    : impl_(translating_onednn([&] { return std::make_unique<Impl>(convolutions, rows, columns, steps); })) {}
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
