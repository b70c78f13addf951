#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/geometry/surface_image.h"
#include "core/imaging/xray_image.h"
#include "core/inference/compute_type.h"
#include "core/inference/compute_type_cache.h"
#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// One marker as the loop left it.
struct MarkerEstimate {
  Pixel position;            ///< where it is: the user's place when pinned, else the network's
  Pixel answer;              ///< where the network alone would put it, given this picture
  double confidence_mm = 0;  ///< standard deviation that the heat map implies
  bool pinned = false;
};
using MarkerEstimates = std::array<MarkerEstimate, kMarkerCount>;
MarkerPositions positions_of(const MarkerEstimates& markers);

/// A marker that the user holds: its heat map is overwritten at every iteration.
struct Pin {
  Marker marker;
  Pixel position;
};

/// How exact a loop's numbers are. A draft may compute in int8 where that is faster; a final one is float32
/// throughout, so that what it rests on is the networks' own fixed point.
enum class Precision : std::uint8_t { kDraft, kFinal };

struct LoopRequest {
  std::shared_ptr<const geometry::SurfaceImage> surface;
  std::vector<Pin> pins;
  /// Markers of an earlier frame to start from (warm start). Without them the loop starts from network T.
  std::optional<MarkerPositions> start;
  int max_iterations = 50;
  double tolerance_px = 0.05;  ///< converged when no marker moves more than this
  bool accelerated = true;     ///< false: each answer is the next place, as in the paper
  Precision precision = Precision::kFinal;
};

/// What one iteration shows: CIGN's picture of the markers, and MPN's answer to that picture. Iteration 0 of
/// a cold start is T's picture.
struct LoopIteration {
  int number = 0;
  imaging::XrayImage xray;
  MarkerEstimates markers;
  double max_move_px = 0;
};

struct LoopResult {
  imaging::XrayImage xray;
  MarkerEstimates markers;
  bool converged = false;
  int iterations = 0;
  double milliseconds = 0;
  std::vector<double> max_move_px;  ///< one entry per iteration
};

struct PredictorOptions {
  /// The best form of the networks to use on a CPU; without it the fastest that passes a self-test, or the
  /// one that $SKIAGRAPH_NETWORKS names.
  std::optional<ComputeType> form;
  /// Where the self-test's outcome is kept; empty: nowhere.
  std::filesystem::path cache = ComputeTypeCache::user_folder();
};

/// The three networks and the loop that applies MPN and CIGN in turn until they agree. One object serves one
/// thread at a time.
class Predictor {
 public:
  /// models: a folder with t.safetensors, mpn.safetensors and cign.safetensors of one frame. device: "cpu",
  /// "cuda" or "auto". On a CPU the networks are compiled where that helps, and compute drafts in int8 where
  /// int8.safetensors stands beside the weights and is for them; the loop takes Newton's steps where
  /// loop.safetensors does. Throws InputError when a file is missing,
  /// damaged or of another shape.
  explicit Predictor(const std::filesystem::path& models, const std::string& device = "auto",
                     const PredictorOptions& options = {});
  ~Predictor();
  Predictor(Predictor&&) noexcept;
  Predictor& operator=(Predictor&&) noexcept;

  [[nodiscard]] const geometry::CanonicalFrame& frame() const;
  [[nodiscard]] const std::string& device() const;
  /// Name and version of the model, from the weights' metadata.
  [[nodiscard]] const std::string& model_name() const;
  /// In which form the networks compute.
  [[nodiscard]] ComputeType form(Precision precision) const;

  /// `observe`, when given, is called after every iteration on this thread. A cancelled token ends the loop
  /// after the iteration in hand: the result is then that iteration's, not converged.
  /// Throws InputError when the surface image is of another frame or a pin lies outside it.
  LoopResult run(const LoopRequest& request, const CancelToken* cancel = nullptr,
                 const std::function<void(const LoopIteration&)>& observe = {});

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace skiagraph::inference
