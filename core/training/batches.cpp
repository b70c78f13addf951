#include "core/training/batches.h"

#include <ATen/Parallel.h>
#include <torch/types.h>

#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/shuffled.h"
#include "core/imaging/xray_image.h"
#include "core/markers/marker_table.h"
#include "core/networks/marker_search.h"
#include "core/networks/network_weights.h"
#include "core/training/augmentation.h"

namespace skiagraph::training {
namespace {

// Streams of random numbers: one for the order of each epoch, one for each batch.
constexpr std::uint64_t kOrderStreams = 1ULL << 40;

/// (N, 1, 1, 1)
torch::Tensor size_factors(const tensors::Dataset& dataset, const torch::Tensor& people) {
  const geometry::CanonicalFrame& frame = dataset.frame;
  const double of_one_mm_per_px = imaging::xray_size_factor(frame.symphysis_row - frame.neck_row);
  return dataset.mm_per_px.index_select(0, people).to(torch::kFloat32).reshape({-1, 1, 1, 1}) *
         of_one_mm_per_px;
}

}  // namespace

Batches::Batches(const tensors::Dataset& dataset, tensors::Split split, int shrink, std::uint64_t seed,
                 Chosen chosen, torch::Device device)
    : dataset_(dataset),
      device_(device),
      indices_(chosen == Chosen::kAll ? dataset.indices(split) : dataset.complete_indices(split)),
      shrink_(shrink),
      seed_(seed) {
  if (indices_.numel() > 0) return;
  if (chosen == Chosen::kAll)
    throw InputError("dataset.empty_split",
                     "The data set has no people in one of its splits; make a larger one.");
  throw InputError("dataset.none_complete",
                   "The data set has nobody with all markers and a whole X-ray in one of its splits; add "
                   "such people, for example virtual ones.");
}

Batch Batches::pick(const torch::Tensor& people) const {
  const auto take = [&](const torch::Tensor& all) {
    const auto full = all.index_select(0, people).to(device_).to(torch::kFloat32);
    return shrink_ == 1 ? full : torch::avg_pool2d(full, {shrink_, shrink_});
  };
  const auto markers = dataset_.landmarks.index_select(0, people).slice(1, 0, kMarkerCount);
  Batch batch{take(dataset_.surface), take(dataset_.xray) / size_factors(dataset_, people).to(device_),
              networks::places_in_smaller(markers, shrink_).to(device_)};
  if (dataset_.covered.defined()) batch.covered = fully_covered(take(dataset_.covered));
  return batch;
}

/// Each draw has a stream of its own, so that it does not matter who else is in the batch.
Batch Batches::varied(std::int64_t person, std::int64_t draw) const {
  Batch batch = pick(indices_.slice(0, person, person + 1));
  RandomStream random(seed_, static_cast<std::uint64_t>(draw));
  vary_place(batch, random);
  vary_surface(batch, {shrink_, networks::fold_of(dataset_.frame)}, random);
  return batch;
}

Batch Batches::random(std::int64_t number, int size, BatchPart part) const {
  std::int64_t epoch = -1;
  std::vector<std::int64_t> order, drawn;
  const int own = size / part.count;
  const std::int64_t first = number * size + static_cast<std::int64_t>(part.number) * own;
  for (std::int64_t n = first; n < first + own; ++n) {
    if (n / people() != epoch) {
      epoch = n / people();
      order = shuffled(people(), RandomStream(seed_, kOrderStreams + static_cast<std::uint64_t>(epoch)));
    }
    drawn.push_back(order[static_cast<std::size_t>(n % people())]);
  }
  std::vector<Batch> all(drawn.size());
  const auto make = [&](std::int64_t begin, std::int64_t end) {
    torch::NoGradGuard no_grad;
    for (std::int64_t n = begin; n < end; ++n)
      all[static_cast<std::size_t>(n)] = varied(drawn[static_cast<std::size_t>(n)], first + n);
  };
  // One thread for each person: LibTorch's operations on one picture keep few threads of a CPU busy.
  if (device_.is_cpu())
    at::parallel_for(0, own, 1, make);
  else
    make(0, own);
  std::vector<torch::Tensor> surfaces, xrays, markers, covered;
  for (const Batch& one : all) {
    surfaces.push_back(one.surface);
    xrays.push_back(one.xray);
    markers.push_back(one.markers);
    if (one.covered.defined()) covered.push_back(one.covered);
  }
  return {torch::cat(surfaces), torch::cat(xrays), torch::cat(markers),
          covered.empty() ? torch::Tensor() : torch::cat(covered), first - number * size};
}

Batch Batches::in_order(std::int64_t first, int size) const {
  return pick(indices_.slice(0, first, std::min(first + size, people())));
}

Batch BatchQueue::take(std::int64_t number) {
  if (people_.device().is_cpu()) return people_.random(number, size_, part_);
  const auto make = [this](std::int64_t wanted) {
    torch::NoGradGuard no_grad;
    return people_.random(wanted, size_, part_);
  };
  const Batch batch = number == next_number_ ? next_.get() : make(number);
  next_number_ = number + 1 < last_ ? number + 1 : -1;
  if (next_number_ >= 0) next_ = std::async(std::launch::async, make, next_number_);
  return batch;
}

}  // namespace skiagraph::training
