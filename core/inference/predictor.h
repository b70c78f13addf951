#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/geometry/surface_image.h"
#include "core/imaging/xray_image.h"
#include "core/inference/compute_type.h"
#include "core/inference/compute_type_cache.h"
#include "core/inference/learned_people.h"
#include "core/markers/marker_table.h"
#include "core/scan_range/region.h"

namespace skiagraph::inference {

/// One marker after an iteration of the loop.
struct MarkerEstimate {
  /// Where the loop puts the marker: the place that the next iteration draws. Where pinned, the pin. Else
  /// what the loop's acceleration made of the answer, of the trust it deserves (LearnedPeople::trusted), and
  /// of what the pins tell about the others (pinned_shift.h). The loop goes on from here when this is the
  /// next run's `start`, and a marker is shown here.
  Pixel position;
  /// What MPN alone reads in this iteration's X-ray, for pinned markers too. Without pins it nears the
  /// position as the loop converges. A run that starts from answers gives up the acceleration.
  Pixel answer;
  double confidence_mm = 0;  ///< standard deviation of the answer that its heat map implies
  /// The true marker lies within this distance in 95 % of people; 0 where it was never measured how far the
  /// heat map can be trusted (LearnedPeople).
  double margin_mm = 0;
  bool pinned = false;
};
using MarkerEstimates = std::array<MarkerEstimate, kMarkerCount>;

/// Within this distance the true marker lies in 95 % of people: as measured, or where it was not measured, as
/// the heat map alone promises.
double margin_mm(const MarkerEstimate& marker);

/// The markers' `position`: what the next run starts from.
MarkerPositions positions_of(const MarkerEstimates& markers);

/// A marker that the user holds: CIGN draws it at this place in every iteration, whatever MPN reads.
struct Pin {
  Marker marker;
  Pixel position;
};

/// How exactly the loop computes. A draft may use int8 where that is faster. A final run uses float32
/// throughout, so that it converges to the fixed point of the networks themselves.
enum class Precision : std::uint8_t { kDraft, kFinal };

struct LoopRequest {
  std::shared_ptr<const geometry::SurfaceImage> surface;
  std::vector<Pin> pins;
  /// Where the markers are before the first iteration (warm start): positions_of() an earlier result, or
  /// any other places. Without them the loop starts from network T.
  std::optional<MarkerPositions> start;
  int max_iterations = 50;  ///< 0: T's X-ray alone, only without `start`
  /// Converged when no marker moves farther than this, in pixels of the heat maps: see Predictor::fold().
  double tolerance_px = 0.05;
  bool accelerated = true;  ///< false: each answer is the next position, as in the paper
  Precision precision = Precision::kFinal;
};

/// What one iteration made: CIGN's X-ray of the markers, and what MPN reads in it. Iteration 0 of a cold
/// start is T's X-ray.
struct LoopIteration {
  int number = 0;
  imaging::XrayImage xray;
  MarkerEstimates markers;
  double max_move_px = 0;  ///< the longest way from where a marker was drawn to where MPN reads it
  /// No other follows in this run, and its result has the same X-ray and markers. Every run that ends without
  /// an exception reports one last iteration.
  bool last = false;
};

struct LoopResult {
  imaging::XrayImage xray;
  MarkerEstimates markers;
  bool converged = false;
  /// The token ended the run before it converged and before its last iteration was made: X-ray and markers
  /// are on their way and not at rest.
  bool cancelled = false;
  int iterations = 0;
  double milliseconds = 0;
  std::vector<double> max_move_px;  ///< one entry per iteration
  double unlikeness = 0;            ///< above 1: a body unlike those learned from (UsualProfile)
  scan_range::MarginShares range_share = LearnedPeople{}.range_share;
};

struct PredictorOptions {
  /// The fastest compute type that may be used on a CPU. Without it the environment variable
  /// SKIAGRAPH_NETWORKS names it, or a self-test chooses it.
  std::optional<ComputeType> compute_type;
  /// Whom the weights learned from, in place of what people.safetensors beside them tells.
  std::optional<LearnedPeople> learned_people;
  /// Folder that keeps the self-test's choice; empty: the choice is not kept.
  std::filesystem::path cache = ComputeTypeCache::user_folder();
};

/// The three networks and the loop that applies CIGN and MPN in turn until the markers no longer move. One
/// object serves one thread at a time.
class Predictor {
 public:
  /// models: a folder with t.safetensors, mpn.safetensors and cign.safetensors of one frame. device: "cpu",
  /// "cuda" or "auto". Three more files may stand beside the weights; each is used when it is for these very
  /// weights: int8.safetensors (see Calibration) makes int8 drafts possible on a CPU, loop.safetensors (see
  /// MeanJacobian) makes the loop converge in fewer iterations, people.safetensors (see LearnedPeople) tells
  /// whom they learned from. Throws InputError when a file of weights is missing, damaged or of another
  /// shape, or the device is not known.
  explicit Predictor(const std::filesystem::path& models, const std::string& device = "auto",
                     const PredictorOptions& options = {});
  ~Predictor();
  Predictor(Predictor&&) noexcept;
  Predictor& operator=(Predictor&&) noexcept;

  [[nodiscard]] const geometry::CanonicalFrame& frame() const;
  /// Of fine_xray().
  [[nodiscard]] const geometry::CanonicalFrame& fine_frame() const;
  [[nodiscard]] const std::string& device() const;
  /// A heat map's pixel, by which the loop measures, is as wide as this many of the frame's.
  [[nodiscard]] int fold() const;
  /// Name and version of the model, from the weights' metadata.
  [[nodiscard]] const std::string& model_name() const;
  /// The folder of the weights, where more is told of them.
  [[nodiscard]] const std::filesystem::path& folder() const;
  /// Tells these weights from all others, as the files beside them name theirs.
  [[nodiscard]] const std::string& weights_checksum() const;
  /// Whom the weights learned from; nothing when people.safetensors does not tell.
  [[nodiscard]] const std::optional<LearnedPeople>& learned_people() const;
  /// How the networks are computed. On another device than the CPU it is kLibTorch.
  [[nodiscard]] ComputeType compute_type(Precision precision) const;

  /// `observe`, when given, is called after every iteration on this thread. A cancelled token makes the
  /// iteration in hand the last one; where it is cancelled by `observe`, one more follows.
  /// Throws InputError when the surface image is of another frame or a pin lies outside it, Error when there
  /// is nothing to compute or the networks cannot be applied.
  LoopResult run(const LoopRequest& request, const CancelToken* cancel = nullptr,
                 const std::function<void(const LoopIteration&)>& observe = {});

  /// CIGN alone: the X-ray of this body with its markers at these places. Throws as run() does.
  imaging::XrayImage xray_of(const std::shared_ptr<const geometry::SurfaceImage>& surface,
                             const MarkerPositions& markers, Precision precision = Precision::kFinal);
  /// An X-ray of this body, as it is to be shown and exported: twice as fine where the weights have a network
  /// for it (networks::SuperResolutionShape), else as it is. Its detail is likely, not found; the loop and
  /// its markers know nothing of it. Throws as run() does, and InputError when the X-ray is of another frame.
  imaging::XrayImage fine_xray(const std::shared_ptr<const geometry::SurfaceImage>& surface,
                               const imaging::XrayImage& xray, Precision precision = Precision::kFinal);
  /// MPN alone: what it reads in any X-ray of this body; position and answer are the same. `known`: 0 where
  /// the X-ray shows nothing (networks::kNotSeen), for an MPN that learned from such; empty: it is whole.
  /// Throws as run() does, and InputError when the X-ray is of another frame.
  MarkerEstimates markers_in(const std::shared_ptr<const geometry::SurfaceImage>& surface,
                             const imaging::XrayImage& xray, std::span<const std::uint8_t> known = {},
                             Precision precision = Precision::kFinal);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace skiagraph::inference
