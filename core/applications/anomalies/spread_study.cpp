#include "core/applications/anomalies/spread_study.h"

#include <torch/types.h>

#include <utility>

#include "core/base/error.h"

namespace skiagraph::applications {

PersonScores person_scores(inference::Predictor& predictor, inference::Predictor* reader,
                           const StudyPerson& person, const std::optional<PictureSpread>& spread,
                           const CancelToken* cancel) {
  const geometry::CanonicalFrame& frame = predictor.frame();
  const PixelArea whole{0, frame.rows, 0, frame.columns};
  CompletionRequest request;
  request.surface = person.person.surface;
  request.picture = std::make_shared<const imaging::XrayPicture>(picture_of(person, whole));
  request.placement = PicturePlacement{whole.centre(), 1};
  request.reader = reader;
  const Completion completion = complete(predictor, request, {}, cancel);
  return {anomaly_scores(completion, *person.person.surface, spread), completion.fit.markers,
          completion.fit.synthetic, person.person.mm_per_px};
}

double one_region_threshold(const std::vector<const PersonScores*>& healthy, bool by_score) {
  const double most = by_score ? 20 : 0.5, step = by_score ? 0.25 : 0.01;
  double threshold = most;
  for (double next = most; next > 0; next -= step) {
    std::size_t regions = 0;
    for (const PersonScores* person : healthy)
      regions += anomaly_regions(person->scores, values_of(*person, by_score), next, person->markers,
                                 person->mm_per_px)
                     .size();
    if (regions > healthy.size()) break;
    threshold = next;
  }
  return threshold;
}

PictureSpread measured_spread(inference::Predictor& predictor, const tensors::Dataset& people,
                              std::optional<tensors::Split> split, const ProgressFunction& progress,
                              const CancelToken* cancel) {
  PictureSpread unit{predictor.frame(), {}, {}};
  unit.mean.assign(static_cast<std::size_t>(unit.frame.rows) * unit.frame.columns, 0.0F);
  unit.sd.assign(unit.mean.size(), 1.0F);
  PictureSpreadMeasure measure(predictor.frame());
  const auto reader = reader_of(predictor);
  std::vector<PersonScores> healthy;
  const std::vector<std::int64_t> chosen = people_of(people, split, 0, predictor.frame());
  for (std::size_t n = 0; n < chosen.size(); ++n) {
    if (progress) progress(static_cast<double>(n) / static_cast<double>(chosen.size()), "Spread");
    if (people.anomaly.defined() && people.anomaly[chosen[n]].item<int>() != 0) continue;
    const StudyPerson person = study_person(people, chosen[n]);
    if (!person.whole) continue;
    healthy.push_back(person_scores(predictor, reader.get(), person, unit, cancel));
    measure.add(healthy.back().scores.score, healthy.back().scores.used);
  }
  if (healthy.empty())
    throw InputError(
        "spread.nobody",
        "The data set has no healthy people whose whole X-ray is known to measure the spread on.");
  PictureSpread spread = measure.spread();
  std::vector<const PersonScores*> all;
  for (PersonScores& person : healthy) {
    std::vector<float>& score = person.scores.score;
    for (std::size_t n = 0; n < score.size(); ++n)
      if (person.scores.used[n] != 0) score[n] = (score[n] - spread.mean[n]) / spread.sd[n];
    all.push_back(&person);
  }
  spread.threshold = one_region_threshold(all, true);
  if (progress) progress(1, "Spread");
  return spread;
}

}  // namespace skiagraph::applications
