#include "core/evaluation/following.h"

#include <torch/nn/functional/padding.h>

#include <algorithm>
#include <cmath>

#include "core/anatomy/patient/virtual_patient.h"
#include "core/evaluation/sharpness.h"

namespace skiagraph::evaluation {
namespace {

using torch::Tensor;

/// (2 * down + 1, 2 * across + 1) pixels around a place, interpolated linearly.
Tensor patch(const Tensor& picture, Pixel centre, int down, int across) {
  const auto sampled_at = [](const Tensor& values, double first, std::int64_t count) {
    const Tensor place =
        (torch::arange(count, torch::kFloat64) + first).clamp(0, static_cast<double>(values.size(0) - 1));
    const Tensor low = place.floor().clamp_max(static_cast<double>(values.size(0) - 2));
    const Tensor share = (place - low).to(torch::kFloat32).unsqueeze(1), index = low.to(torch::kInt64);
    return values.index_select(0, index) * (1 - share) + values.index_select(0, index + 1) * share;
  };
  const Tensor rows = sampled_at(picture, centre.row - down, 2 * down + 1);
  return sampled_at(rows.t(), centre.column - across, 2 * across + 1).t();
}

/// Between the rows above and below.
Tensor vertical_difference(const Tensor& picture) {
  return torch::nn::functional::pad(picture.slice(0, 2) - picture.slice(0, 0, -2),
                                    torch::nn::functional::PadFuncOptions({0, 0, 1, 1}));
}

double correlation(const Tensor& a, const Tensor& b) {
  const Tensor x = a - a.mean(), y = b - b.mean();
  return (x * y).sum().item<double>() /
         std::sqrt(std::max(1e-20, x.square().sum().item<double>() * y.square().sum().item<double>()));
}

/// Projection of the others' displacement on the predicted one, relative to its length.
double followed_share(const MarkerPositions& before, const MarkerPositions& after, int moved, double down_px,
                      const Tensor& displacement_slopes) {
  double along = 0, whole = 0;
  for (int n = 0; n < kMarkerCount; ++n) {
    if (n == moved) continue;
    const double expected = displacement_slopes[moved][n].item<double>() * down_px;
    along += (after[n].row - before[n].row) * expected;
    whole += expected * expected;
  }
  return along / std::max(whole, 1e-12);
}

/// arrival_error_px of the X-rays as the heat maps' grid shows them, so that its reach in the body is the
/// same however finely they are folded; in pixels of the X-rays.
double edge_error_px(const Tensor& before, Pixel from, const Tensor& after, Pixel to, int fold) {
  if (fold == 1) return arrival_error_px(before, from, after, to);
  const auto smaller = [&](const Tensor& picture) {
    return torch::avg_pool2d(picture.unsqueeze(0), {fold, fold})[0];
  };
  const auto on_grid = [&](Pixel place) {
    return Pixel{(place.row + 0.5) / fold - 0.5, (place.column + 0.5) / fold - 0.5};
  };
  return arrival_error_px(smaller(before), on_grid(from), smaller(after), on_grid(to)) * fold;
}

/// As in the window: one iteration for each place of the mouse, then until convergence.
int iterations_after_drag(inference::Predictor& predictor, inference::LoopRequest request,
                          const inference::Pin& pin) {
  constexpr int kFrames = 12;
  const int until_rest = request.max_iterations;
  const Pixel from = (*request.start)[static_cast<std::size_t>(pin.marker)];
  request.max_iterations = 1;
  for (int frame = 1; frame <= kFrames; ++frame) {
    const double share = static_cast<double>(frame) / kFrames;
    request.pins = {{pin.marker, from + (pin.position - from) * share}};
    request.start = inference::positions_of(predictor.run(request).markers);
  }
  request.max_iterations = until_rest;
  return predictor.run(request).iterations;
}

}  // namespace

Tensor displacement_slopes(const Tensor& floor_draws_mm) {
  Tensor down = floor_draws_mm.to(torch::kFloat64).select(3, 0).slice(2, 0, kMarkerCount);  // (S, D, M)
  down = (down - down.mean(1, true)).flatten(0, 1);
  const Tensor covariance = torch::matmul(down.t(), down);
  return covariance / covariance.diagonal().clamp_min(1e-9).unsqueeze(1);
}

const std::vector<Marker>& edge_markers() {
  using enum Marker;
  static const std::vector<Marker> kMarkers{kLungTopRight,    kLungTopLeft,    kLiverTop,
                                            kIliacCrestRight, kIliacCrestLeft, kFemoralHeadRight,
                                            kFemoralHeadLeft};
  return kMarkers;
}

double arrival_error_px(const Tensor& before, Pixel from, const Tensor& after, Pixel to) {
  constexpr int kDown = 10, kAcross = 5, kReach = 8;
  const Tensor pattern = patch(vertical_difference(before), from, kDown, kAcross);
  const Tensor field = patch(vertical_difference(after), to, kDown + kReach, kAcross);
  std::vector<double> scores;
  for (int shift = -kReach; shift <= kReach; ++shift)
    scores.push_back(correlation(pattern, field.slice(0, shift + kReach, shift + kReach + 2 * kDown + 1)));
  const auto best = static_cast<int>(std::ranges::max_element(scores) - scores.begin());
  if (best == 0 || best == 2 * kReach) return best - kReach;
  // The top of the parabola through the best score and its neighbours.
  const double low = scores[static_cast<std::size_t>(best) - 1], top = scores[static_cast<std::size_t>(best)],
               high = scores[static_cast<std::size_t>(best) + 1];
  return best - kReach + 0.5 * (low - high) / std::min(low - 2 * top + high, -1e-12);
}

Edit edit(inference::Predictor& predictor, const Person& person, const inference::LoopResult& rest,
          Marker marker, double down_mm, const Tensor& displacement_slopes) {
  const auto moved = static_cast<std::size_t>(marker);
  const MarkerPositions before = inference::positions_of(rest.markers);
  const double last_row = person.surface->placement.frame().rows - 1;
  const Pixel from = before[moved],
              to{std::clamp(from.row + down_mm / person.mm_per_px, 0.0, last_row), from.column};
  inference::LoopRequest request;
  request.surface = person.surface;
  request.start = before;
  request.pins = {{marker, to}};
  const int iterations = iterations_after_drag(predictor, request, request.pins.front());
  const inference::LoopResult held = predictor.run(request);
  request.start = inference::positions_of(held.markers);
  request.pins.clear();
  const inference::LoopResult released = predictor.run(request);

  const Tensor picture_before = anatomy::xray_tensor(rest.xray), picture = anatomy::xray_tensor(held.xray);
  const double down_px = to.row - from.row;
  Edit result;
  result.marker = marker;
  result.moved_mm = down_px * person.mm_per_px;
  result.edge_error_mm =
      std::abs(edge_error_px(picture_before, from, picture, to, predictor.fold())) * person.mm_per_px;
  if (displacement_slopes.defined())
    result.followed = followed_share(before, inference::positions_of(held.markers), static_cast<int>(moved),
                                     down_px, displacement_slopes);
  result.sharpness =
      detail_power(picture, person.inside) / std::max(detail_power(picture_before, person.inside), 1e-20);
  result.iterations = iterations;
  result.kept = (released.markers[moved].position.row - from.row) / (down_px == 0 ? 1 : down_px);
  return result;
}

}  // namespace skiagraph::evaluation
