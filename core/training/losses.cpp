#include "core/training/losses.h"

#include <torch/types.h>

#include <algorithm>
#include <numbers>
#include <vector>

#include "core/base/random.h"
#include "core/networks/heat_maps.h"
#include "core/networks/marker_search.h"
#include "core/networks/partial_xray.h"
#include "core/networks/picture_fold.h"
#include "core/training/augmentation.h"

namespace skiagraph::training {
namespace {

using torch::Tensor;

/// (n, m): 1 with the probability, else 0, from a stream that is the same on every machine.
Tensor coin(RandomStream& random, std::int64_t n, std::int64_t m, double probability) {
  auto mask = torch::empty({n, m});
  auto out = mask.accessor<float, 2>();
  for (std::int64_t i = 0; i < n; ++i)
    for (std::int64_t j = 0; j < m; ++j) out[i][j] = random.uniform() < probability ? 1.0F : 0.0F;
  return mask;
}

/// Markers as the loop has them: MPN's answer to T's picture, and for some people some of them at their true
/// place, as if pinned there.
Tensor loop_markers(const Tensor& answer, const Tensor& truth, RandomStream& random) {
  constexpr double kPeopleWithPins = 0.5;
  const std::int64_t n = truth.size(0), m = truth.size(1);
  auto pinned = torch::empty({n, m});
  for (std::int64_t person = 0; person < n; ++person) {
    const double share = random.uniform() < kPeopleWithPins ? random.uniform() : 0;
    pinned[person] = coin(random, 1, m, share)[0];
  }
  return torch::where(pinned.to(truth.device()).unsqueeze(2) > 0, truth, answer);
}

/// Markers displaced at random: all together up or down, as in breathing, and each by itself. Where the
/// surface does not determine a position, MPN's answer is no better than others near it. If MPN saw only
/// pictures of its own answers, it would learn to repeat whatever it is shown, and the loop could converge
/// anywhere.
Tensor displaced(const Tensor& markers, PictureScale scale, RandomStream& random) {
  constexpr double kTogetherPx = 3, kEachPx = 1.5;
  auto offset = torch::empty(markers.sizes());
  auto out = offset.accessor<float, 3>();
  for (std::int64_t person = 0; person < markers.size(0); ++person) {
    const double together = random.normal(0, kTogetherPx);
    for (std::int64_t marker = 0; marker < markers.size(1); ++marker) {
      out[person][marker][0] = static_cast<float>(together + random.normal(0, kEachPx));
      out[person][marker][1] = static_cast<float>(random.normal(0, kEachPx));
    }
  }
  return markers + offset.to(markers.device()) * scale.px(1);
}

/// What CIGN is shown, person by person in turn.
enum ShownKind { kTrueMarkers, kHeldMarkers, kLaterIteration, kMovedByHand, kShownKinds };

ShownKind shown_kind(const Batch& batch, std::int64_t person) {
  return static_cast<ShownKind>((batch.first + person) % kShownKinds);
}

/// The batch with those people bent whose turn it is.
Batch moved_by_hand(Batch batch, PictureScale scale, RandomStream& random) {
  std::vector<bool> who;
  for (std::int64_t n = 0; n < batch.surface.size(0); ++n)
    who.push_back(shown_kind(batch, n) == kMovedByHand);
  bend_inside(batch, who, scale, random);
  return batch;
}

/// marker_loss of MPN's answer, with the markers in pixels of the given pictures.
Tensor answer_loss(const NetworkRunner& run, const Tensor& maps, const Tensor& markers) {
  return marker_loss(maps, networks::places_in_smaller(markers, run.heat_map_ratio()),
                     run.shrink * run.marker_ratio());
}

/// A rectangle of a picture of this size; most are as broad as the picture, or as a detector.
struct Window {
  std::int64_t top, bottom, left, right;
};

Window random_window(std::int64_t rows, std::int64_t columns, RandomStream& random) {
  constexpr double kWhole = 0.2, kBroad = 0.5;
  if (random.uniform() < kWhole) return {0, rows, 0, columns};
  const auto part = [&](std::int64_t all, double least, double most) {
    const double size = least + (most - least) * random.uniform(), start = 1.2 * random.uniform() - 0.1;
    const double first = std::clamp(start * (1 - size), 0.0, 1 - size);
    return std::pair(std::lround(first * static_cast<double>(all)),
                     std::lround((first + size) * static_cast<double>(all)));
  };
  const auto [top, bottom] = part(rows, 0.25, 0.75);
  const auto [left, right] =
      random.uniform() < kBroad ? std::pair(0L, static_cast<long>(columns)) : part(columns, 0.5, 1);
  return {top, bottom, left, right};
}

/// (N, 1, H, W): as a completion shows it.
Tensor partly_seen(const Tensor& xray, RandomStream& random) {
  constexpr double kBrightness = 0.04, kCurve = 0.1;
  Tensor shown = torch::full_like(xray, networks::kNotSeen);
  for (std::int64_t n = 0; n < xray.size(0); ++n) {
    const Window window = random_window(xray.size(2), xray.size(3), random);
    const Tensor seen = xray[n].slice(1, window.top, window.bottom).slice(2, window.left, window.right);
    const Tensor changed =
        seen * (1 + random.normal(0, kBrightness)) + random.normal(0, kCurve) * seen * (1 - seen);
    shown[n]
        .slice(1, window.top, window.bottom)
        .slice(2, window.left, window.right)
        .copy_(changed.clamp(0, 1));
  }
  return shown;
}

}  // namespace

Tensor NetworkRunner::apply(networks::NetworkId id, const Tensor& input) const {
  networks::Unet& network = networks.network(id);
  return network->forward(bfloat16 ? input.to(torch::kBFloat16) : input).to(torch::kFloat32);
}

Tensor NetworkRunner::t(const Tensor& surface) const {
  return networks::unfold_pictures(
      apply(networks::NetworkId::kT, networks::fold_pictures(surface, networks.fold)), networks.fold);
}

Tensor NetworkRunner::mpn(const Tensor& surface, const Tensor& xray) const {
  const auto both = torch::cat({surface, xray}, 1);
  const int ratio = marker_ratio();
  const auto pictures = ratio == 1 ? both : torch::avg_pool2d(both, {ratio, ratio});
  return apply(networks::NetworkId::kMpn, networks::fold_pictures(pictures, networks.fold));
}

int NetworkRunner::marker_ratio() const {
  return std::max(1, networks.marker_shrink / shrink);
}

Tensor NetworkRunner::places(const Tensor& maps) const {
  return networks::places_in_larger(networks::decode_heat_maps(maps).positions, heat_map_ratio());
}

Tensor NetworkRunner::cign(const Tensor& surface, const Tensor& markers) const {
  return networks::unfold_pictures(
      apply(networks::NetworkId::kCign, networks::cign_input(surface, markers, networks.fold)),
      networks.fold);
}

Tensor xray_loss(const Tensor& predicted, const Tensor& truth, const Tensor& covered) {
  const auto error = (predicted - truth).abs() * 10;
  return covered.defined() ? (error * covered).sum() / covered.sum().clamp_min(1) : error.mean();
}

Tensor marker_loss(const Tensor& maps, const Tensor& markers, int shrink) {
  constexpr double kEmptyMap = std::numbers::pi * networks::kHeatMapSigmaPx * networks::kHeatMapSigmaPx,
                   kDistancePx = 30;
  const auto target = networks::stamp_heat_maps(markers, maps.size(2), maps.size(3));
  const auto squared = (maps - target).square().sum({2, 3}).mean() / kEmptyMap;
  const auto offset = networks::decode_heat_maps(maps).positions - markers;
  const auto distance = (offset.square().sum(2) + 0.05).sqrt().mean() * (shrink / kDistancePx);
  return squared + distance;
}

Tensor contraction_loss(const std::function<Tensor(const Tensor&)>& iterate, const Tensor& markers,
                        const Tensor& step) {
  constexpr double kMostLeft = 0.6;
  const auto lengths = [](const Tensor& steps) { return (steps.flatten(1).square().sum(1) + 1e-6).sqrt(); };
  const Tensor rest = iterate(markers);
  const Tensor slow = (iterate(markers + step) - rest).detach();
  const Tensor along = slow * (lengths(step) / lengths(slow)).reshape({-1, 1, 1});
  return torch::relu(lengths(iterate(markers + along) - rest) / lengths(along) - kMostLeft).mean();
}

Tensor t_stage_loss(const NetworkRunner& run, const Batch& batch) {
  return xray_loss(run.t(batch.surface), batch.xray, batch.covered);
}

Tensor reader_stage_loss(const NetworkRunner& run, const Batch& batch, RandomStream& random) {
  return answer_loss(run, run.mpn(batch.surface, partly_seen(batch.xray, random)), batch.markers);
}

PictureLoss cign_stage_loss(const NetworkRunner& run, const Batch& batch, RandomStream& random) {
  const Batch shown = moved_by_hand(batch, run.scale(), random);
  const Tensor picture = run.cign(shown.surface, shown.markers);
  return {xray_loss(picture, shown.xray), picture, shown.xray, shown.markers, shown.markers};
}

/// What MPN is shown: true pictures for the first quarter of the batch, T's for the second, for the other
/// half CIGN's of markers as the loop has them. Without gradients.
Tensor shown_pictures(const NetworkRunner& run, const Batch& batch, RandomStream& random) {
  torch::NoGradGuard no_grad;
  const std::int64_t n = batch.surface.size(0), first = (n + 3) / 4, last = first + (n - first) / 3;
  if (first == n) return batch.xray;
  const auto surface = batch.surface.slice(0, first);
  const auto by_t = run.t(surface).clamp(0, 1);
  const auto own = last - first;  // people of `surface` who keep T's picture
  // These few people would distort the running statistics of batch norm.
  const bool training = run.networks.mpn->is_training();
  run.networks.mpn->eval();
  const auto answer = run.places(run.mpn(surface.slice(0, own), by_t.slice(0, own)));
  run.networks.mpn->train(training);
  const auto markers =
      loop_markers(displaced(answer, run.scale(), random), batch.markers.slice(0, last), random);
  const auto by_cign = run.cign(surface.slice(0, own), markers).clamp(0, 1);
  return torch::cat({batch.xray.slice(0, 0, first), by_t.slice(0, 0, own), by_cign});
}

Tensor mpn_stage_loss(const NetworkRunner& run, const Batch& batch, RandomStream& random) {
  const auto shown = shown_pictures(run, batch, random);
  return answer_loss(run, run.mpn(batch.surface, shown), batch.markers);
}

Tensor convergent_mpn_loss(const NetworkRunner& run, const Batch& batch, double lambda,
                           RandomStream& random) {
  const auto shown = shown_pictures(run, batch, random);
  const auto maps = run.mpn(batch.surface, shown);
  const auto picture = run.cign(batch.surface, run.places(maps));
  constexpr double kContractionWeight = 0.3;
  const std::int64_t half = (batch.surface.size(0) + 1) / 2;
  const Tensor surface = batch.surface.slice(0, 0, half), markers = batch.markers.slice(0, 0, half);
  const auto picture_of = [&](const Tensor& places) {
    torch::NoGradGuard no_grad;
    return run.cign(surface, places).clamp(0, 1);
  };
  const auto iterate = [&](const Tensor& places) { return run.places(run.mpn(surface, picture_of(places))); };
  const Tensor step = displaced(torch::zeros_like(markers), run.scale(), random);
  return answer_loss(run, maps, batch.markers) + lambda * xray_loss(picture, batch.xray) +
         kContractionWeight * contraction_loss(iterate, markers, step);
}

/// What CIGN is shown; see convergent_cign_loss. Without gradients.
Tensor shown_markers(const NetworkRunner& run, const Batch& batch, RandomStream& random) {
  torch::NoGradGuard no_grad;
  const auto answer_to = [&](const Tensor& picture) {
    return run.places(run.mpn(batch.surface, picture.clamp(0, 1)));
  };
  const Tensor answer = answer_to(run.t(batch.surface));
  const Tensor held = loop_markers(answer, batch.markers, random);
  const Tensor later = answer_to(run.cign(batch.surface, answer));
  std::vector<Tensor> shown;
  for (std::int64_t n = 0; n < batch.surface.size(0); ++n) {
    const ShownKind kind = shown_kind(batch, n);
    shown.push_back(kind == kHeldMarkers ? held[n] : kind == kLaterIteration ? later[n] : batch.markers[n]);
  }
  return torch::stack(shown);
}

/// (N): how much of the true picture each person is asked for.
Tensor truth_share(const Batch& batch) {
  auto share = torch::empty({batch.surface.size(0)});
  for (std::int64_t n = 0; n < share.size(0); ++n) {
    const ShownKind kind = shown_kind(batch, n);
    share[n] = kind == kTrueMarkers || kind == kMovedByHand ? 1 : 0.5;
  }
  return share;
}

PictureLoss convergent_cign_loss(const NetworkRunner& run, const Batch& people, double lambda,
                                 RandomStream& random) {
  const Batch batch = moved_by_hand(people, run.scale(), random);
  const Tensor markers = shown_markers(run, batch, random);
  const Tensor picture = run.cign(batch.surface, markers);
  const Tensor share = truth_share(batch).to(picture.device()).reshape({-1, 1, 1, 1});
  const Tensor error = xray_loss(picture, batch.xray, share.expand_as(picture));
  return {error + lambda * answer_loss(run, run.mpn(batch.surface, picture), markers), picture, batch.xray,
          markers, batch.markers};
}

}  // namespace skiagraph::training
