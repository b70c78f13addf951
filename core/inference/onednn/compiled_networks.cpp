#include "core/inference/onednn/compiled_networks.h"

#include <algorithm>

#include "core/inference/marker_decoding.h"
#include "core/inference/onednn/compiled_generator.h"
#include "core/inference/onednn/compiled_network.h"
#include "core/inference/onednn/pixel_loops.h"
#include "core/inference/onednn/thread_count_tuner.h"

namespace skiagraph::inference {
namespace {

std::optional<QuantizationScales> scales_for(const std::optional<Calibration>& calibration,
                                             networks::NetworkId id) {
  if (!calibration) return std::nullopt;
  return calibration->scales[static_cast<std::size_t>(id)];
}

void clamp_to_unit(std::vector<float>& values) {
  for (float& value : values) value = std::clamp(value, 0.0F, 1.0F);
}

class CompiledNetworks : public LoopNetworks {
 public:
  CompiledNetworks(const networks::NetworkWeights& weights, const std::optional<Calibration>& calibration)
      : frame_(weights.frame),
        shrink_(weights.marker_shrink),
        t_(folded_convolutions(weights.network(networks::NetworkId::kT)), frame_.rows, frame_.columns,
           scales_for(calibration, networks::NetworkId::kT)),
        mpn_(folded_convolutions(weights.network(networks::NetworkId::kMpn)), frame_.rows / shrink_,
             frame_.columns / shrink_, scales_for(calibration, networks::NetworkId::kMpn)),
        cign_(folded_convolutions(weights.network(networks::NetworkId::kCign)), frame_.rows, frame_.columns,
              scales_for(calibration, networks::NetworkId::kCign)) {
    mpn_input_.resize(3 * small_pixels());
    heat_maps_.resize(kMarkerCount * small_pixels());
  }

  void set_surface(const geometry::SurfaceImage& surface) override {
    surface_ = geometry::surface_planes(surface);
    cign_.set_surface(surface_);
    for (std::size_t channel = 0; channel < 2; ++channel)
      shrink_plane(surface_.data() + channel * pixels(), frame_.rows, frame_.columns, shrink_,
                   mpn_input_.data() + channel * small_pixels());
  }

  std::vector<float> first_xray() override {
    std::vector<float> xray(pixels());
    t_threads_.run([&] { t_.run(surface_, xray); });
    clamp_to_unit(xray);
    return xray;
  }

  std::vector<float> xray_of(const MarkerPositions& markers) override {
    std::vector<float> xray(pixels());
    cign_threads_.run([&] { cign_.run(markers, xray); });
    clamp_to_unit(xray);
    return xray;
  }

  FoundMarkers markers_in(const std::vector<float>& xray) override {
    shrink_plane(xray.data(), frame_.rows, frame_.columns, shrink_, mpn_input_.data() + 2 * small_pixels());
    mpn_threads_.run([&] { mpn_.run(mpn_input_, heat_maps_); });
    FoundMarkers found = decode_planes(heat_maps_, frame_.rows / shrink_, frame_.columns / shrink_);
    for (Pixel& position : found.positions)  // as places_in_larger()
      position = {(position.row + 0.5) * shrink_ - 0.5, (position.column + 0.5) * shrink_ - 0.5};
    for (double& sd : found.sd_px) sd *= shrink_;
    return found;
  }

 private:
  [[nodiscard]] std::size_t pixels() const { return static_cast<std::size_t>(frame_.rows) * frame_.columns; }
  [[nodiscard]] std::size_t small_pixels() const {
    return pixels() / (static_cast<std::size_t>(shrink_) * shrink_);
  }

  geometry::CanonicalFrame frame_;
  int shrink_;
  CompiledNetwork t_, mpn_;
  CompiledGenerator cign_;
  ThreadCountTuner t_threads_, cign_threads_, mpn_threads_;
  std::vector<float> surface_, mpn_input_, heat_maps_;
};

}  // namespace

std::unique_ptr<LoopNetworks> make_compiled_networks(const networks::NetworkWeights& weights,
                                                     const std::optional<Calibration>& calibration) {
  return std::make_unique<CompiledNetworks>(weights, calibration);
}

}  // namespace skiagraph::inference
