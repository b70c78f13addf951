#pragma once

#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/networks/networks.h"
#include "core/training/adam.h"
#include "core/training/adversary.h"
#include "core/training/moving_average.h"

namespace skiagraph::training {

/// The optimiser's state and the averaged weights of a network that is being trained.
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
  std::int64_t critic_steps = 0;  ///< steps of the present adversary's critic
  /// Smoothed over the steps since the last validation; NaN before the first of them.
  double loss = std::numeric_limits<double>::quiet_NaN();
  double critic_loss = 0;  ///< smoothed
};

/// The texts of a run that its checkpoint keeps.
struct TrainingTexts {
  std::string recipe;
  std::string log;         ///< metrics.csv up to the checkpoint
  std::string frame = {};  ///< of the pictures
};

/// Writes networks, learners, the adversary where there is one, position and texts. Throws Error, and then
/// the checkpoint before is still there.
void write_checkpoint(const std::filesystem::path& path, const TrainingTexts& texts,
                      networks::Networks& networks, const std::vector<Learner>& learners,
                      const Adversary* adversary, const TrainingPosition& position);

/// An open checkpoint. Networks, learners and adversary are restored one after the other, because the
/// position says which learners and adversary there are.
class Checkpoint {
 public:
  /// Throws InputError when the file is damaged, of another recipe (see goes_on_from), or of pictures of
  /// another frame. An empty frame is not compared, nor one of a checkpoint that was written before it kept
  /// that.
  Checkpoint(const std::filesystem::path& path, const std::string& recipe_text,
             const std::string& frame = {});

  [[nodiscard]] const TrainingPosition& position() const { return position_; }
  /// Nothing in checkpoints that were written before they kept the log.
  [[nodiscard]] const std::optional<std::string>& log() const { return log_; }
  /// Each throws InputError when its part is missing or does not fit.
  void restore(networks::Networks& networks) const;
  void restore(std::vector<Learner>& learners) const;
  void restore(Adversary& adversary) const;

 private:
  std::string path_;
  std::optional<std::string> log_;
  std::map<std::string, torch::Tensor> tensors_;
  TrainingPosition position_;
};

}  // namespace skiagraph::training
