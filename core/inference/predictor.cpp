#include "core/inference/predictor.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "core/base/environment.h"
#include "core/base/error.h"
#include "core/inference/acceleration.h"
#include "core/inference/calibration.h"
#include "core/inference/compute_type_choice.h"
#include "core/inference/mean_jacobian.h"
#include "core/inference/pinned_shift.h"
#include "core/inference/torch/torch_networks.h"
#include "core/networks/network_weights.h"
#include "core/networks/partial_xray.h"

namespace skiagraph::inference {
namespace {

double largest_move(const MarkerPositions& from, const MarkerEstimates& to) {
  double largest = 0;
  for (int n = 0; n < kMarkerCount; ++n)
    largest = std::max(largest,
                       std::hypot(to[n].position.row - from[n].row, to[n].position.column - from[n].column));
  return largest;
}

/// The markers that MPN found, as far as they deserve trust, shifted by `offset`; pinned ones are where their
/// pins are.
MarkerEstimates estimates(const FoundMarkers& found, const LearnedPeople& people,
                          const Eigen::VectorXd& trust, const MarkerPositions& offset,
                          const LoopRequest& request) {
  const double mm_per_px = request.surface->placement.mm_per_px();
  MarkerEstimates markers;
  const geometry::CanonicalFrame& frame = request.surface->placement.frame();
  const auto inside = [&](Pixel p) {
    return Pixel{std::clamp(p.row, 0.0, frame.rows - 1.0), std::clamp(p.column, 0.0, frame.columns - 1.0)};
  };
  for (int n = 0; n < kMarkerCount; ++n)
    markers[n] = {inside(people.trusted(static_cast<Marker>(n), found.positions[n], trust) + offset[n]),
                  found.positions[n], found.sd_px[n] * mm_per_px, 0, false};
  for (const Pin& pin : request.pins) {
    MarkerEstimate& marker = markers[static_cast<std::size_t>(pin.marker)];
    marker.position = pin.position;
    marker.pinned = true;
  }
  return markers;
}

/// How much brighter than the networks' X-rays, of standard size, those of this body are.
double size_of(const geometry::SurfaceImage& surface) {
  return imaging::xray_size_factor(surface.placement.torso_mm());
}

/// The networks' X-ray, of standard size, as that of a body `size` times as large.
std::vector<float> of_own_size(std::vector<float> xray, double size) {
  for (float& pixel : xray) pixel = std::min(1.0F, pixel * static_cast<float>(size));
  return xray;
}

/// The compute type that the options or the environment ask for.
std::optional<ComputeType> requested_type(const PredictorOptions& options) {
  if (options.compute_type) return options.compute_type;
  const std::optional<std::string> name = environment_variable("SKIAGRAPH_NETWORKS");
  if (!name) return std::nullopt;
  const std::optional<ComputeType> type = compute_type_named(*name);
  if (!type)
    throw InputError(
        "environment.networks",
        "The environment variable SKIAGRAPH_NETWORKS is \"{}\"; it may be libtorch, float32 or int8.", *name);
  return type;
}

}  // namespace

double margin_mm(const MarkerEstimate& marker) {
  return marker.margin_mm > 0 ? marker.margin_mm : kNormalMarginFactor * marker.confidence_mm;
}

MarkerPositions positions_of(const MarkerEstimates& markers) {
  MarkerPositions positions;
  for (int n = 0; n < kMarkerCount; ++n) positions[n] = markers[n].position;
  return positions;
}

class Predictor::Impl {
 public:
  using SurfacePointer = std::shared_ptr<const geometry::SurfaceImage>;

  Impl(const std::filesystem::path& models, const std::string& device, const PredictorOptions& options)
      : folder_(models) {
    device_name_ = torch_device(device);
    const networks::NetworkWeights weights = networks::read_network_weights(models);
    frame_ = weights.frame;
    fine_frame_ =
        weights.super_resolution ? refined(frame_, networks::SuperResolutionShape::kFactor) : frame_;
    fold_ = weights.fold;
    const auto name = weights.metadata.find("model");
    name_ = name == weights.metadata.end() ? models.filename().string() : name->second;
    checksum_ = networks::weights_checksum(weights);
    mean_jacobian_ = read_mean_jacobian(mean_jacobian_path(models), checksum_);
    learned_people_ = options.learned_people ? options.learned_people
                                             : read_learned_people(learned_people_path(models), checksum_);
    if (device_name_ != "cpu") {
      networks_.exact = networks_.fast = make_torch_networks(weights, device_name_);
      return;
    }
    const auto calibration = read_calibration(calibration_path(models), checksum_);
    const std::string key = processor_key() + ", weights " + checksum_ + (calibration ? ", int8" : "");
    networks_ =
        choose_networks(weights, calibration, requested_type(options), ComputeTypeCache(options.cache), key);
  }

  LoopResult run(const LoopRequest& request, const CancelToken* cancel,
                 const std::function<void(const LoopIteration&)>& observe);
  imaging::XrayImage xray_of(const SurfacePointer& surface, const MarkerPositions& markers,
                             Precision precision);
  imaging::XrayImage fine_xray(const SurfacePointer& surface, const imaging::XrayImage& xray,
                               Precision precision);
  MarkerEstimates markers_in(const SurfacePointer& surface, const imaging::XrayImage& xray,
                             std::span<const std::uint8_t> known, Precision precision);

  geometry::CanonicalFrame frame_, fine_frame_;
  int fold_ = 1;
  std::filesystem::path folder_;
  std::string name_, checksum_, device_name_;
  ChosenNetworks networks_;
  std::optional<LearnedPeople> learned_people_;

 private:
  [[nodiscard]] Acceleration acceleration_for(const LoopRequest& request, const Eigen::VectorXd& trust) const;
  /// The mean Jacobian of the loop whose answers are trusted so far.
  [[nodiscard]] std::optional<MeanJacobian> jacobian_for(const Eigen::VectorXd& trust) const;
  LoopNetworks& networks_for(const SurfacePointer& surface, Precision precision);
  void check(const SurfacePointer& surface) const;
  void check(const imaging::XrayImage& xray) const;
  void check(const LoopRequest& request) const;

  [[nodiscard]] MarkerPositions offset_for(const LoopRequest& request, const Eigen::VectorXd& trust,
                                           const CancelToken* cancel);
  void set_margins(LoopResult& result) const;
  void remember_rest(const LoopRequest& request, const LoopResult& result);

  std::optional<MeanJacobian> mean_jacobian_;
  /// Where the markers come to rest without pins on the surface that was last asked about.
  std::shared_ptr<const geometry::SurfaceImage> rest_surface_;
  MarkerPositions rest_{};
  /// The surfaces that the exact and the fast networks were last given. A surface is recognised by its
  /// address; these pointers keep it alive, so that no other surface can get the same address.
  std::shared_ptr<const geometry::SurfaceImage> exact_surface_, fast_surface_;
};

/// The networks for this precision. They are given the surface, unless they have it already.
LoopNetworks& Predictor::Impl::networks_for(const SurfacePointer& surface, Precision precision) {
  const bool fast = precision == Precision::kDraft && networks_.fast != networks_.exact;
  LoopNetworks& networks = fast ? *networks_.fast : *networks_.exact;
  SurfacePointer& given = fast ? fast_surface_ : exact_surface_;
  if (given != surface) {
    given.reset();
    networks.set_surface(*surface);
    given = surface;
  }
  return networks;
}

std::optional<MeanJacobian> Predictor::Impl::jacobian_for(const Eigen::VectorXd& trust) const {
  if (!mean_jacobian_) return std::nullopt;
  return MeanJacobian{trust.asDiagonal() * mean_jacobian_->jacobian};
}

Acceleration Predictor::Impl::acceleration_for(const LoopRequest& request,
                                               const Eigen::VectorXd& trust) const {
  const std::optional<MeanJacobian> jacobian = jacobian_for(trust);
  if (!jacobian) return Acceleration({}, fold_);
  std::vector<Marker> pinned;
  for (const Pin& pin : request.pins) pinned.push_back(pin.marker);
  return Acceleration(jacobian->newton(pinned), fold_);
}

void Predictor::Impl::set_margins(LoopResult& result) const {
  if (!learned_people_) return;
  for (int n = 0; n < kMarkerCount; ++n)
    result.markers[n].margin_mm = learned_people_->margin_mm(
        static_cast<Marker>(n), result.markers[n].confidence_mm, result.unlikeness);
}

/// Only of runs that are alike in every respect, so that a pinned result does not depend on what ran before.
void Predictor::Impl::remember_rest(const LoopRequest& request, const LoopResult& result) {
  const LoopRequest usual;
  const bool alike = request.pins.empty() && !request.start && request.accelerated &&
                     request.precision == Precision::kFinal && request.tolerance_px == usual.tolerance_px &&
                     request.max_iterations == usual.max_iterations;
  if (!alike || result.cancelled || rest_surface_ == request.surface) return;
  rest_surface_ = request.surface;
  rest_ = positions_of(result.markers);
}

/// What is added to MPN's answers so that the free markers follow the pinned ones. Where the loop was never
/// at rest without pins on this surface, it is brought there first.
MarkerPositions Predictor::Impl::offset_for(const LoopRequest& request, const Eigen::VectorXd& trust,
                                            const CancelToken* cancel) {
  // Where nobody knows how markers vary together, the networks alone answer.
  if (request.pins.empty() || !learned_people_ || learned_people_->interior_covariance.isZero()) return {};
  if (rest_surface_ != request.surface) {
    LoopRequest free;
    free.surface = request.surface;
    run(free, cancel, {});
    if (rest_surface_ != request.surface) return {};  // cancelled
  }
  MarkerPositions pinned = rest_;
  std::vector<Marker> pins;
  for (const Pin& pin : request.pins) {
    pinned[static_cast<std::size_t>(pin.marker)] = pin.position;
    pins.push_back(pin.marker);
  }
  const std::optional<MeanJacobian> jacobian = jacobian_for(trust);
  return to_positions(
      answer_offset(expected_shift(learned_people_->interior_covariance, rest_, pinned, pins, fold_),
                    jacobian ? &*jacobian : nullptr, pins));
}

void Predictor::Impl::check(const SurfacePointer& surface) const {
  if (surface == nullptr) throw Error("loop.surface", "The loop needs a surface image.");
  if (!(surface->placement.frame() == frame_))
    throw InputError("loop.frame", "The surface image and the networks are of different frames.");
}

void Predictor::Impl::check(const imaging::XrayImage& xray) const {
  if (!(xray.frame == frame_))
    throw InputError("loop.xray_frame", "The X-ray and the networks are of different frames.");
}

void Predictor::Impl::check(const LoopRequest& request) const {
  check(request.surface);
  if (request.start && request.max_iterations < 1)
    throw Error("loop.iterations", "A run that starts from markers needs at least one iteration.");
  for (const Pin& pin : request.pins) {
    const bool inside = pin.position.row >= 0 && pin.position.row <= frame_.rows - 1 &&
                        pin.position.column >= 0 && pin.position.column <= frame_.columns - 1;
    if (!inside)
      throw InputError("pin.outside", "The pin of the marker {} lies outside the picture.",
                       info(pin.marker).name);
    if (static_cast<int>(pin.marker) >= kMarkerCount)
      throw InputError("pin.unknown", "The networks do not know the marker {}.", info(pin.marker).name);
  }
}

LoopResult Predictor::Impl::run(const LoopRequest& request, const CancelToken* cancel,
                                const std::function<void(const LoopIteration&)>& observe) {
  check(request);
  const LearnedPeople people = learned_people_.value_or(LearnedPeople{});
  const double unlikeness = people.profile.unlikeness(surface_profile(*request.surface));
  const Eigen::VectorXd trust = people.trust_for(unlikeness);
  const MarkerPositions offset = offset_for(request, trust, cancel);
  const auto start_time = std::chrono::steady_clock::now();
  LoopNetworks& networks = networks_for(request.surface, request.precision);

  LoopResult result;
  result.unlikeness = unlikeness;
  result.range_share = people.range_share;
  std::vector<float> xray;
  const double size = size_of(*request.surface);
  const auto report = [&](double move, bool last) {
    if (observe) observe({result.iterations, {frame_, of_own_size(xray, size)}, result.markers, move, last});
  };
  MarkerPositions current;
  if (request.start) {
    current = *request.start;
    for (const Pin& pin : request.pins) current[static_cast<std::size_t>(pin.marker)] = pin.position;
  } else {
    xray = networks.first_xray();
    result.markers = estimates(networks.markers_in(xray), people, trust, offset, request);
    set_margins(result);
    current = positions_of(result.markers);
    report(0, request.max_iterations <= 0);
  }
  Acceleration acceleration = acceleration_for(request, trust);
  bool last = request.max_iterations <= 0;
  while (!last) {
    xray = networks.xray_of(current);
    result.markers = estimates(networks.markers_in(xray), people, trust, offset, request);
    set_margins(result);
    const double move = largest_move(current, result.markers);
    const MarkerPositions answer = positions_of(result.markers);
    current = request.accelerated ? acceleration.next(current, answer) : answer;
    for (int n = 0; n < kMarkerCount; ++n) result.markers[n].position = current[n];
    ++result.iterations;
    result.max_move_px.push_back(move);
    result.converged = move <= request.tolerance_px * fold_;
    const bool complete = result.converged || result.iterations >= request.max_iterations;
    result.cancelled = !complete && cancel != nullptr && cancel->cancelled();
    last = complete || result.cancelled;
    report(move, last);
  }
  result.xray = {frame_, of_own_size(std::move(xray), size)};
  remember_rest(request, result);
  result.milliseconds =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_time).count();
  return result;
}

imaging::XrayImage Predictor::Impl::xray_of(const SurfacePointer& surface, const MarkerPositions& markers,
                                            Precision precision) {
  check(surface);
  return {frame_, of_own_size(networks_for(surface, precision).xray_of(markers), size_of(*surface))};
}

imaging::XrayImage Predictor::Impl::fine_xray(const SurfacePointer& surface, const imaging::XrayImage& xray,
                                              Precision precision) {
  check(surface);
  check(xray);
  const double size = size_of(*surface);
  std::vector<float> fine = networks_for(surface, precision).fine_xray(of_own_size(xray.pixels, 1 / size));
  return {fine_frame_, of_own_size(std::move(fine), size)};
}

MarkerEstimates Predictor::Impl::markers_in(const SurfacePointer& surface, const imaging::XrayImage& xray,
                                            std::span<const std::uint8_t> known, Precision precision) {
  check(surface);
  check(xray);
  LoopRequest free;
  free.surface = surface;
  std::vector<float> pixels = of_own_size(xray.pixels, 1 / size_of(*surface));
  for (std::size_t n = 0; n < known.size(); ++n)
    if (known[n] == 0) pixels[n] = networks::kNotSeen;
  const FoundMarkers found = networks_for(surface, precision).markers_in(pixels);
  return estimates(found, {}, Eigen::VectorXd::Ones(2 * kMarkerCount), {}, free);
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
const geometry::CanonicalFrame& Predictor::fine_frame() const {
  return impl_->fine_frame_;
}
int Predictor::fold() const {
  return impl_->fold_;
}
const std::string& Predictor::device() const {
  return impl_->device_name_;
}
const std::filesystem::path& Predictor::folder() const {
  return impl_->folder_;
}
const std::string& Predictor::weights_checksum() const {
  return impl_->checksum_;
}
const std::string& Predictor::model_name() const {
  return impl_->name_;
}
const std::optional<LearnedPeople>& Predictor::learned_people() const {
  return impl_->learned_people_;
}
ComputeType Predictor::compute_type(Precision precision) const {
  return precision == Precision::kDraft ? impl_->networks_.fast_type : impl_->networks_.exact_type;
}

imaging::XrayImage Predictor::xray_of(const std::shared_ptr<const geometry::SurfaceImage>& surface,
                                      const MarkerPositions& markers, Precision precision) {
  return impl_->xray_of(surface, markers, precision);
}

imaging::XrayImage Predictor::fine_xray(const std::shared_ptr<const geometry::SurfaceImage>& surface,
                                        const imaging::XrayImage& xray, Precision precision) {
  return impl_->fine_xray(surface, xray, precision);
}

MarkerEstimates Predictor::markers_in(const std::shared_ptr<const geometry::SurfaceImage>& surface,
                                      const imaging::XrayImage& xray, std::span<const std::uint8_t> known,
                                      Precision precision) {
  return impl_->markers_in(surface, xray, known, precision);
}

LoopResult Predictor::run(const LoopRequest& request, const CancelToken* cancel,
                          const std::function<void(const LoopIteration&)>& observe) {
  return impl_->run(request, cancel, observe);
}

}  // namespace skiagraph::inference
