#include "core/evaluation/results.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/evaluation/loop_report.h"
#include "core/evaluation/scan_report.h"
#include "core/evaluation/statistics.h"

namespace skiagraph::evaluation {
namespace {

/// A row of the paper's table 1.
struct PaperRow {
  std::string_view model, title;
  double mae, ms_ssim;
};
constexpr std::array<PaperRow, 4> kPaperBaselines{{{"unet", "UNet, L1", 1.62e-2, 90.54},
                                                   {"pix2pix", "pix2pix, 34x34 patches", 1.74e-2, 90.58},
                                                   {"wgan", "WGAN, clipped weights", 1.83e-2, 89.04},
                                                   {"wgan-gp", "WGAN-GP", 1.651e-2, 93.96}}};
constexpr PaperRow kPaperShipped{"", "convergent (shipped; the paper: with WGAN-GP)", 1.655e-2, 93.74};
constexpr double kPaperMarkersBefore = 2.50, kPaperMarkersAfter = 2.44;

/// Errors of a hundredth: "1.655e-2".
std::string hundredths(double value, int decimals) {
  return fixed(100 * value, decimals) + "e-2";
}

std::string percent(double share) {
  return fixed(100 * share, 2);
}

std::string two(double value) {
  return fixed(value, 2);
}

const MethodRow& loop_of(const Evaluation& evaluation) {
  return evaluation.tables.table1.back();
}

const Evaluation* baseline(const Results& results, std::string_view model) {
  const auto found = std::ranges::find(results.baselines, model, &Evaluation::model);
  return found == results.baselines.end() ? nullptr : &*found;
}

std::string table1_row(std::string_view title, const MethodRow& row, const PaperRow* paper) {
  std::string text = "| " + std::string(title) + " | ";
  text += paper != nullptr ? hundredths(paper->mae, 3) + " / " + two(paper->ms_ssim) : "-";
  const PictureFigures& p = row.picture;
  return text + " | " + hundredths(p.mae, 3) + " / " + percent(p.ms_ssim) + " | " +
         hundredths(p.mae_body, 2) + " | " + percent(p.ms_ssim_box) + " | " + two(p.sharpness) + " | " +
         two(row.error_cm) + " |\n";
}

std::string table1(const Results& results) {
  std::string text =
      "## Table 1: X-rays\n\n"
      "| method | paper: MAE / MS-SSIM | ours: MAE / MS-SSIM | MAE in the body | MS-SSIM, body box | "
      "sharpness | markers, cm |\n|---|---|---|---|---|---|---|\n";
  const auto& own = results.shipped->tables;
  text += table1_row("mean person", own.table1.front(), nullptr);
  for (const PaperRow& row : kPaperBaselines)
    if (const Evaluation* evaluation = baseline(results, row.model))
      text += table1_row(row.title, loop_of(*evaluation), &row);
  text += table1_row(kPaperShipped.title, own.table1.back(), &kPaperShipped);
  text += table1_row("the shipped T alone", own.table1[1], nullptr);
  if (own.floors.mae_body)
    text += "| floor | - | - | " + hundredths(*own.floors.mae_body, 2) + " | - | - | - |\n";
  return text +
         "\nEvery method's picture is the loop's at its end. Sharpness: power between 0.1 and 0.25 cycles "
         "per pixel inside the body, predicted over true. The paper's figures are for other people and "
         "another scale of grey; ours have a black background, which makes the whole picture easier.\n";
}

std::string markers(const Results& results) {
  const Evaluation* before = baseline(results, kBeforeConvergence);
  std::string text =
      "## Markers (section 5.1)\n\nMean distance in cm. Floor: the error that remains for any method, from "
      "the interior drawn again under one skin.\n\n"
      "| marker | before convergent training | after | floor | after / floor | mean person |\n"
      "|---|---|---|---|---|---|\n";
  const auto& own = results.shipped->tables;
  const auto row = [&](std::string_view name, std::optional<double> first, double after,
                       std::optional<double> floor, double mean_person) {
    std::string line = "| " + std::string(name) + " | ";
    line += (first ? two(*first) : "-") + " | " + two(after) + " | " + (floor ? two(*floor) : "-") + " | ";
    line += floor && *floor >= 0.05 ? two(after / *floor) : "-";
    return line + " | " + two(mean_person) + " |\n";
  };
  for (std::size_t n = 0; n < own.markers.size(); ++n) {
    const MarkerRow& m = own.markers[n];
    text += row(info(m.marker).name,
                before != nullptr ? std::optional(before->tables.markers[n].error_cm) : std::nullopt,
                m.error_cm, m.floor_cm, m.mean_person_cm);
  }
  std::optional<double> floor;
  if (own.floors.marker_cm) floor = mean(*own.floors.marker_cm);
  text += row("mean", before != nullptr ? std::optional(loop_of(*before).error_cm) : std::nullopt,
              own.table1.back().error_cm, floor, own.table1.front().error_cm);
  return text + "\nThe paper: " + two(kPaperMarkersBefore) + " before, " + two(kPaperMarkersAfter) +
         " after.\n";
}

/// The worst of the held-out bases.
std::optional<double> held_out_to_floor(const Results& results) {
  std::optional<double> worst;
  for (const Evaluation& one : results.held_out)
    if (one.tables.floors.marker_cm)
      worst = std::max(worst.value_or(0), loop_of(one).error_cm / mean(*one.tables.floors.marker_cm));
  return worst;
}

std::string held_out(const Results& results) {
  if (results.held_out.empty()) return {};
  std::string text =
      "## Held-out base\n\nTrained on all base anatomies but one, tested on people of that one. Floors are "
      "those of all people.\n\n"
      "| tested on | people | MAE in the body | over its floor | MS-SSIM, body box | sharpness | markers, cm "
      "| over their floor |\n|---|---|---|---|---|---|---|---|\n";
  for (const Evaluation& one : results.held_out) {
    const MethodRow& row = loop_of(one);
    const Floors& floors = one.tables.floors;
    text += "| " + one.model + " | " + std::to_string(one.tables.people) + " | " +
            hundredths(row.picture.mae_body, 2) + " | ";
    text += floors.mae_body ? two(row.picture.mae_body / *floors.mae_body) : "-";
    text += " | " + percent(row.picture.ms_ssim_box) + " | " + two(row.picture.sharpness) + " | " +
            two(row.error_cm) + " | ";
    text += (floors.marker_cm ? two(row.error_cm / mean(*floors.marker_cm)) : "-") + " |\n";
  }
  return text + "\n";
}

std::string loop(const Results& results) {
  const LoopStatistics& own = results.shipped->tables.loop;
  std::string text = "## The loop\n\n";
  text += filled_in(
      "Accelerated, as shipped: converged for {} % of people, {} iterations on average, {} at the 95th "
      "percentile.\n\n",
      {fixed(100 * own.converged_share, 1), fixed(own.iterations_mean, 1), fixed(own.iterations_p95, 0)});
  if (results.studies.empty()) return text;
  text += "```\n" + loop_study_text(results.studies) + "```\n\n";
  return text +
         "An edit moves one marker up to 3 cm up or down and pins it. Edge error: how far from the pin the "
         "structure has arrived that lay at the marker before. Followed: the other markers' displacement, 1 "
         "where they move as far as in people whose interior differs in the same way. Kept: what is left of "
         "the displacement after release.\n\n"
         "![All markers over 50 plain iterations](figure3.png)\n\n"
         "Figure 3: how far each marker is from its first place, over 50 plain iterations for one person.\n";
}

/// The goals of the method with what was reached.
class Goals {
 public:
  void add(std::string_view goal, std::string_view wanted, const std::string& reached, bool met) {
    text_ += "| " + std::string(goal) + " | " + std::string(wanted) + " | " + reached + " | " +
             (met ? "yes" : "**no**") + " |\n";
  }
  [[nodiscard]] std::string text() const {
    return "## Goals\n\n| goal | wanted | reached | met |\n|---|---|---|---|\n" + text_;
  }

 private:
  std::string text_;
};

void add_iterations(Goals& goals, std::string_view goal, double most, double reached) {
  goals.add(goal, "at most " + fixed(most, 0), fixed(reached, 0), reached <= most);
}

void add_study_goals(Goals& goals, const LoopStudy& study) {
  const double rest = quantile(study.plain_iterations, 0.95);
  add_iterations(goals, "plain iterations to convergence, 95 % of people", 12, rest);
  if (study.edits.empty()) return;
  add_iterations(goals, "accelerated iterations after a drag, 95 % of drags", 4,
                 quantile(warm_iterations(study), 0.95));
  std::vector<double> near, sharpness;
  for (const Edit& one : study.edits) {
    near.push_back(one.edge_error_mm <= 3 ? 1 : 0);
    sharpness.push_back(one.sharpness);
  }
  goals.add("edge within 3 mm of its pinned marker", "90 % of moves", fixed(100 * mean(near), 0) + " %",
            mean(near) >= 0.9);
  const double sharp = quantile(sharpness, 0.5);
  goals.add("sharpness after an edit over before", "as before", two(sharp), sharp > 0.9 && sharp < 1.1);
}

/// On people whom nothing was learned from: the goals that count.
void add_scan_goals(Goals& goals, std::span<const ScanResult> scans) {
  const ScanSummary summary = summary_of(scans);
  if (summary.scans == 0) return;
  const auto of = [](int some, int all) { return std::to_string(some) + " of " + std::to_string(all); };
  goals.add("scans from other sources: better than the mean person", "all",
            of(summary.better_than_mean_person, summary.scans),
            summary.better_than_mean_person == summary.scans);
  goals.add("landmarks of scans inside the 95 % margins", "at least 90 %",
            of(summary.inside_95, summary.landmarks), summary.inside_95 >= 0.9 * summary.landmarks);
}

void add_people_goals(Goals& goals, const Results& results) {
  const auto& own = results.shipped->tables;
  const PictureFigures& p = own.table1.back().picture;
  if (own.floors.mae_body) {
    const double ratio = p.mae_body / *own.floors.mae_body;
    goals.add("X-ray MAE in the body over its floor", "at most 1.25", two(ratio), ratio <= 1.25);
  }
  goals.add("MS-SSIM, whole picture / body box", "97 / 94",
            percent(p.ms_ssim) + " / " + percent(p.ms_ssim_box), p.ms_ssim >= 0.97 && p.ms_ssim_box >= 0.94);
  goals.add("sharpness", "0.85 to 1.15", two(p.sharpness), p.sharpness >= 0.85 && p.sharpness <= 1.15);
  if (own.floors.marker_cm) {
    const double ratio = own.table1.back().error_cm / mean(*own.floors.marker_cm);
    goals.add("mean marker error over its floor", "at most 1.10", two(ratio), ratio <= 1.10);
  }
  const Evaluation *unet = baseline(results, "unet"), *gp = baseline(results, "wgan-gp");
  if (unet != nullptr && gp != nullptr) {
    const double gain = 100 * (loop_of(*gp).picture.ms_ssim - loop_of(*unet).picture.ms_ssim);
    goals.add("MS-SSIM of WGAN-GP over UNet", "more (paper: +3.4)", signed_fixed(gain, 2), gain > 0);
  }
  if (const auto ratio = held_out_to_floor(results))
    goals.add("markers of a held-out base over their floor", "at most 1.5", two(*ratio), *ratio <= 1.5);
  add_iterations(goals, "accelerated iterations from T, 95 % of people", 7, own.loop.iterations_p95);
  const double inside = inside_95(own);
  goals.add("markers of test people inside the 95 % margins", "93 to 97 %", fixed(100 * inside, 1) + " %",
            inside >= 0.93 && inside <= 0.97);
  if (!results.studies.empty()) add_study_goals(goals, results.studies.back());
}

std::string goals(const Results& results) {
  Goals goals;
  add_scan_goals(goals, results.scans);
  if (results.shipped) add_people_goals(goals, results);
  return goals.text();
}

}  // namespace

std::string results_markdown(const Results& results) {
  std::string text = "# Results\n\n";
  if (results.shipped)
    text += "Model " + results.shipped->model + " on " + std::to_string(results.shipped->tables.people) +
            " people of the test split. ";
  text +=
      "Printed by\n\n    " + results.command + "\n\n" + scans_markdown(results.scans) + goals(results) + "\n";
  if (!results.shipped) return text;
  text += table1(results) + "\n" + markers(results) + "\n" + held_out(results) + loop(results);
  if (!results.baselines.empty())
    text +=
        "\n## Figure 7\n\n![Rows of methods, columns of people](figure7.png)\n\nTrue X-rays, and those of "
        "each method.\n";
  return text + "\nTables 2 and 3 of the paper belong to applications that are not there yet.\n";
}

}  // namespace skiagraph::evaluation
