#include "core/evaluation/results.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/evaluation/goals.h"
#include "core/evaluation/loop_report.h"
#include "core/evaluation/range_report.h"
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

std::string held_out(const Results& results) {
  if (results.held_out.empty()) return {};
  std::string text =
      "## Held-out base\n\nTrained on all base anatomies but one, tested on people of that one. Floors are "
      "those of all people.\n\n"
      "| tested on | people | MAE in the body | over its floor | MS-SSIM, body box | sharpness | markers, cm "
      "| mean person's | over their floor |\n|---|---|---|---|---|---|---|---|---|\n";
  for (const Evaluation& one : results.held_out) {
    const MethodRow& row = loop_of(one);
    const Floors& floors = one.tables.floors;
    text += "| " + one.model + " | " + std::to_string(one.tables.people) + " | " +
            hundredths(row.picture.mae_body, 2) + " | ";
    text += floors.mae_body ? two(row.picture.mae_body / *floors.mae_body) : "-";
    text += " | " + percent(row.picture.ms_ssim_box) + " | " + two(row.picture.sharpness) + " | " +
            two(row.error_cm) + " | " + two(one.tables.table1.front().error_cm) + " | ";
    text += (floors.marker_cm ? two(row.error_cm / mean(*floors.marker_cm)) : "-") + " |\n";
  }
  return text + "\n";
}

std::string water_row(std::string_view name, const PartErrors& parts) {
  std::string text = "| " + std::string(name) + " |";
  for (std::size_t part = 0; part < kTrunkParts.size(); ++part)
    text += " " + hundredths(parts.predicted[part], 2) + " / " + hundredths(parts.water[part], 2) + " |";
  return text + "\n";
}

std::string water(const Results& results) {
  std::string text =
      "## X-rays beside plain water\n\nMean absolute error in the parts of the trunk, of the prediction / of "
      "a "
      "body of plain water with the same surface.\n\n| people |";
  for (const std::string_view part : kTrunkParts) text += " " + std::string(part) + " |";
  text += "\n|---|---|---|---|\n" + water_row("test people", results.shipped->tables.parts);
  for (const Evaluation& one : results.held_out)
    text += water_row("of base " + one.model + ", left out of training", one.tables.parts);
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

}  // namespace

std::string results_markdown(const Results& results) {
  std::string text = "# Results\n\n";
  if (results.shipped)
    text += "Model " + results.shipped->model + " on " + std::to_string(results.shipped->tables.people) +
            " people of the test split. ";
  text += "Printed by\n\n    " + results.command + "\n\n" + scans_markdown(results.scans) +
          goals_markdown(results) + "\n";
  if (!results.shipped) return text;
  text += table1(results) + "\n";
  if (results.shipped->fine) text += fine_pictures_markdown(*results.shipped->fine) + "\n";
  text += markers(results) + "\n" + held_out(results) + water(results) + loop(results) + "\n" +
          ranges_markdown(results.shipped->tables.ranges);
  if (!results.baselines.empty())
    text +=
        "\n## Figure 7\n\n![Rows of methods, columns of people](figure7.png)\n\nTrue X-rays, and those of "
        "each method.\n";
  return text + "\nTables 2 and 3 of the paper are printed with --training-data and --completion.\n";
}

}  // namespace skiagraph::evaluation
