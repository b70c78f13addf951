#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/training/adversary_options.h"

namespace skiagraph::training {

/// One part of a training run.
struct Stage {
  enum class Kind : std::uint8_t {
    kT,           ///< T: surface -> X-ray, absolute error
    kCign,        ///< CIGN from true markers, absolute error
    kMpn,         ///< MPN from true X-rays and from those of T and CIGN
    kReader,      ///< MPN from true X-rays of which only part is seen: for completion
    kConvergent,  ///< Algorithm 1: MPN and CIGN in turn, each through the other, which is frozen
  };
  Kind kind = Kind::kT;
  int shrink = 1;  ///< pictures are this many times smaller than the frame: from coarse to fine
  int batch = 4;
  std::int64_t steps = 100;
  double learning_rate = 1e-3;      ///< highest; rises over the first steps, then falls as a cosine
  AdversaryOptions adversary = {};  ///< of CIGN
  bool muon = false;                ///< Adam::Matrices::kOrthogonalised
};

std::string stage_name(const Stage& stage);

/// How networks are trained: a JSON file {"name", "seed", "precision": "float32" | "bfloat16", "lambda":
/// [MPN, CIGN], "continues": name of another recipe, "stages": [{"kind": "t" | "cign" | "mpn" | "reader" |
/// "convergent", "shrink", "batch", "steps", "learning_rate", "optimiser": "adam" | "muon", "adversary":
/// {"kind": "patches" | "wgan" | "wgan-gp", "weight", "learning_rate", "warm_up", "sees": "surface" |
/// "markers"}}]}. Consecutive stages with the same adversary share its critic.
struct Recipe {
  std::string name;
  std::string continues;  ///< recipe whose networks it starts from; empty: untrained ones
  std::uint64_t seed = 1;
  bool bfloat16 = false;  ///< activations; weights stay float32
  double lambda_mpn = 0.5,
         lambda_cign = 0.05;  ///< weight of the loss that flows back through the other network
  int marker_shrink = 1;      ///< see Networks; coarser stages of MPN use their own shrink
  std::vector<Stage> stages;
  std::string text;  ///< the file, kept with the weights
};

/// Throws InputError naming the file and what is wrong in it.
Recipe read_recipe(const std::filesystem::path& path);
/// The same for the text of a file; `path` is what errors name.
Recipe recipe_in(const std::string& text, const std::filesystem::path& path);

/// The recipe with one more stage: the last one once more, with so many steps. Throws InputError as above.
std::string prolonged_recipe(const std::string& text, const std::filesystem::path& path, std::int64_t steps);
/// Whether a run of the recipe `earlier` may go on with `text`: they are the same but for stages after the
/// last one.
bool goes_on_from(const std::string& text, const std::string& earlier);

}  // namespace skiagraph::training
