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
  /// The people of each base get these in turn; those with Anomaly::kNone are healthy controls. Empty:
  /// everybody is healthy, and the data set names no anomalies.
  std::vector<anatomy::Anomaly> anomalies;
  /// Folder where finished parts are kept, so that a run that was killed goes on; empty: they are not kept.
  std::filesystem::path parts;
};

/// Virtual patients, every base in turn, divided as in the paper into 1742 : 108 : 195 for training,
/// validation and test. The result depends on the bases and options alone, not on the number of threads or on
/// interruptions. Throws Cancelled, and
/// InputError when `parts` holds parts of another population or a base lacks the organ of an anomaly.
tensors::Dataset make_population(std::span<const anatomy::BaseAnatomy> bases,
                                 const PopulationOptions& options, const ProgressFunction& progress = {},
                                 const CancelToken* cancel = nullptr);

/// Deletes the parts that make_population kept for this population, and their folder when nothing else is in
/// it. For the caller, once the data set is safely on the disk. What cannot be deleted stays.
void remove_parts(std::span<const anatomy::BaseAnatomy> bases, const PopulationOptions& options);

/// The data set without one base among the people for training and validation, and with that base alone among
/// those for test.
tensors::Dataset leave_out(const tensors::Dataset& people, int base);

}  // namespace skiagraph::population
