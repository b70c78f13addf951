#pragma once

#include <torch/types.h>

#include "core/base/random.h"
#include "core/networks/networks.h"
#include "core/training/batches.h"

namespace skiagraph {

/// Runs networks while training. Activations in bfloat16 when asked, results always float32.
struct NetworkRunner {
  Networks& networks;
  bool bfloat16 = false;

  [[nodiscard]] torch::Tensor t(const torch::Tensor& surface) const;
  [[nodiscard]] torch::Tensor mpn(const torch::Tensor& surface, const torch::Tensor& xray) const;
  /// markers (N, 17, 2) pixels; differentiable in them.
  [[nodiscard]] torch::Tensor cign(const torch::Tensor& surface, const torch::Tensor& markers) const;

 private:
  [[nodiscard]] torch::Tensor apply(NetworkId id, const torch::Tensor& input) const;
};

/// Mean absolute error, times 10 so that it is of the size of marker_loss.
torch::Tensor xray_loss(const torch::Tensor& predicted, const torch::Tensor& truth);

/// Squared error of the heat maps, in units of an empty map's (an all-zero answer scores 1), and the distance
/// of the decoded places, in pixels of the full frame over 30: the first makes maps honest, the second makes
/// their centre right where the surface leaves much open and maps are broad.
torch::Tensor marker_loss(const torch::Tensor& maps, const torch::Tensor& markers, int shrink);

/// The losses of the stages, scalars with gradients. One person in three keeps its true X-ray; the others
/// show MPN what the loop will show it: T's picture, and CIGN's picture of markers some of which are held at
/// their true place, as if pinned.
torch::Tensor t_stage_loss(const NetworkRunner& run, const Batch& batch);
torch::Tensor cign_stage_loss(const NetworkRunner& run, const Batch& batch);
torch::Tensor mpn_stage_loss(const NetworkRunner& run, const Batch& batch, int shrink, RandomStream& random);

/// Convergent training (Algorithm 1 with its slips put right): the network's own loss and lambda times the
/// loss through the other, whose parameters must not require gradients.
torch::Tensor convergent_mpn_loss(const NetworkRunner& run, const Batch& batch, int shrink, double lambda,
                                  RandomStream& random);
torch::Tensor convergent_cign_loss(const NetworkRunner& run, const Batch& batch, int shrink, double lambda,
                                   RandomStream& random);

}  // namespace skiagraph
