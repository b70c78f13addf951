#pragma once

#include <torch/types.h>

#include <functional>

#include "core/base/random.h"
#include "core/networks/networks.h"
#include "core/training/augmentation.h"
#include "core/training/batches.h"

namespace skiagraph::training {

/// Runs networks while training, on pictures `shrink` times smaller than the frame. Activations in bfloat16
/// when asked, results always float32.
struct NetworkRunner {
  networks::Networks& networks;
  int shrink = 1;
  bool bfloat16 = false;

  [[nodiscard]] torch::Tensor t(const torch::Tensor& surface) const;
  /// Heat maps (N, kMarkerCount, H / r, W / r) with r = heat_map_ratio().
  [[nodiscard]] torch::Tensor mpn(const torch::Tensor& surface, const torch::Tensor& xray) const;
  /// How many times smaller MPN's pictures are than the given ones, as Networks::marker_shrink asks.
  [[nodiscard]] int marker_ratio() const;
  /// The same for its heat maps, which lie on the folded grid.
  [[nodiscard]] int heat_map_ratio() const { return marker_ratio() * networks.fold; }
  [[nodiscard]] PictureScale scale() const { return {shrink, networks.fold}; }
  /// The positions (N, kMarkerCount, 2) that MPN's heat maps show, in pixels of the given pictures.
  [[nodiscard]] torch::Tensor places(const torch::Tensor& maps) const;
  /// markers (N, kMarkerCount, 2) pixels; differentiable in them.
  [[nodiscard]] torch::Tensor cign(const torch::Tensor& surface, const torch::Tensor& markers) const;

 private:
  [[nodiscard]] torch::Tensor apply(networks::NetworkId id, const torch::Tensor& input) const;
};

/// Mean absolute error, times 10 so that it is of the size of marker_loss; over the pixels where `covered` is
/// 1, over all when it is undefined.
torch::Tensor xray_loss(const torch::Tensor& predicted, const torch::Tensor& truth,
                        const torch::Tensor& covered = {});

/// Of heat maps and markers in the same pixels, `shrink` times larger than the full grid's: squared error of
/// the heat maps, in units of an empty map's (an all-zero answer scores 1), and the distance of the decoded
/// places, in pixels of the full grid over 30: the first makes maps honest, the second makes their centre
/// right where the surface leaves much open and maps are broad.
torch::Tensor marker_loss(const torch::Tensor& maps, const torch::Tensor& markers, int shrink);

/// Penalty for slow convergence. One iteration of the loop, `iterate`, maps marker positions (N, M, 2) to
/// MPN's answers and should reduce a displacement of the markers to 0.6 of its length or less; the loss is
/// the excess over that. It is measured along the direction in which the loop converges slowly, which is that
/// of what one iteration leaves of `step`.
torch::Tensor contraction_loss(const std::function<torch::Tensor(const torch::Tensor&)>& iterate,
                               const torch::Tensor& markers, const torch::Tensor& step);

/// CIGN's loss with its predicted picture and the true one, and the markers of both, which an adversary
/// needs.
struct PictureLoss {
  torch::Tensor loss;          ///< scalar
  torch::Tensor picture;       ///< (N, 1, H, W), with gradients
  torch::Tensor truth;         ///< (N, 1, H, W), without
  torch::Tensor shown;         ///< (N, kMarkerCount, 2): the markers that the picture was made from
  torch::Tensor true_markers;  ///< (N, kMarkerCount, 2): those of the true one
};

/// The losses of the stages, scalars with gradients. One person in four keeps its true X-ray; the others
/// show MPN what the loop will show it: T's picture, and CIGN's picture of markers some of which are held at
/// their true place, as if pinned, while the others are displaced from MPN's answer. CIGN sees one person in
/// four with a marker moved by hand (bend_inside).
/// T needs no markers and may learn from people who are covered in part; the other stages need complete ones.
torch::Tensor t_stage_loss(const NetworkRunner& run, const Batch& batch);
PictureLoss cign_stage_loss(const NetworkRunner& run, const Batch& batch, RandomStream& random);
torch::Tensor mpn_stage_loss(const NetworkRunner& run, const Batch& batch, RandomStream& random);
/// MPN reads the markers, seen ones and others, in true X-rays of which one person in five is seen wholly and
/// of the others a rectangle (kNotSeen elsewhere), on scales of brightness that differ a little.
torch::Tensor reader_stage_loss(const NetworkRunner& run, const Batch& batch, RandomStream& random);

/// Convergent training (Algorithm 1 of the paper with its errors corrected): the network's own loss and
/// lambda times the loss through the other, whose parameters must not require gradients. CIGN is shown what
/// the loop and a person at the mouse will show it, in turn: true markers; MPN's answer with some markers
/// held at their true place; a later iteration's; and true ones with one moved by hand, for which the truth
/// is the bent X-ray (bend_inside). The picture must show the markers it was made from; it must be the true
/// one wholly, by half, by half, and wholly. MPN must also reduce a displacement of all markers to six tenths
/// or less, so that the loop converges without acceleration.
torch::Tensor convergent_mpn_loss(const NetworkRunner& run, const Batch& batch, double lambda,
                                  RandomStream& random);
PictureLoss convergent_cign_loss(const NetworkRunner& run, const Batch& batch, double lambda,
                                 RandomStream& random);

}  // namespace skiagraph::training
