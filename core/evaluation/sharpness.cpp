#include "core/evaluation/sharpness.h"

#include <torch/types.h>

namespace skiagraph::evaluation {
namespace {

using torch::Tensor;

constexpr double kLowest = 0.1, kHighest = 0.25;  // cycles per pixel
constexpr double kBlurPx = 4, kFadePx = 3;
constexpr std::int64_t kMarginPx = 8;

/// picture (H, W) float64
Tensor blurred(const Tensor& picture, double sigma_px) {
  const auto reach = static_cast<std::int64_t>(3 * sigma_px);
  const Tensor x = torch::arange(-reach, reach + 1, torch::kFloat64);
  Tensor kernel = torch::exp(-0.5 / (sigma_px * sigma_px) * x.square());
  kernel = kernel / kernel.sum();
  const Tensor planes = picture.unsqueeze(0).unsqueeze(0);
  const Tensor down =
      torch::conv2d(planes, kernel.reshape({1, 1, -1, 1}), Tensor(), 1, at::IntArrayRef({reach, 0}));
  return torch::conv2d(down, kernel.reshape({1, 1, 1, -1}), Tensor(), 1, at::IntArrayRef({0, reach}))[0][0];
}

/// 1 deep inside the body, fading to 0 well before its outline.
Tensor window(const Tensor& inside) {
  const Tensor outside = 1 - inside.to(torch::kFloat32).unsqueeze(0).unsqueeze(0);
  const std::int64_t width = 2 * kMarginPx + 1;
  const Tensor near_outside = torch::max_pool2d(outside, {width, width}, {1, 1}, {kMarginPx, kMarginPx});
  return blurred((1 - near_outside[0][0]).to(torch::kFloat64), kFadePx);
}

/// (H, W): cycles per pixel of the terms of a Fourier transform.
Tensor frequencies(std::int64_t rows, std::int64_t columns) {
  const Tensor down = torch::fft_fftfreq(rows, 1.0, torch::kFloat64).reshape({-1, 1}),
               across = torch::fft_fftfreq(columns, 1.0, torch::kFloat64).reshape({1, -1});
  return (down.square() + across.square()).sqrt();
}

}  // namespace

double detail_power(const Tensor& picture, const Tensor& inside) {
  const Tensor weights = window(inside), body = inside.to(torch::kFloat64);
  const auto pixels = weights.square().sum().item<double>();
  if (pixels < 1) return 0;
  // Without the slow change of brightness, whose power would leak into every frequency.
  const Tensor values = picture.to(torch::kFloat64) * body;
  const Tensor detail =
      (values - blurred(values, kBlurPx) / blurred(body, kBlurPx).clamp_min(1e-6)) * weights;
  const Tensor spectrum = torch::fft_fft2(detail);
  const Tensor power = torch::real(spectrum).square() + torch::imag(spectrum).square();
  const Tensor f = frequencies(picture.size(0), picture.size(1));
  const Tensor band = (f >= kLowest).logical_and(f <= kHighest).to(torch::kFloat64);
  return (power * band).sum().item<double>() / static_cast<double>(picture.numel()) / pixels;
}

}  // namespace skiagraph::evaluation
