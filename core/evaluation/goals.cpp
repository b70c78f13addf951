#include "core/evaluation/goals.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "core/base/number_text.h"
#include "core/evaluation/loop_report.h"
#include "core/evaluation/range_report.h"
#include "core/evaluation/scan_report.h"
#include "core/evaluation/statistics.h"

namespace skiagraph::evaluation {
namespace {

std::string two(double value) {
  return fixed(value, 2);
}
std::string percent(double share) {
  return fixed(100 * share, 1) + " %";
}

class Goals {
 public:
  void add(const std::string& goal, std::string_view wanted, const std::string& reached, bool met) {
    text_ += "| " + goal + " | " + std::string(wanted) + " | " + reached + " | " + (met ? "yes" : "**no**") +
             " |\n";
  }
  [[nodiscard]] std::string text() const {
    return "## Goals\n\n| goal | wanted | reached | met |\n|---|---|---|---|\n" + text_;
  }

 private:
  std::string text_;
};

void add_levels(Goals& goals, std::span<const ScanResult> scans) {
  std::vector<double> off;
  for (const ScanResult& scan : scans)
    for (const auto& level : {scan.neck_level_mm, scan.symphysis_level_mm})
      if (level) off.push_back(*level);
  if (off.size() < 2) return;
  double squares = 0;
  for (const double mm : off) squares += (mm - mean(off)) * (mm - mean(off));
  const double spread = std::sqrt(squares / static_cast<double>(off.size() - 1));
  goals.add("levels found on scans, bias / spread, cm", "below 0.5 / 1.2",
            two(mean(off) / 10) + " / " + two(spread / 10), std::abs(mean(off)) < 5 && spread < 12);
}

/// On people whom nothing was learned from: the goals that count.
void add_scans(Goals& goals, std::span<const ScanResult> scans) {
  constexpr int kMostIterations = 12;
  int at_rest = 0, tried = 0;
  for (const ScanResult& scan : scans) {
    ++tried;
    if (scan.refused()) continue;
    at_rest += scan.converged && scan.iterations <= kMostIterations ? 1 : 0;
    if (scan.markers.empty()) continue;
    const double error = mean_error_cm(scan), mean_person = mean_person_error_cm(scan),
                 worst = worst_marker(scan)->error_cm;
    goals.add(scan.name + ": mean marker error / the mean person's, cm",
              "below the mean person's, at most 1.4", two(error) + " / " + two(mean_person),
              error < mean_person && error <= 1.4);
    goals.add(scan.name + ": worst marker, cm", "at most 3.5", two(worst), worst <= 3.5);
  }
  add_levels(goals, scans);
  const ScanSummary summary = summary_of(scans);
  const auto of = [](int some, int all) { return std::to_string(some) + " of " + std::to_string(all); };
  if (summary.landmarks > 0)
    goals.add("landmarks of scans inside the 95 % margins", "at least 90 %",
              of(summary.inside_95, summary.landmarks), summary.inside_95 >= 0.9 * summary.landmarks);
  const RangeCoverage ranges = range_coverage(scans);
  if (ranges.ranges > 0)
    goals.add("scan ranges of scans that hold the known ends", "at least 90 %",
              of(ranges.covered, ranges.ranges), ranges.covered >= 0.9 * ranges.ranges);
  if (tried > 0)
    goals.add("scans whose loop is at rest within 12 iterations", "all", of(at_rest, tried),
              at_rest == tried);
}

void add_held_out(Goals& goals, std::span<const Evaluation> held_out) {
  constexpr std::array<double, kTrunkParts.size()> kMostOfWater{0.5, 0.7, 0.7};
  for (const Evaluation& one : held_out) {
    const double error = one.tables.table1.back().error_cm, mean_person = one.tables.table1.front().error_cm;
    goals.add("people of base " + one.model + ", left out: mean marker error / the mean person's, cm",
              "below the mean person's, at most 2.0", two(error) + " / " + two(mean_person),
              error < mean_person && error <= 2);
    std::string reached;
    bool met = true;
    for (std::size_t part = 0; part < kTrunkParts.size(); ++part) {
      const double ratio = one.tables.parts.predicted[part] / std::max(1e-12, one.tables.parts.water[part]);
      reached += (part > 0 ? " / " : "") + two(ratio);
      met = met && ratio <= kMostOfWater[part];
    }
    goals.add("their X-rays' error over plain water's, chest / abdomen / pelvis", "at most 0.5 / 0.7 / 0.7",
              reached, met);
  }
}

void add_iterations(Goals& goals, const std::string& goal, double most, double reached) {
  goals.add(goal, "at most " + fixed(most, 0), fixed(reached, 0), reached <= most);
}

void add_study(Goals& goals, const LoopStudy& study) {
  add_iterations(goals, "plain iterations to convergence, 95 % of people", 12,
                 quantile(study.plain_iterations, 0.95));
  if (study.edits.empty()) return;
  add_iterations(goals, "accelerated iterations after a drag, 95 % of drags", 4,
                 quantile(warm_iterations(study), 0.95));
  std::vector<double> near, sharpness, followed;
  for (const Edit& one : study.edits) {
    near.push_back(one.edge_error_mm <= 3 ? 1 : 0);
    sharpness.push_back(one.sharpness);
    if (one.followed) followed.push_back(*one.followed);
  }
  goals.add("edge within 3 mm of its pinned marker", "90 % of moves", fixed(100 * mean(near), 0) + " %",
            mean(near) >= 0.9);
  if (!followed.empty())
    goals.add("others follow, share of what they do in people who differ so", "at least 0.6",
              two(quantile(followed, 0.5)), quantile(followed, 0.5) >= 0.6);
  const double sharp = quantile(sharpness, 0.5);
  goals.add("sharpness after an edit over before", "as before", two(sharp), sharp > 0.9 && sharp < 1.1);
}

const Evaluation* baseline(const Results& results, std::string_view model) {
  const auto found = std::ranges::find(results.baselines, model, &Evaluation::model);
  return found == results.baselines.end() ? nullptr : &*found;
}

void add_test_people(Goals& goals, const Results& results) {
  const auto& own = results.shipped->tables;
  const PictureFigures& p = own.table1.back().picture;
  if (own.floors.marker_cm) {
    const double ratio = own.table1.back().error_cm / mean(*own.floors.marker_cm);
    goals.add("test people: mean marker error over its floor", "at most 1.10", two(ratio), ratio <= 1.10);
  }
  if (own.floors.mae_body) {
    const double ratio = p.mae_body / *own.floors.mae_body;
    goals.add("test people: X-ray error in the body over its floor", "at most 1.25", two(ratio),
              ratio <= 1.25);
  }
  const double inside = inside_95(own);
  goals.add("test people: markers inside the 95 % margins", "93 to 97 %", percent(inside),
            inside >= 0.93 && inside <= 0.97);
  goals.add("sharpness", "0.85 to 1.15", two(p.sharpness), p.sharpness >= 0.85 && p.sharpness <= 1.15);
  if (const auto& fine = results.shipped->fine)
    goals.add(filled_in("sharpness at {} x {}", {std::to_string(fine->rows), std::to_string(fine->columns)}),
              "0.85 to 1.15", two(fine->shown.sharpness),
              fine->shown.sharpness >= 0.85 && fine->shown.sharpness <= 1.15);
  goals.add("MS-SSIM, whole picture / body box", "97 / 94",
            percent(p.ms_ssim) + " / " + percent(p.ms_ssim_box), p.ms_ssim >= 0.97 && p.ms_ssim_box >= 0.94);
  for (const RangeRow& row : own.ranges)
    goals.add(
        "test people: scan range " + std::string(scan_range::info(row.region).name) + " holds both ends",
        "93 to 97 %", percent(row.covered), row.covered >= 0.93 && row.covered <= 0.97);
  const Evaluation *unet = baseline(results, "unet"), *gp = baseline(results, "wgan-gp");
  if (unet != nullptr && gp != nullptr) {
    const double gain =
        100 * (gp->tables.table1.back().picture.ms_ssim - unet->tables.table1.back().picture.ms_ssim);
    goals.add("MS-SSIM of WGAN-GP over UNet", "more (paper: +3.4)", signed_fixed(gain, 2), gain > 0);
  }
  add_iterations(goals, "accelerated iterations from T, 95 % of people", 7, own.loop.iterations_p95);
  if (!results.studies.empty()) add_study(goals, results.studies.back());
}

}  // namespace

std::string goals_markdown(const Results& results) {
  Goals goals;
  add_scans(goals, results.scans);
  add_held_out(goals, results.held_out);
  if (results.shipped) add_test_people(goals, results);
  return goals.text();
}

}  // namespace skiagraph::evaluation
