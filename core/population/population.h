#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "core/anatomy/anomalies/anomaly.h"
#include "core/anatomy/base/base_anatomy.h"
#include "core/base/progress.h"
#include "core/tensors/dataset.h"

namespace skiagraph::population {

struct PopulationOptions {
  int count = 2045;
  std::uint64_t seed = 1;
  geometry::CanonicalFrame frame;
  int threads = 0;  ///< 0: one per processor
  /// For the floors: skins, draws of the interior under each for the landmarks and (fewer skins) for the
  /// picture.
  int floor_skins = 40, floor_draws = 24, floor_picture_skins = 8;
  /// Quanta per pixel of air, for the noise of a real detector; 0: none.
  double photons = 0;
  /// Dealt in turn over the people of each base; who has Anomaly::kNone is a healthy control. Empty:
  /// everybody is healthy, and the data set knows of no anomalies.
  std::vector<anatomy::Anomaly> anomalies;
  /// Where finished parts are kept, so that a run that was killed goes on; empty: nowhere. Deleted at the
  /// end.
  std::filesystem::path parts;
};

/// Virtual patients, every base in turn, split as in the paper: 1742 : 108 : 195. The result depends on
/// the seed and the count alone, not on the number of threads or on interruptions. Throws Cancelled, and
/// InputError when `parts` holds parts of another population or a base lacks the organ of an anomaly.
tensors::Dataset make_population(std::span<const anatomy::BaseAnatomy> bases,
                                 const PopulationOptions& options, const ProgressFunction& progress = {},
                                 const CancelToken* cancel = nullptr);

/// Those who learn are of all bases but one, those who are tested of that one.
tensors::Dataset leave_out(const tensors::Dataset& people, int base);

}  // namespace skiagraph::population
