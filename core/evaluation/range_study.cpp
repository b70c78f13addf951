#include "core/evaluation/range_study.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

#include "core/evaluation/statistics.h"
#include "core/inference/range_heights.h"

namespace skiagraph::evaluation {
namespace {

using scan_range::Heights;
using scan_range::RangeEnd;
using scan_range::Region;

constexpr double kUp = 1, kDown = -1;

std::optional<RangeEnd> end_of(Region region, const Heights& heights, double direction) {
  return direction > 0 ? scan_range::top_of(region, heights, std::nullopt)
                       : scan_range::bottom_of(region, heights);
}

std::optional<RangeEndError> end_error(Region region, double direction, const Heights& truth,
                                       const Heights& found, const Heights& planned,
                                       const Heights& mean_person) {
  const auto true_end = end_of(region, truth, direction);
  if (!true_end) return std::nullopt;
  const auto outwards = [&](const Heights& heights) {
    return direction * (end_of(region, heights, direction)->z_mm - true_end->z_mm);
  };
  return RangeEndError{outwards(found), outwards(planned), outwards(mean_person)};
}

Heights heights_of(const MarkerPositions& markers, const geometry::CanonicalPlacement& placement) {
  Heights heights;
  for (std::size_t n = 0; n < heights.size(); ++n)
    heights[n] = scan_range::Height{placement.to_patient(markers[n], 0).z, 0};
  return heights;
}

/// Each end of a region that is known.
template <class Visit>
void for_ends(const RangeOutcome& outcome, const Visit& visit) {
  for (const auto& end : {outcome.top, outcome.bottom})
    if (end) visit(*end);
}

double sum_over_ends(const RangeOutcome& outcome, double RangeEndError::*figure, double margin_mm) {
  double sum = 0;
  for_ends(outcome, [&](const RangeEndError& end) { sum += end.*figure + margin_mm; });
  return sum;
}

/// The least margin for everybody with which 95 of 100 outcomes are covered.
double fixed_margin(std::span<const RangeOutcome> outcomes, double RangeEndError::*figure) {
  constexpr double kShare = 0.95;
  std::vector<double> needed;
  for (const RangeOutcome& outcome : outcomes) {
    double most = 0;
    for_ends(outcome, [&](const RangeEndError& end) { most = std::max(most, -(end.*figure)); });
    needed.push_back(most);
  }
  std::ranges::sort(needed);
  const auto rank = static_cast<std::size_t>(std::ceil(kShare * static_cast<double>(needed.size())));
  return needed[std::max<std::size_t>(rank, 1) - 1];
}

std::optional<RangeRow::Error> error_of(std::span<const RangeOutcome> outcomes,
                                        std::optional<RangeEndError> RangeOutcome::*end) {
  std::vector<double> errors, squares;
  for (const RangeOutcome& outcome : outcomes)
    if (outcome.*end) errors.push_back((outcome.*end)->found_mm);
  if (errors.empty()) return std::nullopt;
  const double middle = mean(errors);
  for (const double error : errors) squares.push_back((error - middle) * (error - middle));
  return RangeRow::Error{middle, std::sqrt(mean(squares))};
}

double mean_over(std::span<const RangeOutcome> outcomes,
                 const std::function<double(const RangeOutcome&)>& figure) {
  std::vector<double> figures;
  for (const RangeOutcome& outcome : outcomes) figures.push_back(figure(outcome));
  return mean(figures);
}

RangeRow row_of(Region region, std::span<const RangeOutcome> outcomes) {
  RangeRow row;
  row.region = region;
  row.people = static_cast<std::int64_t>(outcomes.size());
  row.top = error_of(outcomes, &RangeOutcome::top);
  row.bottom = error_of(outcomes, &RangeOutcome::bottom);
  row.covered = mean_over(outcomes, [](const RangeOutcome& one) { return one.covered() ? 1.0 : 0.0; });
  std::vector<double> lungs;
  for (const RangeOutcome& outcome : outcomes)
    if (outcome.lung_inside) lungs.push_back(*outcome.lung_inside ? 1 : 0);
  if (!lungs.empty()) row.lungs_inside = mean(lungs);
  const auto too_long = [&](double RangeEndError::*figure, double margin_mm) {
    return mean_over(outcomes,
                     [&](const RangeOutcome& one) { return sum_over_ends(one, figure, margin_mm); });
  };
  row.too_long_mm = too_long(&RangeEndError::planned_mm, 0);
  row.fixed_mm = fixed_margin(outcomes, &RangeEndError::found_mm);
  row.fixed_too_long_mm = too_long(&RangeEndError::found_mm, row.fixed_mm);
  row.mean_person_fixed_mm = fixed_margin(outcomes, &RangeEndError::mean_person_mm);
  row.mean_person_too_long_mm = too_long(&RangeEndError::mean_person_mm, row.mean_person_fixed_mm);
  return row;
}

}  // namespace

bool RangeOutcome::covered() const {
  return (!top || top->planned_mm >= 0) && (!bottom || bottom->planned_mm >= 0);
}

std::vector<RangeOutcome> range_outcomes(const inference::MarkerEstimates& found,
                                         const scan_range::MarginShares& shares, const RangeTruth& truth,
                                         const MarkerPositions& mean_person,
                                         const geometry::CanonicalPlacement& placement) {
  const Heights bare = heights_of(inference::positions_of(found), placement),
                mean_heights = heights_of(mean_person, placement);
  std::vector<RangeOutcome> outcomes;
  for (const scan_range::RegionInfo& info : scan_range::region_table()) {
    scan_range::Plan plan;
    plan.region = info.region;
    const Heights planned = inference::range_heights(found, placement, plan, shares);
    RangeOutcome outcome{info.region, {}, {}, {}};
    outcome.top = end_error(info.region, kUp, truth.landmarks, bare, planned, mean_heights);
    outcome.bottom = end_error(info.region, kDown, truth.landmarks, bare, planned, mean_heights);
    if (!outcome.top && !outcome.bottom) continue;
    if (info.region == Region::kChest && truth.lung_bottom_mm)
      outcome.lung_inside = end_of(info.region, planned, kDown)->z_mm <= *truth.lung_bottom_mm;
    outcomes.push_back(outcome);
  }
  return outcomes;
}

std::optional<double> needed_share(Region region, const Heights& found, const Heights& truth) {
  std::optional<double> needed;
  for (const double direction : {kUp, kDown}) {
    const auto true_end = end_of(region, truth, direction);
    if (!true_end) continue;
    const scan_range::EndRule& rule =
        direction > 0 ? scan_range::info(region).top : scan_range::info(region).bottom;
    std::optional<double> at_end;
    for (const Marker marker : rule.markers) {
      const scan_range::Height& height = *found[static_cast<std::size_t>(marker)];
      const double edge = height.z_mm + direction * rule.beyond_mm;
      const double share = direction * (true_end->z_mm - edge) / height.margin_mm;
      at_end = std::min(at_end.value_or(share), share);
    }
    if (at_end) needed = std::max(needed.value_or(*at_end), *at_end);
  }
  return needed;
}

std::vector<RangeRow> range_rows(std::span<const std::vector<RangeOutcome>> people) {
  std::vector<RangeRow> rows;
  for (const scan_range::RegionInfo& info : scan_range::region_table()) {
    std::vector<RangeOutcome> outcomes;
    for (const auto& person : people)
      std::ranges::copy_if(person, std::back_inserter(outcomes),
                           [&](const RangeOutcome& one) { return one.region == info.region; });
    if (!outcomes.empty()) rows.push_back(row_of(info.region, outcomes));
  }
  return rows;
}

}  // namespace skiagraph::evaluation
