#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/networks/networks.h"
#include "core/networks/super_resolution.h"
#include "core/tensors/dataset.h"

namespace skiagraph::training {

struct SuperResolutionOptions {
  std::int64_t steps = 1000;
  int batch = 4;  ///< people, at least 2
  double learning_rate = 2e-3;
  double amount_weight = 1;  ///< of the amount of detail, against the absolute error
  std::uint64_t seed = 16;
  std::string device = "cpu";
};

/// On validation people, inside the body.
struct SuperResolutionFigures {
  std::int64_t step = 0;
  double repeated_error =
      0;             ///< mean absolute error of true X-rays at half the size with each pixel repeated
  double error = 0;  ///< the same with the predicted detail
  /// Power of the predicted detail in parts of the true one's, from true X-rays of half the size and from
  /// CIGN's.
  double true_detail = 0, cign_detail = 0;
};

struct TrainedSuperResolution {
  networks::SuperResolution network{nullptr};
  std::vector<SuperResolutionFigures> figures;  ///< as training went on; the last are of the end
  /// See networks::SuperResolutionWeights; the mean over validation people.
  std::vector<float> largest_activations;
};

/// Trains the network that makes X-rays of `networks` finer, on people whose pictures are twice as large as
/// theirs. It learns from true X-rays of half the size by the absolute error, which says where detail lies;
/// and from these and CIGN's by how much detail there is around each place, since the absolute error alone
/// leaves out whatever is not sure. Throws InputError when the people's pictures are of another size,
/// Cancelled.
TrainedSuperResolution train_super_resolution(networks::Networks& networks, const tensors::Dataset& people,
                                              const SuperResolutionOptions& options,
                                              const ProgressFunction& progress = {},
                                              const CancelToken* cancel = nullptr);

}  // namespace skiagraph::training
