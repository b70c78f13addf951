#pragma once

#include <torch/types.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "core/base/random.h"
#include "core/training/adversary_options.h"

namespace skiagraph::training {

class Processes;

/// X-rays and what they were made from, float32.
struct MadeFrom {
  torch::Tensor surface;  ///< (N, 2, H, W)
  torch::Tensor markers;  ///< (N, kMarkerCount, 2) pixels; undefined where the critic does not see them
};

/// A critic with its optimiser. pictures (N, 1, H, W), float32.
class Adversary {
 public:
  /// The same for the same seed. fold: of the pictures, see networks::fold_of(). processes: the processes
  /// that train it together; must outlive it.
  Adversary(const AdversaryOptions& options, bool bfloat16, std::uint64_t seed, int fold = 1,
            torch::Device device = torch::kCPU, const Processes* processes = nullptr);
  ~Adversary();
  Adversary(Adversary&&) noexcept;
  Adversary& operator=(Adversary&&) noexcept;

  [[nodiscard]] const AdversaryOptions& options() const;
  /// One step on true and predicted pictures of the same people; returns the critic's loss. Markers differ
  /// where CIGN was shown others than the true ones.
  torch::Tensor learn(const MadeFrom& true_ones, const torch::Tensor& truth, const MadeFrom& shown,
                      const torch::Tensor& predicted, RandomStream& random);
  /// Scalar: the lower, the more the critic takes the pictures for true ones. Gradients flow to the pictures
  /// alone.
  [[nodiscard]] torch::Tensor loss(const MadeFrom& shown, const torch::Tensor& predicted);

  /// The state under names that begin with `prefix`; load() is the inverse of save() and throws
  /// std::out_of_range when a tensor is missing.
  void save(const std::string& prefix, std::map<std::string, torch::Tensor>& tensors) const;
  void load(const std::string& prefix, const std::map<std::string, torch::Tensor>& tensors);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace skiagraph::training
