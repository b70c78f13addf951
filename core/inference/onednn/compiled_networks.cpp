#include "core/inference/onednn/compiled_networks.h"

#include <algorithm>

#include "core/inference/marker_decoding.h"
#include "core/inference/onednn/compiled_generator.h"
#include "core/inference/onednn/compiled_network.h"
#include "core/inference/onednn/compiled_super_resolution.h"
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
        fold_(weights.fold),
        shrink_(weights.marker_shrink),
        rows_(frame_.rows / fold_),
        columns_(frame_.columns / fold_),
        t_(folded_convolutions(weights.network(networks::NetworkId::kT)), rows_, columns_,
           scales_for(calibration, networks::NetworkId::kT), fold_),
        mpn_(folded_convolutions(weights.network(networks::NetworkId::kMpn)), rows_ / shrink_,
             columns_ / shrink_, scales_for(calibration, networks::NetworkId::kMpn)),
        cign_(folded_convolutions(weights.network(networks::NetworkId::kCign)), rows_, columns_,
              scales_for(calibration, networks::NetworkId::kCign), fold_) {
    if (weights.super_resolution)
      super_resolution_.emplace(*weights.super_resolution, calibration.has_value());
    fine_input_.resize(3 * pixels());
    surface_.resize(2 * pixels());
    mpn_input_.resize(3 * small_pixels());
    heat_maps_.resize(kMarkerCount * small_pixels() / (static_cast<std::size_t>(fold_) * fold_));
  }

  void set_surface(const geometry::SurfaceImage& surface) override {
    const std::vector<float> planes = geometry::surface_planes(surface);
    std::ranges::copy(planes, fine_input_.begin());
    for (std::size_t channel = 0; channel < 2; ++channel) {
      const float* plane = planes.data() + channel * pixels();
      fold_plane(plane, 1, surface_.data() + channel * pixels());
      fold_plane(plane, shrink_, mpn_input_.data() + channel * small_pixels());
    }
    cign_.set_surface(surface_);
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
    fold_plane(xray.data(), shrink_, mpn_input_.data() + 2 * small_pixels());
    mpn_threads_.run([&] { mpn_.run(mpn_input_, heat_maps_); });
    FoundMarkers found = decode_planes(heat_maps_, rows_ / shrink_, columns_ / shrink_);
    const int larger = shrink_ * fold_;
    for (Pixel& position : found.positions)  // as places_in_larger()
      position = {(position.row + 0.5) * larger - 0.5, (position.column + 0.5) * larger - 0.5};
    for (double& sd : found.sd_px) sd *= larger;
    return found;
  }

  std::vector<float> fine_xray(const std::vector<float>& xray) override {
    if (!super_resolution_) return xray;
    std::ranges::copy(xray, fine_input_.begin() + static_cast<std::ptrdiff_t>(2 * pixels()));
    std::vector<float> fine(networks::SuperResolutionShape::kSquare * pixels());
    fine_threads_.run([&] { super_resolution_->run(fine_input_, fine); });
    clamp_to_unit(fine);
    return fine;
  }

 private:
  void fold_plane(const float* plane, int shrink, float* out) const {
    shrink_and_fold_plane(plane, frame_.rows, frame_.columns, shrink, fold_, out);
  }
  [[nodiscard]] std::size_t pixels() const { return static_cast<std::size_t>(frame_.rows) * frame_.columns; }
  [[nodiscard]] std::size_t small_pixels() const {
    return pixels() / (static_cast<std::size_t>(shrink_) * shrink_);
  }

  geometry::CanonicalFrame frame_;
  int fold_, shrink_;
  int rows_, columns_;  ///< of the folded pictures
  CompiledNetwork t_, mpn_;
  CompiledGenerator cign_;
  std::optional<CompiledSuperResolution> super_resolution_;
  ThreadCountTuner t_threads_, cign_threads_, mpn_threads_, fine_threads_;
  std::vector<float> surface_, mpn_input_, heat_maps_;  ///< pictures folded
  std::vector<float> fine_input_;                       ///< surface and X-ray as they are
};

}  // namespace

std::unique_ptr<LoopNetworks> make_compiled_networks(const networks::NetworkWeights& weights,
                                                     const std::optional<Calibration>& calibration) {
  return std::make_unique<CompiledNetworks>(weights, calibration);
}

}  // namespace skiagraph::inference
