#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/inference/predictor.h"
#include "core/tensors/dataset.h"

namespace skiagraph::applications {

struct TrainingDataStudyOptions {
  int people = 50;     ///< annotated, and as many to test on
  int pictures = 100;  ///< of each annotated person, besides the annotated one
  int epochs = 25, seeds = 3;
  double translation_px = 12;  ///< of the networks' grid: most to each side, of translated pictures
};

/// Of one network at one epoch.
struct EpochFigures {
  int epoch = 0;
  double mse = 0, cm = 0;
};

/// How the same people were augmented; or true X-rays of everybody in the training split, each once: what the
/// network can learn at best.
enum class Augmentation : std::uint8_t { kParametrised, kTranslated, kTruePeople };

struct TrainingRun {
  Augmentation augmentation = Augmentation::kParametrised;
  std::uint64_t seed = 0;
  std::vector<EpochFigures> epochs;
};

struct TrainingDataStudy {
  std::string model;
  int people = 0, tested = 0;
  std::int64_t pictures = 0;  ///< that each network learnt from
  int not_seen = 0;           ///< people passed over: their X-ray does not show the landmark where it may lie
  int lost = 0;               ///< parametrised pictures left out because the landmark's track was lost
  int true_people = 0;        ///< in the training split
  double mean_place_cm = 0;   ///< error of the mean place of the landmark in what is learnt from
  std::vector<TrainingRun> runs;
};

/// Table 2 of the paper: a network that finds the bottom of the left lung, which is none of the markers,
/// learns from few annotated people. Their parametrised X-rays are perturbed and the annotation is tracked,
/// or they are only translated. Annotated are people of the validation split, in CIGN's X-ray of their true
/// markers; tested are true X-rays of the test split. The annotation is the generator's landmark, followed
/// from the true X-ray into CIGN's: there it is seen. Throws
/// InputError when there are too few people, Cancelled.
TrainingDataStudy study_training_data(inference::Predictor& predictor, const tensors::Dataset& people,
                                      const TrainingDataStudyOptions& options = {},
                                      const ProgressFunction& progress = {},
                                      const CancelToken* cancel = nullptr);

}  // namespace skiagraph::applications
