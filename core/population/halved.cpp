#include "core/population/halved.h"

#include <torch/types.h>

#include "core/base/error.h"

namespace skiagraph::population {
namespace {

using torch::Tensor;

constexpr std::int64_t kAtOnce = 64;  // people; a whole data set in float32 would not fit into memory

Tensor mean_of_four(const Tensor& pictures) {
  return torch::avg_pool2d(pictures.to(torch::kFloat32), 2);
}

/// (N, 2, H, W): depth and thickness, 0 outside the body.
Tensor halved_surface(const Tensor& surface) {
  const Tensor whole = surface.to(torch::kFloat32);
  const Tensor share = torch::avg_pool2d((whole.slice(1, 1) > 0).to(torch::kFloat32), 2);
  return torch::avg_pool2d(whole, 2) / share.clamp_min(0.25) * (share >= 0.5);
}

Tensor by_parts(const Tensor& all, Tensor (*halve)(const Tensor&)) {
  if (!all.defined()) return all;
  std::vector<Tensor> parts;
  for (const Tensor& some : all.split(kAtOnce)) parts.push_back(halve(some).to(all.scalar_type()));
  return torch::cat(parts);
}

/// A pixel is marked where most of its four are.
Tensor halved_mask(const Tensor& mask) {
  return mean_of_four(mask) >= 0.5;
}

}  // namespace

tensors::Dataset halved(const tensors::Dataset& fine) {
  const geometry::CanonicalFrame& f = fine.frame;
  if (f.rows % 2 != 0 || f.columns % 2 != 0)
    throw InputError("dataset.odd", "Pictures of {} x {} pixels cannot be made half as large.", f.rows,
                     f.columns);
  const auto place = [](double p) { return (p + 0.5) / 2 - 0.5; };
  torch::NoGradGuard no_grad;
  tensors::Dataset coarse = fine;
  coarse.frame = {f.rows / 2, f.columns / 2, place(f.neck_row), place(f.symphysis_row),
                  place(f.centre_column)};
  coarse.surface = by_parts(fine.surface, halved_surface);
  coarse.xray = by_parts(fine.xray, mean_of_four);
  coarse.landmarks = (fine.landmarks + 0.5) / 2 - 0.5;
  coarse.mm_per_px = fine.mm_per_px * 2;
  coarse.covered = by_parts(fine.covered, halved_mask);
  coarse.anomaly_mask = by_parts(fine.anomaly_mask, halved_mask);
  coarse.healthy_xray = by_parts(fine.healthy_xray, mean_of_four);
  return coarse;
}

}  // namespace skiagraph::population
