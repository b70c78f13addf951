#include "core/applications/training_data/training_data_study.h"

#include <torch/types.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/applications/training_data/landmark_regressor.h"
#include "core/applications/training_data/perturbed_pictures.h"
#include "core/base/error.h"
#include "core/evaluation/person.h"
#include "core/networks/marker_search.h"

namespace skiagraph::applications {
namespace {

constexpr auto kLandmark = static_cast<std::int64_t>(Marker::kLungBottomLeft);
/// The regressor's X-rays are this much smaller than the networks' grid.
constexpr int kShrink = 2;

/// The people of a split whose markers and landmark are known, at least so many.
std::vector<std::int64_t> annotated_people(const tensors::Dataset& people, tensors::Split split, int wanted) {
  std::vector<std::int64_t> chosen;
  const torch::Tensor indices = people.complete_indices(split);
  for (std::int64_t n = 0; n < indices.numel(); ++n) {
    const auto index = indices[n].item<std::int64_t>();
    if (!people.landmarks[index][kLandmark].isnan().any().item<bool>()) chosen.push_back(index);
  }
  if (static_cast<int>(chosen.size()) < wanted)
    throw InputError(
        "augment.few_people",
        "The data set has only {} people in a split whose landmarks are all known; {} are needed.",
        chosen.size(), wanted);
  return chosen;
}

Pixel landmark_of(const tensors::Dataset& people, std::int64_t index) {
  const torch::Tensor place = people.landmarks[index][kLandmark];
  return {place[0].item<double>(), place[1].item<double>()};
}

/// Where the landmark is to be seen in CIGN's X-ray of the true markers. The landmark is none of them, so
/// CIGN draws it elsewhere than it truly is; who annotates that X-ray marks what is seen. Nothing where it is
/// not found again.
std::optional<Pixel> seen_landmark(inference::Predictor& predictor, const evaluation::Person& person,
                                   Pixel landmark) {
  constexpr TrackingOptions kAlike{.patch_px = 10, .search_px = 20, .least_score = 0.5, .return_px = 3};
  const torch::Tensor truth = person.xray.contiguous();
  const imaging::XrayImage true_xray{predictor.frame(),
                                     {truth.data_ptr<float>(), truth.data_ptr<float>() + truth.numel()}};
  const auto found =
      tracked_place(true_xray, landmark, predictor.xray_of(person.surface, person.markers), kAlike);
  return found ? std::optional(found->place) : std::nullopt;
}

/// Gathers X-rays as large as the regressor takes them.
class Gathered {
 public:
  explicit Gathered(const geometry::CanonicalFrame& frame)
      : shrink_(kShrink * frame.rows / geometry::CanonicalFrame{}.rows) {}

  /// xray: (H, W)
  void add(const torch::Tensor& xray, Pixel landmark, double mm_per_px) {
    xrays_.push_back(torch::avg_pool2d(xray.reshape({1, 1, xray.size(0), xray.size(1)}), shrink_));
    const torch::Tensor place =
        torch::tensor({landmark.row, landmark.column}, torch::kFloat32).reshape({1, 1, 2});
    landmarks_.push_back(networks::places_in_smaller(place, shrink_));
    mm_per_px_.push_back(static_cast<float>(mm_per_px * shrink_));
  }
  [[nodiscard]] LandmarkPictures pictures() const {
    return {torch::cat(xrays_), torch::cat(landmarks_), torch::tensor(mm_per_px_)};
  }

 private:
  int shrink_;
  std::vector<torch::Tensor> xrays_, landmarks_;
  std::vector<float> mm_per_px_;
};

torch::Tensor tensor_of(const imaging::XrayImage& xray) {
  return torch::tensor(xray.pixels).reshape({xray.frame.rows, xray.frame.columns});
}

/// Moved by whole pixels; air comes in from the side.
torch::Tensor moved(const torch::Tensor& xray, std::int64_t down, std::int64_t right) {
  const std::int64_t rows = xray.size(0), columns = xray.size(1);
  torch::Tensor to = torch::zeros_like(xray);
  const auto both = [](std::int64_t shift, std::int64_t size) {
    return std::pair{std::max<std::int64_t>(0, shift), size + std::min<std::int64_t>(0, shift)};
  };
  const auto [top, bottom] = both(down, rows);
  const auto [left, end] = both(right, columns);
  to.slice(0, top, bottom)
      .slice(1, left, end)
      .copy_(xray.slice(0, top - down, bottom - down).slice(1, left - right, end - right));
  return to;
}

struct Learning {
  LandmarkPictures parametrised, translated;
};

void add_translations(const AnnotatedPicture& original, double mm_per_px, std::size_t count, double most_px,
                      RandomStream random, Gathered& gathered) {
  const torch::Tensor xray = tensor_of(original.xray);
  const Pixel place = original.annotations.front();
  gathered.add(xray, place, mm_per_px);
  const double most = most_px * original.xray.frame.rows / geometry::CanonicalFrame{}.rows;
  for (std::size_t n = 1; n < count; ++n) {
    const auto down = static_cast<std::int64_t>(random.uniform(-most, most)),
               right = static_cast<std::int64_t>(random.uniform(-most, most));
    gathered.add(moved(xray, down, right),
                 place + Pixel{static_cast<double>(down), static_cast<double>(right)}, mm_per_px);
  }
}

Learning learning_pictures(inference::Predictor& predictor, const tensors::Dataset& people,
                           const TrainingDataStudyOptions& options, const ProgressFunction& progress,
                           const CancelToken* cancel, TrainingDataStudy& study) {
  const auto perturbation = MarkerPerturbation::among_people(predictor);
  const auto candidates = annotated_people(people, tensors::Split::kValidation, options.people);
  Gathered parametrised(people.frame), translated(people.frame);
  for (std::size_t n = 0; n < candidates.size() && study.people < options.people; ++n) {
    const evaluation::Person truth = evaluation::person_of(people, candidates[n]);
    const auto seen = seen_landmark(predictor, truth, landmark_of(people, candidates[n]));
    if (!seen) {
      ++study.not_seen;
      continue;
    }
    ++study.people;
    const AnnotatedPerson person{truth.surface, truth.markers, {*seen}};
    const PerturbedPictures made =
        perturbed_pictures(predictor, person, perturbation, {options.pictures, n + 1, {}}, {}, cancel);
    for (const AnnotatedPicture& picture : made.pictures)
      parametrised.add(tensor_of(picture.xray), picture.annotations.front(), truth.mm_per_px);
    study.lost += made.lost;
    // As many, so that one epoch is as long for both.
    add_translations(made.pictures.front(), truth.mm_per_px, made.pictures.size(), options.translation_px,
                     RandomStream(77, n), translated);
    if (progress) progress(0.4 * study.people / options.people, "pictures");
  }
  if (study.people < options.people)
    throw InputError(
        "augment.few_people",
        "The data set has only {} people in a split whose landmarks are all known; {} are needed.",
        study.people, options.people);
  return {parametrised.pictures(), translated.pictures()};
}

LandmarkPictures true_pictures(const tensors::Dataset& people, const std::vector<std::int64_t>& chosen) {
  Gathered gathered(people.frame);
  for (const std::int64_t index : chosen)
    gathered.add(people.xray[index][0].to(torch::kFloat32), landmark_of(people, index),
                 people.mm_per_px[index].item<double>());
  return gathered.pictures();
}

LandmarkPictures test_pictures(const tensors::Dataset& people, int wanted) {
  std::vector<std::int64_t> chosen = annotated_people(people, tensors::Split::kTest, wanted);
  chosen.resize(static_cast<std::size_t>(wanted));
  return true_pictures(people, chosen);
}

}  // namespace

TrainingDataStudy study_training_data(inference::Predictor& predictor, const tensors::Dataset& people,
                                      const TrainingDataStudyOptions& options,
                                      const ProgressFunction& progress, const CancelToken* cancel) {
  TrainingDataStudy study;
  study.model = predictor.model_name();
  const LandmarkPictures test = test_pictures(people, options.people);
  study.tested = static_cast<int>(test.xrays.size(0));
  const Learning learning = learning_pictures(predictor, people, options, progress, cancel, study);
  study.pictures = learning.parametrised.xrays.size(0);
  const torch::Tensor off = learning.parametrised.landmarks.mean(0, true) - test.landmarks;
  study.mean_place_cm = (off.norm(2, 2).squeeze(1) * test.mm_per_px).mean().item<double>() / 10;
  const std::vector<std::int64_t> everybody = annotated_people(people, tensors::Split::kTrain, 0);
  study.true_people = static_cast<int>(everybody.size());
  int done = 0;
  const auto train = [&](Augmentation augmentation, const LandmarkPictures& pictures, int seed) {
    TrainingRun run{augmentation, static_cast<std::uint64_t>(seed), {}};
    torch::manual_seed(static_cast<std::uint64_t>(seed));
    LandmarkRegressor network;
    const auto after = [&](int epoch) {
      const LandmarkErrors errors = landmark_errors(network, test);
      run.epochs.push_back({epoch, errors.mse, errors.cm});
      ++done;
      if (progress)
        progress(0.4 + 0.6 * done / (3.0 * options.seeds * options.epochs), "training the regressor");
    };
    train_landmark_regressor(network, pictures, options.epochs, run.seed, after, cancel);
    study.runs.push_back(std::move(run));
  };
  for (int seed = 1; seed <= options.seeds; ++seed) {
    train(Augmentation::kParametrised, learning.parametrised, seed);
    train(Augmentation::kTranslated, learning.translated, seed);
    if (!everybody.empty()) train(Augmentation::kTruePeople, true_pictures(people, everybody), seed);
  }
  if (progress) progress(1, "training the regressor");
  return study;
}

}  // namespace skiagraph::applications
