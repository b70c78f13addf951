#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/applications/completion/completion.h"
#include "core/base/progress.h"
#include "core/inference/predictor.h"
#include "core/tensors/dataset.h"

namespace skiagraph::applications {

/// What is compared with the truth, before completion and after. Errors in cm, of pictures in units of the
/// X-ray image.
struct CompletionErrors {
  double markers_cm = 0, vertical_cm = 0;  ///< means over the known markers
  double hidden_markers_cm = 0;            ///< over those whose place the real X-ray does not show
  double mae = 0;                          ///< of the synthetic X-ray alone, wherever the truth is known
  double mae_hidden = 0;                   ///< likewise where the real X-ray shows nothing
};

/// One person of whom one region is seen.
struct CompletionFigures {
  CompletionErrors before, after;
  /// Mean marker error where the seen markers were known exactly and the hidden ones placed as people vary
  /// together, cm: what no reading of the real X-ray gets below.
  double at_best_cm = 0;
  double mae_joined = 0;           ///< with the real X-ray in it
  double placement_mm = 0;         ///< from where the picture was put to where it belongs
  std::vector<double> of_margins;  ///< by known marker: its error over its margin
  double agreement = 0;            ///< at the end
  bool refused = false;            ///< the picture was taken for none of this body; no other figure counts
};

struct RegionFigures {
  std::string region;  ///< "thorax"
  std::vector<CompletionFigures> people;
};

/// What the networks allow at best: each alone, on one whole person's truth.
struct CompletionLimits {
  double read_cm = 0;    ///< mean error of the markers that MPN reads in the true X-ray
  double reader_cm = 0;  ///< likewise the reader; 0 without one
  double mae = 0;        ///< of CIGN's X-ray of the true markers
};

struct CompletionStudy {
  std::string model;
  std::vector<CompletionLimits> limits;  ///< by whole person
  std::vector<RegionFigures> regions;
};

/// What margins would have to be multiplied with to hold 95 % of the markers of a study.
double margin_factor_of(const CompletionStudy& study);

struct CompletionStudyOptions {
  std::optional<tensors::Split> split = tensors::Split::kTest;  ///< nothing: everybody
  std::int64_t most_people = 0;                                 ///< the first ones of the split; 0: all
  bool place_by_hand = false;  ///< the picture is put where it belongs, in place of being found
  FitOptions fit;
  double margin_factor = 1;  ///< see PictureSpread
};

/// Table 3 of the paper: of every person of a split the X-ray of a region is taken out, put on another scale
/// of brightness as detectors do, and completed; where it belongs is not told. Regions: thorax, abdomen,
/// upper and lower half of the picture; of people who are not wholly known (CT of a part) the upper and the
/// lower half of what is known, compared there alone. Throws InputError when the frames differ or nobody is
/// in the split, Cancelled.
CompletionStudy study_completion(inference::Predictor& predictor, const tensors::Dataset& people,
                                 const CompletionStudyOptions& options = {},
                                 const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr);

}  // namespace skiagraph::applications
