#include "core/training/validation.h"

#include <torch/types.h>

#include <algorithm>

namespace skiagraph::training {
namespace {

using torch::Tensor;

constexpr std::int64_t kMostPeople = 32;
constexpr int kBatch = 8, kLoopIterations = 2;

Tensor body_error(const Tensor& picture, const Batch& batch) {
  const auto body = (batch.surface.slice(1, 1, 2) > 0).to(torch::kFloat32);
  return ((picture.clamp(0, 1) - batch.xray).abs() * body).sum({1, 2, 3}) / body.sum({1, 2, 3}).clamp_min(1);
}

/// Squares of what a 3x3 mean takes away, inside the body: (N).
Tensor detail(const Tensor& picture, const Tensor& surface) {
  constexpr int kMargin = 4;
  const auto outside = (surface.slice(1, 1, 2) <= 0).to(torch::kFloat32);
  const auto inner = 1 - torch::max_pool2d(outside, 2 * kMargin + 1, 1, kMargin);
  return ((picture - torch::avg_pool2d(picture, 3, 1, 1)).square() * inner).sum({1, 2, 3});
}

}  // namespace

Figures validate(const NetworkRunner& run, const Batches& people) {
  torch::NoGradGuard no_grad;
  for (const networks::NetworkId id : networks::kNetworkIds) run.networks.network(id)->eval();
  // All organs move together, as in breathing: in this direction the loop converges slowest.
  constexpr double kStrayPx = 3;  // of the grid
  const double stray = run.scale().px(kStrayPx);
  double t = 0, cign = 0, slope = 0, loop_picture = 0, loop_detail = 0, from_truth = 0, from_loop = 0;
  const std::int64_t count = std::min(people.people(), kMostPeople);
  for (std::int64_t first = 0; first < count; first += kBatch) {
    const Batch batch =
        people.in_order(first, static_cast<int>(std::min<std::int64_t>(kBatch, count - first)));
    const auto markers_in = [&](const Tensor& picture) {
      return run.places(run.mpn(batch.surface, picture.clamp(0, 1)));
    };
    const auto distance = [&](const Tensor& markers) {
      return (markers - batch.markers).norm(2, 2).mean(1).sum().item<double>() * run.shrink;
    };
    Tensor picture = run.t(batch.surface);
    t += body_error(picture, batch).sum().item<double>();
    cign += body_error(run.cign(batch.surface, batch.markers), batch).sum().item<double>();
    from_truth += distance(markers_in(batch.xray));
    Tensor markers = markers_in(picture);
    for (int iteration = 0; iteration < kLoopIterations; ++iteration) {
      picture = run.cign(batch.surface, markers);
      markers = markers_in(picture);
    }
    const Tensor down = torch::tensor({stray, 0.0}, torch::kFloat32).to(people.device());
    const Tensor followed =
        markers_in(run.cign(batch.surface, markers + down)) - markers_in(run.cign(batch.surface, markers));
    slope += followed.select(2, 0).mean(1).sum().item<double>() / stray;
    loop_detail += (detail(picture, batch.surface) / detail(batch.xray, batch.surface)).sum().item<double>();
    loop_picture += body_error(picture, batch).sum().item<double>();
    from_loop += distance(markers);
  }
  const double n = static_cast<double>(count);
  return {{"t_mae_body", t / n},
          {"cign_mae_body", cign / n},
          {"loop_mae_body", loop_picture / n},
          {"loop_detail", loop_detail / n},
          {"mpn_px", from_truth / n},
          {"loop_px", from_loop / n},
          {"loop_slope", slope / n}};
}

}  // namespace skiagraph::training
