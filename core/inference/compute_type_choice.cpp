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
/// What the self-test lets through: the forms differ in rounding alone, int8 a little more.
constexpr double kFloatTolerance = 1e-3, kInt8Tolerance = 0.02;

/// A block with thinner edges in the middle of the frame, as good as a body to compare forms on.
geometry::SurfaceImage made_up_body(const geometry::CanonicalFrame& frame) {
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
  std::vector<float> picture;
  double milliseconds = 0;  ///< of one iteration of the loop, the best of some
};

Trial try_out(LoopNetworks& networks, const geometry::CanonicalFrame& frame) {
  networks.set_surface(made_up_body(frame));
  MarkerPositions markers;
  for (std::size_t n = 0; n < markers.size(); ++n)
    markers[n] = {frame.neck_row + (frame.symphysis_row - frame.neck_row) * static_cast<double>(n) / 17,
                  frame.centre_column + (n % 2 == 0 ? 8.0 : -8.0)};
  Trial trial;
  for (int n = 0; n < kTrials; ++n) {
    const auto begun = Clock::now();
    trial.picture = networks.picture_of(markers);
    networks.markers_in(trial.picture);
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

/// Nothing when it cannot be compiled here.
std::shared_ptr<LoopNetworks> compiled(const networks::NetworkWeights& weights,
                                       const std::optional<Calibration>& calibration) try {
  return make_compiled_networks(weights, calibration);
} catch (const Error&) {
  return nullptr;
}

/// Applies forms only when they are asked for.
class Choice {
 public:
  Choice(const networks::NetworkWeights& weights, const std::optional<Calibration>& calibration)
      : weights_(weights), calibration_(calibration) {}

  ComputeType by_test() {
    const auto float32 = exact(ComputeType::kFloat32);
    if (float32 == nullptr) return ComputeType::kLibTorch;
    const auto libtorch = exact(ComputeType::kLibTorch);  // without it nothing can be tested, nor remembered
    try {
      const Trial reference = try_out(*libtorch, weights_.frame);
      const Trial plain = try_out(*float32, weights_.frame);
      const bool sound = difference(plain.picture, reference.picture) <= kFloatTolerance;
      if (!sound || plain.milliseconds > reference.milliseconds) return ComputeType::kLibTorch;
      const auto int8 = fast();
      if (int8 == nullptr) return ComputeType::kFloat32;
      const Trial small = try_out(*int8, weights_.frame);
      const bool close = difference(small.picture, plain.picture) <= kInt8Tolerance;
      return close && small.milliseconds < plain.milliseconds ? ComputeType::kInt8 : ComputeType::kFloat32;
    } catch (const Error&) {
      return ComputeType::kLibTorch;
    }
  }

  ChosenNetworks take(ComputeType form) {
    ChosenNetworks chosen;
    chosen.exact_type = chosen.fast_type = std::min(form, ComputeType::kFloat32);
    chosen.exact = exact(chosen.exact_type);
    if (chosen.exact == nullptr) {
      chosen.exact_type = chosen.fast_type = ComputeType::kLibTorch;
      chosen.exact = exact(ComputeType::kLibTorch);
    }
    chosen.fast = chosen.exact;
    if (form == ComputeType::kInt8 && chosen.exact_type == ComputeType::kFloat32 && fast() != nullptr) {
      chosen.fast = fast();
      chosen.fast_type = ComputeType::kInt8;
    }
    return chosen;
  }

 private:
  std::shared_ptr<LoopNetworks> exact(ComputeType form) {
    if (form == ComputeType::kLibTorch) {
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
                               const std::optional<ComputeType>& wanted, const ComputeTypeCache& cache,
                               const std::string& key) {
  Choice choice(weights, calibration);
  if (wanted) return choice.take(*wanted);
  std::optional<ComputeType> form = cache.find(key);
  if (!form) {
    form = choice.by_test();
    cache.remember(key, *form);
  }
  return choice.take(*form);
}

}  // namespace skiagraph::inference
