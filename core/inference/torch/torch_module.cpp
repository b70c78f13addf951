#include "core/inference/torch/torch_module.h"

#include <torch/types.h>

#include "core/networks/device.h"
#include "core/networks/marker_search.h"
#include "core/networks/networks.h"
#include "core/networks/picture_fold.h"
#include "core/networks/super_resolution.h"
#include "core/tensors/torch_errors.h"

namespace skiagraph::inference {
namespace {

using torch::Tensor;

/// Calls `work` without recording for gradients.
template <typename Work>
auto infer(const Work& work) {
  return tensors::translating_torch([&] {
    const torch::InferenceMode inference;
    return work();
  });
}

Tensor to_tensor(const MarkerPositions& positions) {
  auto tensor = torch::empty({1, kMarkerCount, 2});
  auto out = tensor.accessor<float, 3>();
  for (int n = 0; n < kMarkerCount; ++n) {
    out[0][n][0] = static_cast<float>(positions[n].row);
    out[0][n][1] = static_cast<float>(positions[n].column);
  }
  return tensor;
}

std::vector<float> values_of(const Tensor& xray) {
  const Tensor values = xray.clamp(0, 1).to(torch::kCPU, torch::kFloat32).contiguous();
  const float* first = values.data_ptr<float>();
  return {first, first + values.numel()};
}

class TorchNetworks : public LoopNetworks {
 public:
  TorchNetworks(const networks::NetworkWeights& weights, torch::Device device)
      : device_(device), frame_(weights.frame), fold_(weights.fold), marker_shrink_(weights.marker_shrink) {
    networks::Networks networks = networks::networks_with(weights);
    for (const networks::NetworkId id : networks::kNetworkIds) {
      networks_[static_cast<std::size_t>(id)] = networks.network(id)->folded();
      networks_[static_cast<std::size_t>(id)]->to(device_);
    }
    if (!weights.super_resolution) return;
    super_resolution_ = networks::super_resolution_with(*weights.super_resolution).ptr();
    super_resolution_->to(device_);
  }

  void set_surface(const geometry::SurfaceImage& surface) override {
    infer([&] { surface_ = planes(geometry::surface_planes(surface), 2); });
  }

  std::vector<float> first_xray() override {
    return infer([&] {
      return values_of(
          unfolded(network(networks::NetworkId::kT).forward(networks::fold_pictures(surface_, fold_))));
    });
  }

  std::vector<float> xray_of(const MarkerPositions& markers) override {
    return infer([&] {
      const Tensor input = networks::cign_input(surface_, to_tensor(markers), fold_);
      return values_of(unfolded(network(networks::NetworkId::kCign).forward(input)));
    });
  }

  FoundMarkers markers_in(const std::vector<float>& xray) override {
    return infer([&] {
      const networks::DecodedHeatMaps decoded =
          networks::find_markers(network(networks::NetworkId::kMpn),
                                 torch::cat({surface_, planes(xray, 1)}, 1), marker_shrink_, fold_);
      const Tensor places = decoded.positions.to(torch::kCPU).contiguous(),
                   spreads = decoded.sd.to(torch::kCPU).contiguous();
      const auto place = places.accessor<float, 3>();
      const auto spread = spreads.accessor<float, 2>();
      FoundMarkers found{};
      for (int n = 0; n < kMarkerCount; ++n) {
        found.positions[n] = {place[0][n][0], place[0][n][1]};
        found.sd_px[n] = spread[0][n];
      }
      return found;
    });
  }

  std::vector<float> fine_xray(const std::vector<float>& xray) override {
    if (super_resolution_ == nullptr) return xray;
    return infer([&] {
      const Tensor means = planes(xray, 1);
      return values_of(networks::with_detail(means, super_resolution_->forward(surface_, means)));
    });
  }

 private:
  networks::UnetImpl& network(networks::NetworkId id) { return *networks_[static_cast<std::size_t>(id)]; }

  [[nodiscard]] Tensor unfolded(const Tensor& xray) const { return networks::unfold_pictures(xray, fold_); }

  /// (1, channels, H, W)
  Tensor planes(const std::vector<float>& values, std::int64_t channels) const {
    return torch::tensor(at::ArrayRef<float>(values))
        .reshape({1, channels, frame_.rows, frame_.columns})
        .to(device_);
  }

  torch::Device device_;
  geometry::CanonicalFrame frame_;
  int fold_, marker_shrink_;
  std::array<std::shared_ptr<networks::UnetImpl>, networks::kNetworkIds.size()> networks_;
  std::shared_ptr<networks::SuperResolutionImpl> super_resolution_;  ///< or null
  Tensor surface_;
};

std::string device_of(const std::string& name) {
  return networks::device_named(name).str();
}

std::unique_ptr<LoopNetworks> networks_of(const networks::NetworkWeights& weights,
                                          const std::string& device) {
  networks::use_all_processors();
  return infer([&] { return std::make_unique<TorchNetworks>(weights, networks::device_named(device)); });
}

}  // namespace
}  // namespace skiagraph::inference

extern "C" const skiagraph::inference::TorchModule& skiagraph_torch_module() {
  static const skiagraph::inference::TorchModule module{skiagraph::inference::device_of,
                                                        skiagraph::inference::networks_of};
  return module;
}
