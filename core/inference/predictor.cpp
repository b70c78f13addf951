#include "core/inference/predictor.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "core/base/error.h"
#include "core/inference/acceleration.h"
#include "core/inference/calibration.h"
#include "core/inference/compute_type_choice.h"
#include "core/inference/mean_jacobian.h"
#include "core/inference/torch/torch_networks.h"
#include "core/networks/network_weights.h"

namespace skiagraph::inference {
namespace {

double largest_move(const MarkerPositions& from, const MarkerEstimates& to) {
  double largest = 0;
  for (int n = 0; n < kMarkerCount; ++n)
    largest = std::max(largest,
                       std::hypot(to[n].position.row - from[n].row, to[n].position.column - from[n].column));
  return largest;
}

/// What the networks found, with the pinned markers where they are held.
MarkerEstimates estimates(const FoundMarkers& found, const LoopRequest& request) {
  const double mm_per_px = request.surface->placement.mm_per_px();
  MarkerEstimates markers;
  for (int n = 0; n < kMarkerCount; ++n)
    markers[n] = {found.places[n], found.places[n], found.spreads[n] * mm_per_px, false};
  for (const Pin& pin : request.pins) {
    MarkerEstimate& marker = markers[static_cast<std::size_t>(pin.marker)];
    marker.position = pin.position;
    marker.pinned = true;
  }
  return markers;
}

/// The networks' picture as that of a body so many times the standard size.
std::vector<float> of_own_size(std::vector<float> picture, double size) {
  for (float& pixel : picture) pixel = std::min(1.0F, pixel * static_cast<float>(size));
  return picture;
}

/// The form that the options or the environment ask for.
std::optional<ComputeType> requested_type(const PredictorOptions& options) {
  if (options.form) return options.form;
  const char* variable = std::getenv("SKIAGRAPH_NETWORKS");
  if (variable == nullptr || *variable == '\0') return std::nullopt;
  const std::optional<ComputeType> form = compute_type_named(variable);
  if (!form)
    throw InputError("SKIAGRAPH_NETWORKS is \"" + std::string(variable) +
                     "\"; it may be libtorch, float32 or int8.");
  return form;
}

}  // namespace

MarkerPositions positions_of(const MarkerEstimates& markers) {
  MarkerPositions positions;
  for (int n = 0; n < kMarkerCount; ++n) positions[n] = markers[n].position;
  return positions;
}

class Predictor::Impl {
 public:
  Impl(const std::filesystem::path& models, const std::string& device, const PredictorOptions& options) {
    device_name_ = torch_device(device);
    const networks::NetworkWeights weights = networks::read_network_weights(models);
    frame_ = weights.frame;
    const auto name = weights.metadata.find("model");
    name_ = name == weights.metadata.end() ? models.filename().string() : name->second;
    const std::string checksum = networks::weights_checksum(weights);
    slope_ = read_mean_jacobian(mean_jacobian_path(models), checksum);
    if (device_name_ != "cpu") {
      networks_.exact = networks_.fast = make_torch_networks(weights, device_name_);
      return;
    }
    const auto calibration = read_calibration(calibration_path(models), checksum);
    const std::string key = processor_key() + ", weights " + checksum + (calibration ? ", int8" : "");
    networks_ =
        choose_networks(weights, calibration, requested_type(options), ComputeTypeCache(options.cache), key);
  }

  LoopResult run(const LoopRequest& request, const CancelToken* cancel,
                 const std::function<void(const LoopIteration&)>& observe);

  geometry::CanonicalFrame frame_;
  std::string name_, device_name_;
  ChosenNetworks networks_;

 private:
  [[nodiscard]] Acceleration acceleration_for(const LoopRequest& request) const;
  LoopNetworks& networks_for(const LoopRequest& request);
  void check(const LoopRequest& request) const;

  std::optional<MeanJacobian> slope_;
  /// What the networks were last told of, in exact and fast form. Kept, so that no other takes its address.
  std::shared_ptr<const geometry::SurfaceImage> exact_surface_, fast_surface_;
};

/// Told of the request's surface, unless they know it already.
LoopNetworks& Predictor::Impl::networks_for(const LoopRequest& request) {
  const bool fast = request.precision == Precision::kDraft && networks_.fast != networks_.exact;
  LoopNetworks& networks = fast ? *networks_.fast : *networks_.exact;
  std::shared_ptr<const geometry::SurfaceImage>& known = fast ? fast_surface_ : exact_surface_;
  if (known != request.surface) {
    known.reset();
    networks.set_surface(*request.surface);
    known = request.surface;
  }
  return networks;
}

Acceleration Predictor::Impl::acceleration_for(const LoopRequest& request) const {
  if (!slope_) return {};
  std::vector<Marker> pinned;
  for (const Pin& pin : request.pins) pinned.push_back(pin.marker);
  return Acceleration(slope_->newton(pinned));
}

void Predictor::Impl::check(const LoopRequest& request) const {
  if (request.surface == nullptr) throw Error("The loop needs a surface image.");
  if (!(request.surface->placement.frame() == frame_))
    throw InputError("The surface image and the networks are of different frames.");
  for (const Pin& pin : request.pins) {
    const bool inside = pin.position.row >= 0 && pin.position.row <= frame_.rows - 1 &&
                        pin.position.column >= 0 && pin.position.column <= frame_.columns - 1;
    if (!inside)
      throw InputError("The pin of " + std::string(info(pin.marker).name) + " lies outside the picture.");
    if (static_cast<int>(pin.marker) >= kMarkerCount)
      throw InputError("The networks do not know the marker " + std::string(info(pin.marker).name) + ".");
  }
}

LoopResult Predictor::Impl::run(const LoopRequest& request, const CancelToken* cancel,
                                const std::function<void(const LoopIteration&)>& observe) {
  check(request);
  const auto begun = std::chrono::steady_clock::now();
  LoopNetworks& networks = networks_for(request);

  LoopResult result;
  std::vector<float> picture;
  const double size = imaging::xray_size_factor(request.surface->placement.torso_mm());
  const auto report = [&](int number, double move) {
    if (observe) observe({number, {frame_, of_own_size(picture, size)}, result.markers, move});
  };
  MarkerPositions current;
  if (request.start) {
    current = *request.start;
    for (const Pin& pin : request.pins) current[static_cast<std::size_t>(pin.marker)] = pin.position;
  } else {
    picture = networks.first_picture();
    result.markers = estimates(networks.markers_in(picture), request);
    current = positions_of(result.markers);
    report(0, 0);
  }
  Acceleration acceleration = acceleration_for(request);
  while (result.iterations < request.max_iterations && !result.converged) {
    picture = networks.picture_of(current);
    result.markers = estimates(networks.markers_in(picture), request);
    const double move = largest_move(current, result.markers);
    const MarkerPositions answer = positions_of(result.markers);
    current = request.accelerated ? acceleration.next(current, answer) : answer;
    for (int n = 0; n < kMarkerCount; ++n) result.markers[n].position = current[n];
    ++result.iterations;
    result.max_move_px.push_back(move);
    result.converged = move <= request.tolerance_px;
    report(result.iterations, move);
    if (cancel != nullptr && cancel->cancelled()) break;
  }
  result.xray = {frame_, of_own_size(std::move(picture), size)};
  result.milliseconds =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
  return result;
}

Predictor::Predictor(const std::filesystem::path& models, const std::string& device,
                     const PredictorOptions& options)
    : impl_(std::make_unique<Impl>(models, device, options)) {}
Predictor::~Predictor() = default;
Predictor::Predictor(Predictor&&) noexcept = default;
Predictor& Predictor::operator=(Predictor&&) noexcept = default;

const geometry::CanonicalFrame& Predictor::frame() const {
  return impl_->frame_;
}
const std::string& Predictor::device() const {
  return impl_->device_name_;
}
const std::string& Predictor::model_name() const {
  return impl_->name_;
}
ComputeType Predictor::form(Precision precision) const {
  return precision == Precision::kDraft ? impl_->networks_.fast_type : impl_->networks_.exact_type;
}

LoopResult Predictor::run(const LoopRequest& request, const CancelToken* cancel,
                          const std::function<void(const LoopIteration&)>& observe) {
  return impl_->run(request, cancel, observe);
}

}  // namespace skiagraph::inference
