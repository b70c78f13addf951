#pragma once

#include <cstdint>
#include <span>

#include "core/anatomy/base_anatomy.h"
#include "core/anatomy/virtual_patient.h"
#include "core/base/progress.h"
#include "core/tensors/dataset.h"

namespace skiagraph {

struct PopulationOptions {
  int count = 2045;
  std::uint64_t seed = 1;
  CanonicalFrame frame;
  int threads = 0;  ///< 0: one per processor
  /// For the floors: skins, draws of the interior under each for the landmarks and (fewer skins) for the
  /// picture.
  int floor_skins = 40, floor_draws = 24, floor_picture_skins = 8;
};

/// Virtual patients, every base in turn, split as in the paper: 1742 : 108 : 195. The result depends on the
/// seed and the count alone, not on the number of threads. Throws Cancelled.
Dataset make_population(std::span<const BaseAnatomy> bases, const PopulationOptions& options,
                        const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr);

}  // namespace skiagraph
