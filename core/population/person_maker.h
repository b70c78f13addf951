#pragma once

#include <torch/types.h>

#include <atomic>
#include <cstdint>
#include <optional>

#include "core/anatomy/anomalies/anomaly.h"
#include "core/anatomy/base/base_anatomy.h"
#include "core/anatomy/patient/virtual_patient.h"
#include "core/population/body_measures.h"
#include "core/population/proportions.h"

namespace skiagraph::population {

/// One member of a population.
struct PersonRecord {
  torch::Tensor surface;    ///< (2, H, W)
  torch::Tensor xray;       ///< (1, H, W)
  torch::Tensor landmarks;  ///< (kLandmarkCount, 2) pixels
  double mm_per_px = 0;
  BodyMeasures measures{};
  // Undefined when no anomaly was asked for.
  torch::Tensor anomaly_mask;  ///< (1, H, W) uint8
  torch::Tensor healthy_xray;  ///< (1, H, W) of the same person without the anomaly
};

/// What one skin does not determine.
struct FloorRecord {
  torch::Tensor
      landmarks_mm;  ///< (draws, kLandmarkCount, 2) from the frame's corner: down, left of the patient
  /// Mean absolute deviation of the pictures from their per-pixel median, inside the body; NaN without
  /// pictures.
  double picture = 0;
};

/// Draws people on base anatomies. May be called from several threads at once; a person depends on seed and
/// index alone.
class PersonMaker {
 public:
  /// mean_heights: those of all people that are known, the bases among them.
  PersonMaker(std::uint64_t seed, geometry::CanonicalFrame frame, double photons,
              const LandmarkHeights& mean_heights)
      : seed_(seed), frame_(frame), photons_(photons), mean_heights_(mean_heights) {}

  /// The anomaly changes nothing else about the person; Anomaly::kNone gives an empty mask. Throws as
  /// add_anomaly does.
  PersonRecord person(const anatomy::BaseAnatomy& base, int index,
                      std::optional<anatomy::Anomaly> anomaly = {});
  FloorRecord floor(const anatomy::BaseAnatomy& base, int index, int draws, bool with_picture);
  /// Draws rejected by all calls so far, because the interior folded, no weight fitted the habitus, or no
  /// torso was found on the skin.
  [[nodiscard]] int rejected() const { return rejected_; }

 private:
  /// What the surface shows of a person.
  struct Outside {
    anatomy::HabitusParameters parameters;
    anatomy::Habitus habitus;
    anatomy::PatientSkin skin;
    geometry::CanonicalPlacement placement;
  };
  Outside draw_outside(const anatomy::BaseAnatomy& base, RandomStream& random);
  anatomy::Interior unfolded_interior(const anatomy::BaseAnatomy& base, const Outside& outside,
                                      RandomStream& random);

  std::uint64_t seed_;
  geometry::CanonicalFrame frame_;
  double photons_;
  LandmarkHeights mean_heights_;
  std::atomic<int> rejected_{0};
};

}  // namespace skiagraph::population
