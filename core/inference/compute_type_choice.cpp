#include "core/inference/compute_type_choice.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/inference/calibration.h"
#include "core/inference/onednn/compiled_networks.h"
#include "core/inference/torch/torch_networks.h"

namespace skiagraph::inference {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kTrials = 3;
/// The largest differences between X-rays that pass the self-test: float32 differs by rounding, int8 by more.
constexpr double kFloat32Tolerance = 1e-3, kInt8Tolerance = 0.02;

/// A block with thinner edges in the middle of the frame: enough to compare compute types on.
geometry::SurfaceImage synthetic_body(const geometry::CanonicalFrame& frame) {
  const double mm_per_px = 4, torso_mm = (frame.symphysis_row - frame.neck_row) * mm_per_px;
  geometry::SurfaceImage body{
      geometry::CanonicalPlacement(frame, {0, 0, 0}, {0, 0, -std::max(torso_mm, 200.0)}), 0, {}, {}};
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column) {
      const double across = 4 * (column - frame.centre_column) / frame.columns;
      const bool inside = std::abs(across) < 1 && row > frame.rows / 8;
      const double half = inside ? 0.2 * std::sqrt(1 - across * across) : 0;
      body.depth.push_back(static_cast<float>(inside ? 0.25 - half : 0));
      body.thickness.push_back(static_cast<float>(2 * half));
    }
  return body;
}

struct Trial {
  std::vector<float> xray;
  double milliseconds = 0;  ///< of one iteration of the loop, the shortest of kTrials
};

Trial run_trial(LoopNetworks& networks, const geometry::CanonicalFrame& frame) {
  networks.set_surface(synthetic_body(frame));
  MarkerPositions markers;
  for (std::size_t n = 0; n < markers.size(); ++n)
    markers[n] = {
        frame.neck_row + (frame.symphysis_row - frame.neck_row) * static_cast<double>(n) / kMarkerCount,
        frame.centre_column + (n % 2 == 0 ? 8.0 : -8.0)};
  Trial trial;
  for (int n = 0; n < kTrials; ++n) {
    const auto begun = Clock::now();
    trial.xray = networks.xray_of(markers);
    networks.markers_in(trial.xray);
    const double took = std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
    trial.milliseconds = n == 0 ? took : std::min(trial.milliseconds, took);
  }
  return trial;
}

/// Root of the mean square; infinite when anything is not a number.
double difference(const std::vector<float>& a, const std::vector<float>& b) {
  double sum = 0;
  for (std::size_t n = 0; n < a.size(); ++n) sum += (a[n] - b[n]) * (a[n] - b[n]);
  const double root = std::sqrt(sum / static_cast<double>(a.size()));
  return std::isfinite(root) ? root : std::numeric_limits<double>::infinity();
}

/// Nothing when the networks cannot be compiled on this computer.
std::shared_ptr<LoopNetworks> compiled(const networks::NetworkWeights& weights,
                                       const std::optional<Calibration>& calibration) try {
  return make_compiled_networks(weights, calibration);
} catch (const Error&) {
  return nullptr;
}

/// Makes networks of a compute type when they are first needed.
class NetworkFactory {
 public:
  NetworkFactory(const networks::NetworkWeights& weights, const std::optional<Calibration>& calibration)
      : weights_(weights), calibration_(calibration) {}

  ComputeType fastest_by_test() {
    const auto float32 = exact(ComputeType::kFloat32);
    if (float32 == nullptr) return ComputeType::kLibTorch;
    try {
      const Trial float32_trial = run_trial(*float32, weights_.frame);
      // The reference of the test. Where it is not installed nothing can replace what fails.
      if (torch_ == nullptr) torch_ = torch_networks_if_installed(weights_);
      if (torch_ != nullptr) {
        const Trial reference = run_trial(*torch_, weights_.frame);
        const bool sound = difference(float32_trial.xray, reference.xray) <= kFloat32Tolerance;
        if (!sound || float32_trial.milliseconds > reference.milliseconds) return ComputeType::kLibTorch;
      }
      const auto int8 = fast();
      if (int8 == nullptr) return ComputeType::kFloat32;
      const Trial int8_trial = run_trial(*int8, weights_.frame);
      const bool close = difference(int8_trial.xray, float32_trial.xray) <= kInt8Tolerance;
      return close && int8_trial.milliseconds < float32_trial.milliseconds ? ComputeType::kInt8
                                                                           : ComputeType::kFloat32;
    } catch (const Error&) {
      return ComputeType::kLibTorch;
    }
  }

  ChosenNetworks networks(ComputeType type) {
    ChosenNetworks chosen;
    chosen.exact_type = chosen.fast_type = std::min(type, ComputeType::kFloat32);
    chosen.exact = exact(chosen.exact_type);
    if (chosen.exact == nullptr) {
      chosen.exact_type = chosen.fast_type = ComputeType::kLibTorch;
      chosen.exact = exact(ComputeType::kLibTorch);
    }
    chosen.fast = chosen.exact;
    if (type == ComputeType::kInt8 && chosen.exact_type == ComputeType::kFloat32 && fast() != nullptr) {
      chosen.fast = fast();
      chosen.fast_type = ComputeType::kInt8;
    }
    return chosen;
  }

 private:
  std::shared_ptr<LoopNetworks> exact(ComputeType type) {
    if (type == ComputeType::kLibTorch) {
      if (torch_ == nullptr) torch_ = make_torch_networks(weights_, "cpu");
      return torch_;
    }
    if (float32_ == nullptr) float32_ = compiled(weights_, std::nullopt);
    return float32_;
  }
  std::shared_ptr<LoopNetworks> fast() {
    if (int8_ == nullptr && calibration_) int8_ = compiled(weights_, calibration_);
    return int8_;
  }

  const networks::NetworkWeights& weights_;
  const std::optional<Calibration>& calibration_;
  std::shared_ptr<LoopNetworks> torch_, float32_, int8_;
};

}  // namespace

ChosenNetworks choose_networks(const networks::NetworkWeights& weights,
                               const std::optional<Calibration>& calibration,
                               const std::optional<ComputeType>& requested, const ComputeTypeCache& cache,
                               const std::string& key) {
  NetworkFactory factory(weights, calibration);
  if (requested) return factory.networks(*requested);
  std::optional<ComputeType> type = cache.find(key);
  if (!type) {
    type = factory.fastest_by_test();
    cache.remember(key, *type);
  }
  return factory.networks(*type);
}

}  // namespace skiagraph::inference
