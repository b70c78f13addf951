#pragma once

#include <torch/types.h>

#include <cstdint>
#include <future>

#include "core/tensors/dataset.h"

namespace skiagraph::training {

/// People as the networks learn from them. float32.
struct Batch {
  torch::Tensor surface;  ///< (N, 2, H, W)
  torch::Tensor xray;     ///< (N, 1, H, W), of standard size (kStandardTorsoMm)
  torch::Tensor markers;  ///< (N, kMarkerCount, 2) pixels of these pictures; NaN: not known
  /// (N, 1, H, W): 1 where the X-ray is known, else 0. Undefined when all of it is.
  torch::Tensor covered = {};
  std::int64_t first = 0;  ///< index of the first person in the whole batch, of which this may be a part
};

/// One of several equal parts of a batch, as processes that train together share it.
struct BatchPart {
  int number = 0, count = 1;
};

/// The people that batches are drawn from: all, or those whose markers and whole X-ray are known.
enum class Chosen : std::uint8_t { kAll, kComplete };

/// Draws batches of one split. Batch number n of a seed is the same however many were drawn before it, so a
/// resumed run goes on exactly where it stopped.
class Batches {
 public:
  /// shrink: pictures are averaged over squares of this many pixels. device: where batches are made and stay;
  /// the data set stays where it is.
  Batches(const tensors::Dataset& dataset, tensors::Split split, int shrink, std::uint64_t seed,
          Chosen chosen = Chosen::kAll, torch::Device device = torch::kCPU);

  [[nodiscard]] std::int64_t people() const { return indices_.size(0); }
  [[nodiscard]] torch::Device device() const { return device_; }
  /// `size` people, augmented; each person is drawn once before any is drawn again. With `part`, that part of
  /// the same batch. size: a multiple of part.count.
  [[nodiscard]] Batch random(std::int64_t number, int size, BatchPart part = {}) const;
  /// The people from `first` on, at most `size`, in order and as they are; N may be 0.
  [[nodiscard]] Batch in_order(std::int64_t first, int size) const;

 private:
  [[nodiscard]] Batch pick(const torch::Tensor& people) const;
  [[nodiscard]] Batch varied(std::int64_t person, std::int64_t draw) const;

  const tensors::Dataset& dataset_;
  torch::Device device_;
  torch::Tensor indices_;
  int shrink_;
  std::uint64_t seed_;
};

/// Random batches one after the other. For a GPU a thread asks for the next one while this one is used.
class BatchQueue {
 public:
  /// `people` must outlive the queue. last: numbers end before it.
  BatchQueue(const Batches& people, int size, BatchPart part, std::int64_t last)
      : people_(people), size_(size), part_(part), last_(last) {}

  /// Batch `number`; fastest when batches are taken in order.
  [[nodiscard]] Batch take(std::int64_t number);

 private:
  const Batches& people_;
  int size_;
  BatchPart part_;
  std::int64_t last_;
  std::int64_t next_number_ = -1;
  std::future<Batch> next_;
};

}  // namespace skiagraph::training
