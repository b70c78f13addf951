#include "core/inference/predictor.h"

#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "core/base/error.h"
#include "core/inference/acceleration.h"
#include "core/networks/heat_maps.h"
#include "core/networks/marker_search.h"
#include "core/networks/networks.h"

namespace skiagraph {
namespace {

using torch::Tensor;

torch::Device device_named(const std::string& name) {
  if (name == "cpu") return torch::kCPU;
  if (name == "auto") return torch::cuda::is_available() ? torch::kCUDA : torch::kCPU;
  if (name != "cuda") throw InputError("There is no device \"" + name + "\"; use cpu, cuda or auto.");
  if (!torch::cuda::is_available()) throw InputError("This machine has no CUDA device; use cpu.");
  return torch::kCUDA;
}

/// LibTorch takes one thread on small machines unless told.
void use_all_processors() {
  at::set_num_threads(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
}

/// (1, 1, H, W)
Tensor channel(const std::vector<float>& values, const CanonicalFrame& frame) {
  const std::int64_t pixels = static_cast<std::int64_t>(frame.rows) * frame.columns;
  if (static_cast<std::int64_t>(values.size()) != pixels)
    throw InputError("The surface image is not of the size of its frame.");
  return torch::tensor(at::ArrayRef<float>(values)).reshape({1, 1, frame.rows, frame.columns});
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

XrayImage to_image(const Tensor& picture, const CanonicalFrame& frame) {
  const Tensor values = picture.clamp(0, 1).to(torch::kCPU, torch::kFloat32).contiguous();
  const float* first = values.data_ptr<float>();
  return {frame, std::vector<float>(first, first + values.numel())};
}

double largest_move(const MarkerPositions& from, const MarkerEstimates& to) {
  double largest = 0;
  for (int n = 0; n < kMarkerCount; ++n)
    largest = std::max(largest,
                       std::hypot(to[n].position.row - from[n].row, to[n].position.column - from[n].column));
  return largest;
}

MarkerPositions positions_of(const MarkerEstimates& markers) {
  MarkerPositions positions;
  for (int n = 0; n < kMarkerCount; ++n) positions[n] = markers[n].position;
  return positions;
}

}  // namespace

class Predictor::Impl {
 public:
  Impl(const std::filesystem::path& models, const std::string& device) : device_(device_named(device)) {
    use_all_processors();
    Networks networks = read_networks(models);
    frame_ = networks.frame;
    marker_shrink_ = networks.marker_shrink;
    const auto name = networks.metadata.find("model");
    name_ = name == networks.metadata.end() ? models.filename().string() : name->second;
    device_name_ = device_.str();
    for (const NetworkId id : kNetworkIds) {
      networks_[static_cast<std::size_t>(id)] = networks.network(id)->folded();
      networks_[static_cast<std::size_t>(id)]->to(device_);
    }
  }

  LoopResult run(const LoopRequest& request, const CancelToken* cancel,
                 const std::function<void(const LoopIteration&)>& observe);

  CanonicalFrame frame_;
  std::string name_, device_name_;

 private:
  Tensor apply(NetworkId id, const Tensor& input) {
    return networks_[static_cast<std::size_t>(id)]->forward(input);
  }
  Tensor picture_of(const Tensor& surface, const MarkerPositions& positions) {
    const auto maps = stamp_heat_maps(to_tensor(positions), frame_.rows, frame_.columns).to(device_);
    return apply(NetworkId::kCign, torch::cat({surface, maps}, 1)).clamp(0, 1);
  }
  MarkerEstimates markers_in(const Tensor& surface, const Tensor& picture, const LoopRequest& request);
  void check(const LoopRequest& request) const;

  torch::Device device_;
  int marker_shrink_ = 1;
  std::array<std::shared_ptr<UnetImpl>, kNetworkIds.size()> networks_;
};

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

MarkerEstimates Predictor::Impl::markers_in(const Tensor& surface, const Tensor& picture,
                                            const LoopRequest& request) {
  const DecodedHeatMaps decoded = find_markers(*networks_[static_cast<std::size_t>(NetworkId::kMpn)],
                                               torch::cat({surface, picture}, 1), marker_shrink_);
  const Tensor places = decoded.positions.to(torch::kCPU).contiguous(),
               spreads = decoded.sd.to(torch::kCPU).contiguous();
  const auto place = places.accessor<float, 3>();
  const auto spread = spreads.accessor<float, 2>();
  const double mm_per_px = request.surface->placement.mm_per_px();
  MarkerEstimates markers;
  for (int n = 0; n < kMarkerCount; ++n) {
    markers[n].answer = {place[0][n][0], place[0][n][1]};
    markers[n].position = markers[n].answer;
    markers[n].confidence_mm = spread[0][n] * mm_per_px;
  }
  for (const Pin& pin : request.pins) {
    MarkerEstimate& marker = markers[static_cast<std::size_t>(pin.marker)];
    marker.position = pin.position;
    marker.pinned = true;
  }
  return markers;
}

LoopResult Predictor::Impl::run(const LoopRequest& request, const CancelToken* cancel,
                                const std::function<void(const LoopIteration&)>& observe) {
  check(request);
  torch::InferenceMode inference;
  const auto begun = std::chrono::steady_clock::now();
  const SurfaceImage& image = *request.surface;
  const Tensor surface =
      torch::cat({channel(image.depth, frame_), channel(image.thickness, frame_)}, 1).to(device_);

  LoopResult result;
  Tensor picture;
  const auto report = [&](int number, double move) {
    if (observe) observe({number, to_image(picture, frame_), result.markers, move});
  };
  MarkerPositions current;
  if (request.start) {
    current = *request.start;
    for (const Pin& pin : request.pins) current[static_cast<std::size_t>(pin.marker)] = pin.position;
  } else {
    picture = apply(NetworkId::kT, surface).clamp(0, 1);
    result.markers = markers_in(surface, picture, request);
    current = positions_of(result.markers);
    report(0, 0);
  }
  Acceleration acceleration;
  while (result.iterations < request.max_iterations && !result.converged) {
    picture = picture_of(surface, current);
    result.markers = markers_in(surface, picture, request);
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
  result.xray = to_image(picture, frame_);
  result.milliseconds =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
  return result;
}

Predictor::Predictor(const std::filesystem::path& models, const std::string& device)
    : impl_(std::make_unique<Impl>(models, device)) {}
Predictor::~Predictor() = default;
Predictor::Predictor(Predictor&&) noexcept = default;
Predictor& Predictor::operator=(Predictor&&) noexcept = default;

const CanonicalFrame& Predictor::frame() const {
  return impl_->frame_;
}
const std::string& Predictor::device() const {
  return impl_->device_name_;
}
const std::string& Predictor::model_name() const {
  return impl_->name_;
}

LoopResult Predictor::run(const LoopRequest& request, const CancelToken* cancel,
                          const std::function<void(const LoopIteration&)>& observe) try {
  return impl_->run(request, cancel, observe);
} catch (const c10::Error& error) {
  throw Error(std::string("The networks could not be applied: ") + error.what_without_backtrace());
}

}  // namespace skiagraph
