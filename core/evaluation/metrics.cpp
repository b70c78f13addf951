#include "core/evaluation/metrics.h"

#include <torch/types.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/error.h"

namespace skiagraph::evaluation {
namespace {

using torch::Tensor;

constexpr std::array kScaleWeights{.0448, .2856, .3001, .2363, .1333};
constexpr int kWindow = 11;
constexpr double kWindowSigma = 1.5, kK1 = .01, kK2 = .03, kRange = 1;

void check_same_size(const Tensor& a, const Tensor& b) {
  if (a.dim() != 2 || a.sizes() != b.sizes())
    throw Error("metrics.size", "Only pictures of one size can be compared with each other.");
}

/// (N, H, W) -> the same without a border of half a window.
Tensor windowed_mean(const Tensor& pictures) {
  const Tensor x = torch::arange(kWindow, torch::kFloat64) - kWindow / 2;
  Tensor window = torch::exp(-x.square() / (2 * kWindowSigma * kWindowSigma));
  window = window / window.sum();
  return pictures.unfold(1, kWindow, 1).matmul(window).unfold(2, kWindow, 1).matmul(window);
}

struct Similarity {
  double contrast, with_luminance;
};

/// Of one scale; a, b (1, H, W) float64.
Similarity similarity(const Tensor& a, const Tensor& b) {
  const double c1 = std::pow(kK1 * kRange, 2), c2 = std::pow(kK2 * kRange, 2);
  const Tensor means = windowed_mean(torch::cat({a, b, a * a, b * b, a * b}));
  const Tensor mean_a = means[0], mean_b = means[1];
  const Tensor variances = means[2] - mean_a.square() + means[3] - mean_b.square();
  const Tensor contrast = (2 * (means[4] - mean_a * mean_b) + c2) / (variances + c2);
  const Tensor luminance = (2 * mean_a * mean_b + c1) / (mean_a.square() + mean_b.square() + c1);
  return {contrast.mean().item<double>(), (contrast * luminance).mean().item<double>()};
}

/// An odd last row or column is averaged alone, so 161 pixels still give 11 at the coarsest scale.
Tensor halved(const Tensor& pictures) {
  return torch::avg_pool2d(pictures, {2, 2}, {2, 2}, 0, /*ceil_mode=*/true);
}

struct Extent {
  std::int64_t first, count;
};

/// lines: bool, one per row or column.
Extent extent(const Tensor& lines) {
  const Tensor set = lines.nonzero().flatten();
  if (set.numel() == 0) throw Error("metrics.no_body", "The surface image shows no body.");
  const auto first = set[0].item<std::int64_t>(), last = set[-1].item<std::int64_t>(), all = lines.size(0);
  const std::int64_t count = std::max(last - first + 1, kSmallestMsSsimSide);
  if (count > all) throw Error("metrics.small", "The picture is too small for MS-SSIM.");
  const std::int64_t grown = count - (last - first + 1);
  return {std::clamp<std::int64_t>(first - grown / 2, 0, all - count), count};
}

}  // namespace

double mae(const Tensor& predicted, const Tensor& truth) {
  check_same_size(predicted, truth);
  return (predicted.to(torch::kFloat64) - truth.to(torch::kFloat64)).abs().mean().item<double>();
}

double mae_inside(const Tensor& predicted, const Tensor& truth, const Tensor& inside) {
  check_same_size(predicted, truth);
  check_same_size(truth, inside);
  const Tensor body = inside.to(torch::kFloat64);
  const auto pixels = body.sum().item<double>();
  if (pixels == 0) throw Error("metrics.no_body", "The surface image shows no body.");
  const Tensor error = (predicted.to(torch::kFloat64) - truth.to(torch::kFloat64)).abs();
  return (error * body).sum().item<double>() / pixels;
}

double ms_ssim(const Tensor& predicted, const Tensor& truth) {
  check_same_size(predicted, truth);
  if (std::min(truth.size(0), truth.size(1)) < kSmallestMsSsimSide)
    throw Error("metrics.small", "MS-SSIM needs pictures of at least {} pixels a side.", kSmallestMsSsimSide);
  Tensor a = predicted.to(torch::kFloat64).unsqueeze(0), b = truth.to(torch::kFloat64).unsqueeze(0);
  double product = 1;
  for (std::size_t scale = 0; scale < kScaleWeights.size(); ++scale) {
    const bool last = scale + 1 == kScaleWeights.size();
    const Similarity here = similarity(a, b);
    product *= std::pow(std::max(0.0, last ? here.with_luminance : here.contrast), kScaleWeights[scale]);
    a = halved(a), b = halved(b);
  }
  return product;
}

Tensor PixelBox::cut(const Tensor& picture) const {
  return picture.slice(0, top, top + rows).slice(1, left, left + columns);
}

PixelBox body_box(const Tensor& inside) {
  const Extent rows = extent(inside.any(1)), columns = extent(inside.any(0));
  return {rows.first, columns.first, rows.count, columns.count};
}

double marker_error_cm(Pixel predicted, Pixel truth, double mm_per_px) {
  return norm(predicted - truth) * mm_per_px / 10;
}

}  // namespace skiagraph::evaluation
