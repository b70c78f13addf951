#include "core/applications/completion/completion_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <vector>

#include "core/base/number_text.h"
#include "core/evaluation/statistics.h"
#include "core/evaluation/text_columns.h"

namespace skiagraph::applications {
namespace {

using Json = nlohmann::ordered_json;
using People = std::vector<CompletionFigures>;

constexpr std::uint64_t kSeed = 20180618;
/// Of Teixeira et al., table 3, after over before.
constexpr double kPaperMarkers = 1.46 / 2.63, kPaperPicture = 1.41 / 1.77;

People completed(const RegionFigures& region) {
  People people;
  std::ranges::copy_if(region.people, std::back_inserter(people),
                       [](const CompletionFigures& one) { return !one.refused; });
  return people;
}

double mean_of(const People& people, const auto& figure) {
  double sum = 0;
  for (const CompletionFigures& one : people) sum += figure(one);
  return people.empty() ? 0 : sum / static_cast<double>(people.size());
}

/// The share of all markers that lie within their margins.
double inside(const People& people) {
  double within = 0, all = 0;
  for (const CompletionFigures& one : people)
    for (const double of_margin : one.of_margins) all += 1, within += of_margin <= 1 ? 1 : 0;
  return within / std::max(1.0, all);
}

struct Ratio {
  double value, low, high;
};

/// Of the means after to those before.
Ratio ratio(const People& people, double CompletionErrors::*error) {
  const auto of = [&](std::span<const std::int64_t> group) {
    double before = 0, after = 0;
    for (const std::int64_t n : group) {
      before += people[static_cast<std::size_t>(n)].before.*error;
      after += people[static_cast<std::size_t>(n)].after.*error;
    }
    return before > 0 ? after / before : 1;
  };
  std::vector<std::int64_t> all;
  for (std::size_t n = 0; n < people.size(); ++n) all.push_back(static_cast<std::int64_t>(n));
  if (all.empty()) return {1, 1, 1};
  const evaluation::Interval interval =
      evaluation::bootstrap_interval(static_cast<std::int64_t>(all.size()), of, kSeed);
  return {of(all), interval.low, interval.high};
}

/// Of marker errors, were the seen ones known exactly.
double best_ratio(const People& people) {
  const double before = mean_of(people, [](const auto& one) { return one.before.markers_cm; });
  return before > 0 ? mean_of(people, [](const auto& one) { return one.at_best_cm; }) / before : 1;
}

std::string text_of(const Ratio& ratio) {
  return fixed(ratio.value, 2) + " (" + fixed(ratio.low, 2) + "-" + fixed(ratio.high, 2) + ")";
}

/// "1.23 -> 0.98"
std::string both(const People& people, double CompletionErrors::*error, double scale, int decimals) {
  const double before = mean_of(people, [&](const auto&one) { return one.before.*error; }),
               after = mean_of(people, [&](const auto&one) { return one.after.*error; });
  return fixed(scale * before, decimals) + " -> " + fixed(scale * after, decimals);
}

evaluation::TextColumns table(const CompletionStudy& study) {
  evaluation::TextColumns rows({"seen", "people", "markers, cm", "ratio", "at best", "vertical, cm",
                                "hidden ones, cm", "MAE e-2", "ratio", "MAE hidden e-2", "joined e-2",
                                "placed, mm", "inside 95 %"});
  for (const RegionFigures& region : study.regions) {
    const People people = completed(region);
    rows.add({region.region,
              std::to_string(people.size()) + (people.size() < region.people.size()
                                                   ? " of " + std::to_string(region.people.size())
                                                   : std::string()),
              both(people, &CompletionErrors::markers_cm, 1, 2),
              text_of(ratio(people, &CompletionErrors::markers_cm)), fixed(best_ratio(people), 2),
              both(people, &CompletionErrors::vertical_cm, 1, 2),
              both(people, &CompletionErrors::hidden_markers_cm, 1, 2),
              both(people, &CompletionErrors::mae, 100, 2), text_of(ratio(people, &CompletionErrors::mae)),
              both(people, &CompletionErrors::mae_hidden, 100, 2),
              fixed(100 * mean_of(people, [](const auto& one) { return one.mae_joined; }), 2),
              fixed(mean_of(people, [](const auto& one) { return one.placement_mm; }), 1),
              fixed(100 * inside(people), 1)});
  }
  return rows;
}

CompletionLimits mean_limits(const CompletionStudy& study) {
  CompletionLimits mean;
  for (const CompletionLimits& one : study.limits) {
    mean.read_cm += one.read_cm / static_cast<double>(study.limits.size());
    mean.reader_cm += one.reader_cm / static_cast<double>(study.limits.size());
    mean.mae += one.mae / static_cast<double>(study.limits.size());
  }
  return mean;
}

/// Empty where nobody is wholly known.
std::string limits_text(const CompletionStudy& study) {
  if (study.limits.empty()) return {};
  const CompletionLimits limits = mean_limits(study);
  return "What the networks allow at best: MPN reads the markers of the whole true X-ray to " +
         fixed(limits.read_cm, 2) + " cm, the reader to " + fixed(limits.reader_cm, 2) +
         " cm, and CIGN's X-ray of the true markers has an MAE of " + fixed(100 * limits.mae, 2) + "e-2.\n";
}

Json errors_json(const People& people, CompletionErrors CompletionFigures::*when) {
  const auto mean = [&](double CompletionErrors::*error) {
    return mean_of(people, [&](const CompletionFigures& one) { return one.*when.*error; });
  };
  return {{"marker_error_cm", mean(&CompletionErrors::markers_cm)},
          {"vertical_error_cm", mean(&CompletionErrors::vertical_cm)},
          {"hidden_marker_error_cm", mean(&CompletionErrors::hidden_markers_cm)},
          {"mae", mean(&CompletionErrors::mae)},
          {"mae_hidden", mean(&CompletionErrors::mae_hidden)}};
}

Json ratio_json(const Ratio& ratio) {
  return {{"value", ratio.value}, {"low_95", ratio.low}, {"high_95", ratio.high}};
}

}  // namespace

std::string completion_text(const CompletionStudy& study) {
  return "Completion (table 3; the paper: markers 2.63 -> 1.46 cm, ratio " + fixed(kPaperMarkers, 2) +
         "; vertical 2.03 -> 1.07; MAE 1.77e-2 -> 1.41e-2, ratio " + fixed(kPaperPicture, 2) + ")\n" +
         table(study).text() + limits_text(study);
}

std::string completion_markdown(const CompletionStudy& study) {
  return "## Table 3: completion of a partial X-ray\n\nThe paper: markers 2.63 -> 1.46 cm (" +
         fixed(kPaperMarkers, 2) + "), vertical 2.03 -> 1.07 cm, MAE 1.77e-2 -> 1.41e-2 (" +
         fixed(kPaperPicture, 2) +
         "). \"MAE\" is of the synthetic X-ray alone, \"joined\" with the real part in it, \"hidden\" where "
         "the real X-ray shows nothing. Where the part belongs was not told: \"placed\" is how far off it "
         "was put. \"At best\": the ratio if the seen markers were known exactly and the hidden ones "
         "followed as "
         "people vary together.\n\n" +
         table(study).markdown() + "\n" + limits_text(study);
}

std::string completion_json(const CompletionStudy& study) {
  Json rows = Json::array();
  for (const RegionFigures& region : study.regions) {
    const People people = completed(region);
    rows.push_back({{"seen", region.region},
                    {"people", people.size()},
                    {"refused", region.people.size() - people.size()},
                    {"before", errors_json(people, &CompletionFigures::before)},
                    {"after", errors_json(people, &CompletionFigures::after)},
                    {"marker_ratio", ratio_json(ratio(people, &CompletionErrors::markers_cm))},
                    {"best_marker_ratio", best_ratio(people)},
                    {"picture_ratio", ratio_json(ratio(people, &CompletionErrors::mae))},
                    {"mae_joined", mean_of(people, [](const auto& one) { return one.mae_joined; })},
                    {"placement_mm", mean_of(people, [](const auto& one) { return one.placement_mm; })},
                    {"inside_95", inside(people)}});
  }
  const CompletionLimits limits = mean_limits(study);
  return Json{{"model", study.model},
              {"table3", rows},
              {"limits", {{"read_cm", limits.read_cm}, {"reader_cm", limits.reader_cm}, {"mae", limits.mae}}}}
             .dump(2) +
         "\n";
}

}  // namespace skiagraph::applications
