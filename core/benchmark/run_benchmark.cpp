#include "core/benchmark/run_benchmark.h"

#include <sys/resource.h>
#include <torch/types.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <memory>
#include <optional>

#include "core/base/error.h"
#include "core/benchmark/processor_peak.h"
#include "core/benchmark/simulated_drag.h"
#include "core/benchmark/torchscript_unet.h"
#include "core/bodies/built_in_person.h"
#include "core/geometry/scan_alignment.h"
#include "core/inference/calibration.h"
#include "core/inference/folded_convolutions.h"
#include "core/inference/onednn/compiled_generator.h"
#include "core/inference/onednn/compiled_network.h"
#include "core/inference/onednn/compiled_networks.h"
#include "core/inference/torch/torch_networks.h"
#include "core/networks/device.h"
#include "core/networks/networks.h"
#include "core/networks/picture_fold.h"
#include "core/tensors/torch_errors.h"

namespace skiagraph::benchmark {
namespace {

using torch::Tensor;
using Clock = std::chrono::steady_clock;

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// The built-in person, and its markers after the loop has converged.
struct Subject {
  std::shared_ptr<const geometry::SurfaceImage> surface;
  MarkerPositions markers{};
};

class Measurement {
 public:
  Measurement(const std::filesystem::path& models, const BenchmarkOptions& options,
              const ProgressFunction& progress, const CancelToken* cancel)
      : models_(models), options_(options), progress_(progress), cancel_(cancel) {}

  BenchmarkReport run() {
    report_.machine = inference::processor_name();
    time_window();
    report_.memory_mb = peak_megabytes();
    networks::use_all_processors();
    weights_ = networks::read_network_weights(models_);
    networks_ = networks::networks_with(weights_);
    calibration_ = inference::read_calibration(inference::calibration_path(models_),
                                               networks::weights_checksum(weights_));
    time_libtorch();
    time_compiled("float32", std::nullopt);
    if (calibration_) time_compiled("int8", calibration_);
    report_progress(0.9, "Comparing");
    compare();
    compute_ratios();
    report_progress(1, "Comparing");
    return report_;
  }

 private:
  void report_progress(double done, const std::string& what) {
    if (cancel_ != nullptr && cancel_->cancelled()) throw Cancelled();
    if (progress_) progress_(done, what);
  }
  void time(const std::string& stage, const std::function<void()>& work);
  void time_window();
  void time_libtorch();
  void time_libtorch(networks::NetworkId id, const Tensor& input);
  void time_compiled(const std::string& type, const std::optional<inference::Calibration>& calibration);
  double share_of_peak(inference::CompiledGenerator& cign, bool int8);
  void compare();
  void compute_ratios();
  Tensor surface_tensor() const;
  Tensor cign_input() const;

  std::filesystem::path models_;
  BenchmarkOptions options_;
  const ProgressFunction& progress_;
  const CancelToken* cancel_;
  networks::NetworkWeights weights_;
  std::optional<networks::Networks> networks_;
  std::optional<inference::Calibration> calibration_;
  Subject subject_;
  BenchmarkReport report_;
};

void Measurement::time(const std::string& stage, const std::function<void()>& work) {
  std::vector<double> milliseconds;
  work();
  for (int n = 0; n < options_.repetitions; ++n) {
    if (cancel_ != nullptr && cancel_->cancelled()) throw Cancelled();
    const auto start = Clock::now();
    work();
    milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  }
  report_.stages[stage] = summary_of(std::move(milliseconds));
}

/// The same runs as in the window, with one predictor.
void Measurement::time_window() {
  report_progress(0, "Dragging");
  const auto start = Clock::now();
  inference::Predictor predictor(models_, "cpu");
  report_.stages["load_networks"] =
      summary_of({std::chrono::duration<double, std::milli>(Clock::now() - start).count()});
  report_.draft_type = inference::compute_type_name(predictor.compute_type(inference::Precision::kDraft));
  report_.final_type = inference::compute_type_name(predictor.compute_type(inference::Precision::kFinal));
  const geometry::AlignedScan scan = geometry::align_scan(bodies::built_in_person());
  const auto rasterise = [&] {
    return std::make_shared<geometry::SurfaceImage>(
        geometry::rasterise_surface({&scan.mesh, 1}, scan.placement(predictor.frame())));
  };
  time("surface_image", [&] { rasterise(); });
  subject_.surface = rasterise();
  inference::LoopRequest request;
  request.surface = subject_.surface;
  const inference::LoopResult rest = predictor.run(request);
  report_.cold_iterations = rest.iterations;
  subject_.markers = inference::positions_of(rest.markers);
  time("predict_cold", [&] { predictor.run(request); });

  constexpr std::array kDragged{Marker::kLiverTop, Marker::kShoulderLeft, Marker::kPubicSymphysis,
                                Marker::kCarina, Marker::kKidneyCentreRight};
  std::vector<double> frames, settles;
  for (int n = 0; n < options_.drags; ++n) {
    report_progress(0.4 * n / options_.drags, "Dragging");
    DragPlan plan;
    plan.marker = kDragged[static_cast<std::size_t>(n) % kDragged.size()];
    plan.events = options_.events;
    plan.radius_px *= predictor.fold();
    const DragTimes times = simulate_drag(predictor, subject_.surface, subject_.markers, plan, cancel_);
    frames.insert(frames.end(), times.frame_ms.begin(), times.frame_ms.end());
    settles.push_back(times.settle_ms);
    report_.settle_iterations =
        std::max(report_.settle_iterations, static_cast<double>(times.settle_iterations));
  }
  report_.stages["drag_frame"] = summary_of(frames);
  report_.stages["drag_settle"] = summary_of(settles);
  report_.frame_p95_ms = report_.stages["drag_frame"].p95_ms;
  report_.settle_p95_ms = report_.stages["drag_settle"].p95_ms;
}

Tensor Measurement::surface_tensor() const {
  return torch::tensor(at::ArrayRef<float>(geometry::surface_planes(*subject_.surface)))
      .reshape({1, 2, networks_->frame.rows, networks_->frame.columns});
}

Tensor Measurement::cign_input() const {
  Tensor places = torch::empty({1, kMarkerCount, 2});
  for (int n = 0; n < kMarkerCount; ++n) {
    places[0][n][0] = subject_.markers[n].row;
    places[0][n][1] = subject_.markers[n].column;
  }
  return networks::cign_input(surface_tensor(), places, networks_->fold);
}

void Measurement::time_libtorch(networks::NetworkId id, const Tensor& input) {
  const std::string name(networks::network_name(id));
  const auto eager = networks_->network(id)->folded();
  time(name + "_eager", [&] { eager->forward(input); });
  for (const FrozenLayout layout : {FrozenLayout::kPlain, FrozenLayout::kChannelsLast}) {
    torch::jit::Module frozen = frozen_unet(*networks_->network(id), layout);
    for (int n = 0; n < 3; ++n) apply(frozen, input, layout);  // TorchScript optimises in its first runs
    time(name + (layout == FrozenLayout::kPlain ? "_frozen" : "_frozen_channels_last"),
         [&] { apply(frozen, input, layout); });
  }
}

void Measurement::time_libtorch() {
  const torch::NoGradGuard no_grad;
  const int fold = networks_->fold, smaller = networks_->marker_shrink * fold;
  report_progress(0.45, "LibTorch");
  time_libtorch(networks::NetworkId::kCign, cign_input());
  report_progress(0.6, "LibTorch");
  time_libtorch(networks::NetworkId::kT, networks::fold_pictures(surface_tensor(), fold));
  time_libtorch(networks::NetworkId::kMpn,
                torch::rand({1, networks_->mpn->in_channels(), networks_->frame.rows / smaller,
                             networks_->frame.columns / smaller}));
}

void Measurement::time_compiled(const std::string& type,
                                const std::optional<inference::Calibration>& calibration) {
  report_progress(calibration ? 0.8 : 0.7, "Compiled networks");
  const auto scales = [&](networks::NetworkId id) {
    return calibration ? std::optional(calibration->scales[static_cast<std::size_t>(id)]) : std::nullopt;
  };
  const int fold = networks_->fold, rows = networks_->frame.rows / fold,
            columns = networks_->frame.columns / fold;
  const Tensor folded = networks::fold_pictures(surface_tensor(), fold).contiguous();
  const std::span<const float> surface(folded.data_ptr<float>(), static_cast<std::size_t>(folded.numel()));
  std::vector<float> picture(surface.size() / 2);
  {
    inference::CompiledGenerator cign(
        inference::folded_convolutions(weights_.network(networks::NetworkId::kCign)), rows, columns,
        scales(networks::NetworkId::kCign), fold);
    time("cign_surface_" + type, [&] { cign.set_surface(surface); });
    time("cign_" + type, [&] { cign.run(subject_.markers, picture); });
    (calibration ? report_.share_int8 : report_.share_float32) = share_of_peak(cign, calibration.has_value());
  }
  {
    inference::CompiledNetwork t(inference::folded_convolutions(weights_.network(networks::NetworkId::kT)),
                                 rows, columns, scales(networks::NetworkId::kT), fold);
    time("t_" + type, [&] { t.run(surface, picture); });
  }
  const int shrink = networks_->marker_shrink;
  const std::size_t pixels = static_cast<std::size_t>(rows / shrink) * (columns / shrink);
  inference::CompiledNetwork mpn(inference::folded_convolutions(weights_.network(networks::NetworkId::kMpn)),
                                 rows / shrink, columns / shrink, scales(networks::NetworkId::kMpn));
  std::vector<float> planes(static_cast<std::size_t>(networks_->mpn->in_channels()) * pixels, 0.2F),
      maps(kMarkerCount * pixels);
  time("mpn_" + type, [&] { mpn.run(planes, maps); });
  const auto loop = inference::make_compiled_networks(weights_, calibration);
  loop->set_surface(*subject_.surface);
  time("frame_" + type, [&] { loop->markers_in(loop->xray_of(subject_.markers)); });
  const std::vector<float> xray = loop->xray_of(subject_.markers);
  time("fine_xray_" + type, [&] { loop->fine_xray(xray); });
}

double Measurement::share_of_peak(inference::CompiledGenerator& cign, bool int8) {
  ProcessorPeak peak(int8);
  std::vector<float> picture(subject_.surface->depth.size());
  std::vector<double> shares;
  for (int n = 0; n < options_.repetitions; ++n) {
    const auto start = Clock::now();
    cign.run(subject_.markers, picture);
    const std::chrono::duration<double> seconds = Clock::now() - start;
    shares.push_back(cign.operations() / seconds.count() * 1e-9 / peak.rate_now());
  }
  (int8 ? report_.peak_int8 : report_.peak_float32) = peak.best_rate();
  std::ranges::nth_element(shares, shares.begin() + static_cast<std::ptrdiff_t>(shares.size() / 2));
  return shares[shares.size() / 2];
}

/// Compares one iteration from the same markers with every compute type.
void Measurement::compare() {
  const auto reference = inference::make_torch_networks(weights_, "cpu"),
             float32 = inference::make_compiled_networks(weights_);
  reference->set_surface(*subject_.surface);
  time("frame_eager", [&] { reference->markers_in(reference->xray_of(subject_.markers)); });
  const std::vector<float> expected = reference->xray_of(subject_.markers);
  float32->set_surface(*subject_.surface);
  const std::vector<float> exact = float32->xray_of(subject_.markers);
  for (std::size_t n = 0; n < expected.size(); ++n)
    report_.float32_largest_difference =
        std::max(report_.float32_largest_difference, static_cast<double>(std::abs(exact[n] - expected[n])));
  if (!calibration_) return;
  const auto int8 = inference::make_compiled_networks(weights_, calibration_);
  int8->set_surface(*subject_.surface);
  const std::vector<float> draft = int8->xray_of(subject_.markers);
  double squares = 0;
  for (std::size_t n = 0; n < expected.size(); ++n) squares += std::pow(draft[n] - expected[n], 2);
  report_.int8_psnr_db = -10 * std::log10(squares / static_cast<double>(expected.size()));
  const inference::FoundMarkers right = reference->markers_in(expected), found = int8->markers_in(draft);
  for (std::size_t n = 0; n < right.positions.size(); ++n)
    report_.int8_marker_px += norm(found.positions[n] - right.positions[n]) / kMarkerCount;
}

void Measurement::compute_ratios() {
  const auto ms = [&](const std::string& stage) { return report_.stages.at(stage).median_ms; };
  const double frozen = ms("cign_frozen_channels_last") + ms("mpn_frozen_channels_last");
  const auto add = [&](const std::string& type) {
    report_.ratios["frame_" + type] = frozen / ms("frame_" + type);
    report_.ratios["cign_" + type] = ms("cign_frozen_channels_last") / ms("cign_" + type);
    report_.ratios["cign_new_surface_" + type] =
        ms("cign_frozen_channels_last") / (ms("cign_surface_" + type) + ms("cign_" + type));
    report_.ratios["t_" + type] = ms("t_frozen_channels_last") / ms("t_" + type);
    report_.ratios["mpn_" + type] = ms("mpn_frozen_channels_last") / ms("mpn_" + type);
  };
  add("float32");
  if (calibration_) add("int8");
}

}  // namespace

BenchmarkReport run_benchmark(const std::filesystem::path& models, const BenchmarkOptions& options,
                              const ProgressFunction& progress, const CancelToken* cancel) {
  return tensors::translating_torch([&] { return Measurement(models, options, progress, cancel).run(); });
}

}  // namespace skiagraph::benchmark
