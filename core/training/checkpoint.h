#pragma once

#include <filesystem>
#include <optional>

#include "core/networks/networks.h"
#include "core/training/adam.h"
#include "core/training/adversary.h"
#include "core/training/moving_average.h"

namespace skiagraph::training {

/// A network with what its training needs beside the weights.
struct Learner {
  networks::NetworkId id;
  Adam adam;
  MovingAverage average;

  Learner(networks::NetworkId which, networks::Networks& networks,
          Adam::Matrices matrices = Adam::Matrices::kScaled);
};

/// Where a run stands.
struct TrainingPosition {
  std::size_t stage = 0;
  std::int64_t step = 0;          ///< steps of the stage that are done
  double seconds = 0;             ///< of training so far
  std::int64_t critic_steps = 0;  ///< that the adversary in hand has learnt
};

/// Writes networks, learners, the adversary where there is one, and position; complete or not at all.
void write_checkpoint(const std::filesystem::path& path, const std::string& recipe_text,
                      networks::Networks& networks, const std::vector<Learner>& learners,
                      const Adversary* adversary, const TrainingPosition& position);

/// An open checkpoint. Two steps, because the position says which learners there are.
class Checkpoint {
 public:
  /// Throws InputError when the file is damaged or of another recipe.
  Checkpoint(const std::filesystem::path& path, const std::string& recipe_text);

  [[nodiscard]] const TrainingPosition& position() const { return position_; }
  void restore(networks::Networks& networks) const;
  void restore(std::vector<Learner>& learners) const;
  void restore(Adversary& adversary) const;

 private:
  std::string path_;
  std::map<std::string, torch::Tensor> tensors_;
  TrainingPosition position_;
};

}  // namespace skiagraph::training
