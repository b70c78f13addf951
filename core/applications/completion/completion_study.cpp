#include "core/applications/completion/completion_study.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "core/applications/study_person.h"
#include "core/base/error.h"

namespace skiagraph::applications {
namespace {

struct Region {
  std::string name;
  PixelArea box;
};

/// Heights and breadths as shares of the torso, from the neck down and from the middle.
std::vector<Region> regions_of(const geometry::CanonicalFrame& frame, const StudyPerson& person) {
  const double torso = frame.symphysis_row - frame.neck_row;
  const auto row = [&](double share) {
    return std::clamp(static_cast<int>(std::lround(frame.neck_row + share * torso)), 0, frame.rows);
  };
  const auto column = [&](double share) {
    return std::clamp(static_cast<int>(std::lround(frame.centre_column + share * torso)), 0, frame.columns);
  };
  if (person.whole)
    return {{"thorax", {row(-0.05), row(0.55), column(-0.36), column(0.36)}},
            {"abdomen", {row(0.4), row(1.05), column(-0.36), column(0.36)}},
            {"upper half", {0, row(0.5), 0, frame.columns}},
            {"lower half", {row(0.5), frame.rows, 0, frame.columns}}};
  int top = frame.rows, bottom = 0;
  for (int r = 0; r < frame.rows; ++r)
    if (person.known[static_cast<std::size_t>(r) * frame.columns +
                     static_cast<std::size_t>(frame.centre_column)] != 0)
      top = std::min(top, r), bottom = std::max(bottom, r + 1);
  const int middle = (top + bottom) / 2;
  return {{"upper half of the CT", {top, middle, 0, frame.columns}},
          {"lower half of the CT", {middle, bottom, 0, frame.columns}}};
}

CompletionErrors errors_of(const StudyPerson& person, const MarkerPositions& markers,
                           const std::array<bool, kMarkerCount>& seen, const imaging::XrayImage& xray,
                           const std::vector<std::uint8_t>& shown) {
  constexpr double kMmPerCm = 10;
  CompletionErrors errors;
  double known = 0, hidden = 0;
  for (int n = 0; n < kMarkerCount; ++n) {
    const Pixel off = (markers[n] - person.person.markers[n]) * (person.person.mm_per_px / kMmPerCm);
    if (!std::isfinite(norm(off))) continue;
    known += 1, errors.markers_cm += norm(off), errors.vertical_cm += std::abs(off.row);
    if (!seen[n]) hidden += 1, errors.hidden_markers_cm += norm(off);
  }
  errors.markers_cm /= std::max(1.0, known), errors.vertical_cm /= std::max(1.0, known);
  errors.hidden_markers_cm /= std::max(1.0, hidden);
  double pixels = 0, hidden_pixels = 0;
  for (std::size_t n = 0; n < person.truth.size(); ++n) {
    if (person.known[n] == 0) continue;
    const double difference = std::abs(double{xray.pixels[n]} - person.truth[n]);
    pixels += 1, errors.mae += difference;
    if (shown[n] == 0) hidden_pixels += 1, errors.mae_hidden += difference;
  }
  errors.mae /= std::max(1.0, pixels), errors.mae_hidden /= std::max(1.0, hidden_pixels);
  return errors;
}

double at_best_cm(const inference::Predictor& predictor, const StudyPerson& person,
                  const Completion& completion) {
  const auto& truth = person.person.markers;
  std::array<bool, kMarkerCount> known = completion.fit.seen;
  for (std::size_t n = 0; n < known.size(); ++n) known[n] = known[n] && std::isfinite(norm(truth[n]));
  const MarkerPrior prior = marker_prior(predictor, *person.person.surface, completion.rest.markers);
  const MarkerPositions likely = places_given(prior, truth, known);
  return errors_of(person, likely, known, completion.xray, person.known).markers_cm;
}

CompletionFigures figures_of(const inference::Predictor& predictor, const StudyPerson& person,
                             const PixelArea& box, const Completion& completion) {
  CompletionFigures figures;
  MarkerPositions before{}, after{};
  for (int n = 0; n < kMarkerCount; ++n) {
    const CompletedMarker& marker = completion.markers[n];
    before[n] = marker.before, after[n] = marker.position;
    const double off_mm = norm(after[n] - person.person.markers[n]) * person.person.mm_per_px;
    if (!std::isfinite(off_mm)) continue;
    figures.of_margins.push_back(off_mm / marker.margin_mm);
  }
  const auto& shown = completion.fit.real.known;
  figures.before = errors_of(person, before, completion.fit.seen, completion.rest.xray, shown);
  figures.after = errors_of(person, after, completion.fit.seen, completion.fit.synthetic, shown);
  figures.at_best_cm = at_best_cm(predictor, person, completion);
  figures.mae_joined = errors_of(person, after, completion.fit.seen, completion.xray, shown).mae;
  figures.placement_mm = norm(completion.fit.placement.centre - box.centre()) * person.person.mm_per_px;
  figures.agreement = completion.fit.agreement;
  return figures;
}

CompletionFigures measured(inference::Predictor& predictor, inference::Predictor* reader,
                           const StudyPerson& person, const PixelArea& box, const inference::LoopResult& rest,
                           const CompletionStudyOptions& options, const CancelToken* cancel) {
  CompletionRequest request;
  request.surface = person.person.surface;
  request.picture = std::make_shared<const imaging::XrayPicture>(picture_of(person, box));
  request.rest = rest;
  request.reader = reader;
  request.fit = options.fit;
  request.margin_factor = options.margin_factor;
  if (options.place_by_hand) request.placement = PicturePlacement{box.centre(), 1};
  try {
    return figures_of(predictor, person, box, complete(predictor, request, {}, cancel));
  } catch (const InputError&) {
    CompletionFigures refused;
    refused.refused = true;
    return refused;
  }
}

CompletionLimits limits_of(inference::Predictor& predictor, inference::Predictor* reader,
                           const StudyPerson& person) {
  const std::array<bool, kMarkerCount> all_seen = [] {
    std::array<bool, kMarkerCount> seen{};
    seen.fill(true);
    return seen;
  }();
  const auto& surface = person.person.surface;
  const imaging::XrayImage truth{predictor.frame(), person.truth},
      best = predictor.xray_of(surface, person.person.markers);
  const MarkerPositions read = inference::positions_of(predictor.markers_in(surface, truth));
  const CompletionErrors errors = errors_of(person, read, all_seen, best, person.known);
  if (reader == nullptr) return {errors.markers_cm, 0, errors.mae};
  const MarkerPositions better = inference::positions_of(reader->markers_in(surface, truth, person.known));
  return {errors.markers_cm, errors_of(person, better, all_seen, best, person.known).markers_cm, errors.mae};
}

}  // namespace

double margin_factor_of(const CompletionStudy& study) {
  constexpr double kShare = 0.95;
  std::vector<double> all;
  for (const RegionFigures& region : study.regions)
    for (const CompletionFigures& person : region.people)
      all.insert(all.end(), person.of_margins.begin(), person.of_margins.end());
  if (all.empty()) return 1;
  const auto at = all.begin() + static_cast<std::ptrdiff_t>(kShare * static_cast<double>(all.size() - 1));
  std::ranges::nth_element(all, at);
  return *at;
}

CompletionStudy study_completion(inference::Predictor& predictor, const tensors::Dataset& people,
                                 const CompletionStudyOptions& options, const ProgressFunction& progress,
                                 const CancelToken* cancel) {
  const std::vector<std::int64_t> chosen =
      people_of(people, options.split, options.most_people, predictor.frame());
  CompletionStudy study{predictor.model_name(), {}, {}};
  const auto reader = reader_of(predictor);
  for (std::size_t n = 0; n < chosen.size(); ++n) {
    const StudyPerson person = study_person(people, chosen[n]);
    inference::LoopRequest free;
    free.surface = person.person.surface;
    const inference::LoopResult rest = predictor.run(free, cancel);
    if (person.whole) study.limits.push_back(limits_of(predictor, reader.get(), person));
    for (const Region& region : regions_of(people.frame, person)) {
      if (progress) progress(static_cast<double>(n) / static_cast<double>(chosen.size()), "Completing");
      auto row = std::ranges::find(study.regions, region.name, &RegionFigures::region);
      if (row == study.regions.end()) row = study.regions.insert(row, {region.name, {}});
      row->people.push_back(measured(predictor, reader.get(), person, region.box, rest, options, cancel));
    }
  }
  if (progress) progress(1, "Completing");
  return study;
}

}  // namespace skiagraph::applications
