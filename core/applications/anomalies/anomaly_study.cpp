#include "core/applications/anomalies/anomaly_study.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "core/base/error.h"

namespace skiagraph::applications {
namespace {

constexpr double kLookedAt = 3;  // standard deviations that make a region for the ranking of people

struct Looked {
  int kind = 0;
  PersonScores scores;
  std::vector<std::uint8_t> mask;
  std::vector<float> truth;
};

using Group = std::vector<const Looked*>;

/// How conspicuous the most conspicuous region is.
double conspicuous(const Looked& person, bool by_score) {
  const auto regions =
      anomaly_regions(person.scores.scores, values_of(person.scores, by_score),
                      by_score ? kLookedAt : kPaperThreshold, person.scores.markers, person.scores.mm_per_px);
  return regions.empty() ? 0 : regions.front().peak * std::sqrt(regions.front().area_mm2);
}

/// A region counts as found when a tenth of it lies on the anomaly.
bool found(const Looked& person, bool by_score, double threshold) {
  constexpr double kShare = 0.1;
  const auto regions = anomaly_regions(person.scores.scores, values_of(person.scores, by_score), threshold,
                                       person.scores.markers, person.scores.mm_per_px);
  return std::ranges::any_of(regions, [&](const AnomalyRegion& region) {
    const auto on =
        std::ranges::count_if(region.pixels, [&](std::uint32_t n) { return person.mask[n] != 0; });
    return static_cast<double>(on) >= kShare * static_cast<double>(region.pixels.size());
  });
}

Ranking pixel_ranking(const Group& group, bool by_score) {
  ScoreCounts counts(by_score ? 40 : 1);
  for (const Looked* person : group) {
    const std::vector<float>& values = values_of(person->scores, by_score);
    for (std::size_t n = 0; n < values.size(); ++n)
      if (person->scores.scores.used[n] != 0) counts.add(std::abs(values[n]), person->mask[n] != 0);
  }
  return counts.ranking();
}

DetectionFigures figures_of(const Group& group, const Group& healthy, bool by_score, double threshold) {
  constexpr std::uint64_t kSeed = 20180618;
  std::vector<double> scores, others;
  std::vector<double> hits;
  for (const Looked* person : group) {
    scores.push_back(conspicuous(*person, by_score));
    hits.push_back(found(*person, by_score, threshold) ? 1 : 0);
  }
  for (const Looked* person : healthy) others.push_back(conspicuous(*person, by_score));
  DetectionFigures figures;
  figures.pixels = pixel_ranking(group, by_score);
  figures.people = ranking(scores, others);
  figures.sensitivity = evaluation::mean(hits);
  // Healthy people and those with the anomaly are drawn together, as they were met.
  const auto ill = static_cast<std::int64_t>(scores.size()),
             all = ill + static_cast<std::int64_t>(others.size());
  figures.people_roc = evaluation::bootstrap_interval(
      all,
      [&](std::span<const std::int64_t> drawn) {
        std::vector<double> with, without;
        for (const std::int64_t n : drawn)
          n < ill ? with.push_back(scores[static_cast<std::size_t>(n)])
                  : without.push_back(others[static_cast<std::size_t>(n - ill)]);
        return with.empty() || without.empty() ? figures.people.roc_area : ranking(with, without).roc_area;
      },
      kSeed, 500);
  figures.sensitivity_interval = evaluation::bootstrap_interval(
      ill,
      [&](std::span<const std::int64_t> drawn) {
        double sum = 0;
        for (const std::int64_t n : drawn) sum += hits[static_cast<std::size_t>(n)];
        return sum / static_cast<double>(drawn.size());
      },
      kSeed);
  return figures;
}

AnomalyExample example_of(const Looked& person, const std::string& kind) {
  constexpr float kShownScore = 10;
  const AnomalyScores& scores = person.scores.scores;
  AnomalyExample example{
      kind, {scores.frame, person.truth}, person.scores.synthetic, {scores.frame, {}}, {scores.frame, {}}};
  for (std::size_t n = 0; n < scores.difference.size(); ++n) {
    const bool used = scores.used[n] != 0;
    example.above_threshold.pixels.push_back(used && std::abs(scores.difference[n]) > kPaperThreshold ? 1.0F
                                                                                                      : 0.0F);
    example.score.pixels.push_back(used ? std::min(1.0F, std::abs(scores.score[n]) / kShownScore) : 0.0F);
  }
  return example;
}

Looked looked_at(inference::Predictor& predictor, inference::Predictor* reader,
                 const tensors::Dataset& people, std::int64_t index, const PictureSpread& spread,
                 const CancelToken* cancel) {
  const StudyPerson person = study_person(people, index);
  const torch::Tensor mask = people.anomaly_mask[index][0].to(torch::kUInt8).contiguous();
  const auto* first = mask.data_ptr<std::uint8_t>();
  return {people.anomaly[index].item<int>(),
          person_scores(predictor, reader, person, spread, cancel),
          {first, first + mask.numel()},
          person.truth};
}

}  // namespace

AnomalyStudy study_anomalies(inference::Predictor& predictor, const tensors::Dataset& people,
                             const PictureSpread& spread, std::int64_t most_people,
                             const ProgressFunction& progress, const CancelToken* cancel) {
  if (!people.anomaly.defined())
    throw InputError("anomalies.none",
                     "The data set has no anomalies; make one with population --anomalies all.");
  const std::vector<std::int64_t> chosen = people_of(people, {}, most_people, predictor.frame());
  std::vector<Looked> looked;
  const auto reader = reader_of(predictor);
  for (std::size_t n = 0; n < chosen.size(); ++n) {
    if (progress) progress(static_cast<double>(n) / static_cast<double>(chosen.size()), "Anomalies");
    looked.push_back(looked_at(predictor, reader.get(), people, chosen[n], spread, cancel));
  }
  if (progress) progress(1, "Anomalies");
  const std::vector<std::string> names = people.anomalies();
  std::vector<Group> groups(names.size());
  for (const Looked& person : looked) groups[static_cast<std::size_t>(person.kind)].push_back(&person);
  const Group& healthy = groups.front();
  if (healthy.empty())
    throw InputError("anomalies.no_healthy", "The data set has no healthy people to compare with.");
  std::vector<const PersonScores*> controls;
  for (const Looked* person : healthy) controls.push_back(&person->scores);

  AnomalyStudy study;
  study.model = predictor.model_name();
  study.healthy = static_cast<std::int64_t>(healthy.size());
  study.plain_threshold = one_region_threshold(controls, false);
  study.score_threshold = one_region_threshold(controls, true);
  for (const PersonScores* person : controls)
    study.plain_regions +=
        static_cast<double>(anomaly_regions(person->scores, person->scores.difference, kPaperThreshold,
                                            person->markers, person->mm_per_px)
                                .size()) /
        static_cast<double>(controls.size());
  for (std::size_t kind = 0; kind < groups.size(); ++kind) {
    const Group& group = groups[kind];
    if (group.empty()) continue;
    study.examples.push_back(example_of(*group.front(), names[kind]));
    if (kind == 0) continue;
    study.kinds.push_back({names[kind], static_cast<std::int64_t>(group.size()),
                           figures_of(group, healthy, false, study.plain_threshold),
                           figures_of(group, healthy, true, study.score_threshold)});
  }
  return study;
}

}  // namespace skiagraph::applications
