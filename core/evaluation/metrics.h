#pragma once

#include <torch/types.h>

#include <cstdint>

#include "core/base/vector.h"

namespace skiagraph::evaluation {

// Pictures are (H, W), floating point, in [0, 1], on the CPU. Two that are compared have one size; every
// function throws Error when they do not.

/// Mean absolute error over all pixels.
double mae(const torch::Tensor& predicted, const torch::Tensor& truth);

/// Mean absolute error over the pixels where `inside` (H, W), bool, is true. Throws Error when there is none.
double mae_inside(const torch::Tensor& predicted, const torch::Tensor& truth, const torch::Tensor& inside);

/// The fewest rows and columns that leave the window room at the coarsest of the five scales.
inline constexpr std::int64_t kSmallestMsSsimSide = 161;

/// Multi-scale structural similarity (Wang, Simoncelli and Bovik, "Multiscale structural similarity for image
/// quality assessment", Asilomar 2003): 1 for equal pictures. Windows and weights are the paper's, range 1,
/// negative contrast terms count as 0. Throws Error when a side is shorter than kSmallestMsSsimSide.
double ms_ssim(const torch::Tensor& predicted, const torch::Tensor& truth);

/// Rows [top, top + rows) and columns [left, left + columns) of a picture.
struct PixelBox {
  std::int64_t top = 0, left = 0, rows = 0, columns = 0;

  friend bool operator==(const PixelBox&, const PixelBox&) = default;
  [[nodiscard]] torch::Tensor cut(const torch::Tensor& picture) const;
};

/// The smallest box around the pixels of `inside` (H, W), bool, grown evenly to both sides until it is fit
/// for ms_ssim, and moved back into the picture where it would leave it. Throws Error when there is no such
/// pixel or the picture itself is too small.
PixelBox body_box(const torch::Tensor& inside);

/// Distance of two places in the frontal plane, in centimetres.
double marker_error_cm(Pixel predicted, Pixel truth, double mm_per_px);

}  // namespace skiagraph::evaluation
