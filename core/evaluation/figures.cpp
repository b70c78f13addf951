#include "core/evaluation/figures.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "core/base/error.h"
#include "core/evaluation/statistics.h"

namespace skiagraph::evaluation {
namespace {

constexpr std::uint64_t kBootstrapSeed = 2018;

using PersonFigure = std::function<double(const PersonFigures&)>;

double mean_over(std::span<const PersonFigures> people, const PersonFigure& figure) {
  double sum = 0;
  for (const PersonFigures& person : people) sum += figure(person);
  return sum / static_cast<double>(people.size());
}

const MethodFigures& of(const PersonFigures& person, Method method) {
  return person.methods[static_cast<std::size_t>(method)];
}

PersonFigure picture_figure(Method method, double PictureFigures::*figure) {
  return [=](const PersonFigures& person) { return of(person, method).picture.*figure; };
}

PersonFigure marker_error(Method method) {
  return [=](const PersonFigures& person) { return mean(of(person, method).error_cm); };
}

MethodRow method_row(std::span<const PersonFigures> people, Method method) {
  const auto picture = [&](double PictureFigures::*figure) {
    return mean_over(people, picture_figure(method, figure));
  };
  return {
      std::string(method_name(method)),
      {picture(&PictureFigures::mae), picture(&PictureFigures::mae_body), picture(&PictureFigures::ms_ssim),
       picture(&PictureFigures::ms_ssim_box), picture(&PictureFigures::sharpness)},
      mean_over(people, marker_error(method))};
}

MarkerRow marker_row(std::span<const PersonFigures> people, const Floors& floors, int n) {
  const auto error = [&](Method method) {
    return mean_over(people, [&](const PersonFigures& person) { return of(person, method).error_cm[n]; });
  };
  MarkerRow row{marker_table()[n].marker, error(Method::kLoop), std::nullopt, error(Method::kMeanPerson)};
  if (floors.marker_cm) row.floor_cm = (*floors.marker_cm)[n];
  row.inside_95 = mean_over(people, [n](const PersonFigures& p) { return p.inside_95[n] ? 1 : 0; });
  return row;
}

/// The mean of one figure over people, divided by that of another or by a constant.
HeadlineRow headline_row(std::span<const PersonFigures> people, std::string name, const PersonFigure& figure,
                         const PersonFigure& divisor) {
  std::vector<double> above, below;
  for (const PersonFigures& person : people) {
    above.push_back(figure(person));
    below.push_back(divisor(person));
  }
  const GroupFigure ratio = [&](std::span<const std::int64_t> group) {
    double sum_above = 0, sum_below = 0;
    for (const std::int64_t person : group) {
      sum_above += above[static_cast<std::size_t>(person)];
      sum_below += below[static_cast<std::size_t>(person)];
    }
    return sum_above / sum_below;
  };
  const auto count = static_cast<std::int64_t>(people.size());
  const Interval interval = bootstrap_interval(count, ratio, kBootstrapSeed);
  return {std::move(name), mean(above) / mean(below), interval.low, interval.high};
}

std::vector<HeadlineRow> headline(std::span<const PersonFigures> people, const Floors& floors) {
  const auto constant = [](double value) { return [value](const PersonFigures&) { return value; }; };
  const auto loop = [](double PictureFigures::*figure) { return picture_figure(Method::kLoop, figure); };
  const auto mae_body = loop(&PictureFigures::mae_body), markers = marker_error(Method::kLoop);
  std::vector<HeadlineRow> rows{
      headline_row(people, "mae_body", mae_body, constant(1)),
      headline_row(people, "mae_body_to_mean_person", mae_body,
                   picture_figure(Method::kMeanPerson, &PictureFigures::mae_body)),
      headline_row(people, "ms_ssim", loop(&PictureFigures::ms_ssim), constant(1)),
      headline_row(people, "ms_ssim_box", loop(&PictureFigures::ms_ssim_box), constant(1)),
      headline_row(people, "sharpness", loop(&PictureFigures::sharpness), constant(1)),
      headline_row(people, "marker_error_cm", markers, constant(1)),
      headline_row(people, "marker_error_to_mean_person", markers, marker_error(Method::kMeanPerson))};
  if (floors.mae_body)
    rows.push_back(headline_row(people, "mae_body_to_floor", mae_body, constant(*floors.mae_body)));
  if (floors.marker_cm)
    rows.push_back(headline_row(people, "marker_error_to_floor", markers, constant(mean(*floors.marker_cm))));
  return rows;
}

LoopStatistics loop_statistics(std::span<const PersonFigures> people) {
  std::vector<double> iterations, milliseconds;
  std::size_t longest = 0;
  for (const PersonFigures& person : people) {
    iterations.push_back(person.iterations);
    milliseconds.push_back(person.milliseconds);
    longest = std::max(longest, person.error_cm_by_iteration.size());
  }
  LoopStatistics loop{mean_over(people, [](const PersonFigures& person) { return person.converged ? 1 : 0; }),
                      mean(iterations),
                      quantile(iterations, 0.95),
                      quantile(milliseconds, 0.5),
                      {}};
  for (std::size_t n = 0; n < longest; ++n)
    loop.error_cm_by_iteration.push_back(mean_over(people, [n](const PersonFigures& person) {
      const auto& errors = person.error_cm_by_iteration;
      return errors[std::min(n, errors.size() - 1)];
    }));
  return loop;
}

}  // namespace

std::string_view method_name(Method method) {
  constexpr std::array<std::string_view, kMethods.size()> kNames{"mean person", "T",
                                                                 "T + CIGN on T's markers", "loop (shipped)"};
  return kNames[static_cast<std::size_t>(method)];
}

double inside_95(const Tables& tables) {
  double sum = 0;
  for (const MarkerRow& row : tables.markers) sum += row.inside_95;
  return tables.markers.empty() ? 0 : sum / static_cast<double>(tables.markers.size());
}

Tables summarise(std::span<const PersonFigures> people, const Floors& floors) {
  if (people.empty()) throw Error("evaluation.nobody", "There is nobody to evaluate on.");
  Tables tables;
  tables.people = static_cast<std::int64_t>(people.size());
  for (int n = 0; n < kMarkerCount; ++n) tables.markers.push_back(marker_row(people, floors, n));
  for (std::size_t part = 0; part < kTrunkParts.size(); ++part) {
    tables.parts.predicted[part] =
        mean_over(people, [part](const PersonFigures& p) { return p.parts.predicted[part]; });
    tables.parts.water[part] =
        mean_over(people, [part](const PersonFigures& p) { return p.parts.water[part]; });
  }
  for (const Method method : kMethods) tables.table1.push_back(method_row(people, method));
  tables.headline = headline(people, floors);
  tables.loop = loop_statistics(people);
  tables.floors = floors;
  std::vector<std::vector<RangeOutcome>> ranges;
  for (const PersonFigures& person : people) ranges.push_back(person.ranges);
  tables.ranges = range_rows(ranges);
  return tables;
}

}  // namespace skiagraph::evaluation
