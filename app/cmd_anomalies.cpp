#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/failure.h"
#include "app/models_folder.h"
#include "app/output_files.h"
#include "app/partial_xray_arguments.h"
#include "core/applications/anomalies/anomaly_search.h"
#include "core/base/number_text.h"
#include "core/base/write_file.h"
#include "core/io/markers_file.h"
#include "core/io/png.h"
#include "core/networks/network_weights.h"

namespace skiagraph::app {
namespace {

using applications::AnomalyRegion;
using applications::AnomalyScores;

struct Arguments {
  std::shared_ptr<PartialXrayArguments> work;
  std::filesystem::path out;
  std::optional<double> threshold;
  bool plain = false, json = false, force = false;
};

const std::vector<std::string> kFiles{"anomalies.json", "anomalies.png"};

Remark no_spread() {
  return {.code = "anomalies.no_spread",
          .title = "Plain differences",
          .sentence =
              "It was never measured how far healthy people are off with these networks; regions are "
              "those that differ by more than 10 %. Run calibrate once."};
}

nlohmann::ordered_json region_json(const AnomalyRegion& region, const geometry::SurfaceImage& surface) {
  const Vec3 centre = io::marker_position(surface, region.centre);
  return {{"place", applications::place_name(region.place)},
          {"denser", region.denser},
          {"peak", region.peak},
          {"width_mm", region.width_mm},
          {"height_mm", region.height_mm},
          {"area_mm2", region.area_mm2},
          {"centre_patient_mm", {centre.x, centre.y, centre.z}},
          {"centre_px", {region.centre.row, region.centre.column}}};
}

std::string text_of(const std::vector<AnomalyRegion>& regions) {
  if (regions.empty()) return "No region differs from a healthy person's X-ray.\n";
  std::string text;
  for (const AnomalyRegion& region : regions)
    text += left_aligned(applications::place_name(region.place), 22) +
            (region.denser ? "  denser " : "  thinner") + right_aligned(fixed(region.width_mm, 0), 5) +
            " x " + right_aligned(fixed(region.height_mm, 0), 3) + " mm  peak " + fixed(region.peak, 2) +
            "\n";
  return text;
}

/// The joined X-ray in grey; what is denser is red, what is thinner blue.
void write_overlay(const std::filesystem::path& path, const applications::Completion& completion,
                   const std::vector<AnomalyRegion>& regions) {
  constexpr float kWhite = 0.72F, kByte = 255;
  const geometry::CanonicalFrame& frame = completion.xray.frame;
  std::vector<std::uint8_t> rgb;
  for (const float value : completion.xray.pixels)
    rgb.insert(rgb.end(), 3, static_cast<std::uint8_t>(kByte * std::clamp(value / kWhite, 0.0F, 1.0F)));
  for (const AnomalyRegion& region : regions)
    for (const std::uint32_t pixel : region.pixels)
      rgb[3 * std::size_t{pixel} + (region.denser ? 0 : 2)] = 255;
  io::write_png_rgb(path, frame.rows, frame.columns, rgb);
}

void run(const Arguments& arguments) {
  check_output_folder(arguments.out, kFiles, arguments.force);
  PartialXrayArguments::Work work = arguments.work->completed();
  const geometry::SurfaceImage& surface = *work.surface;
  const auto spread = arguments.plain ? std::nullopt : work.spread;
  if (!spread && !arguments.plain) work.remarks.push_back(no_spread());
  const AnomalyScores scores = applications::anomaly_scores(work.completion, surface, spread);
  const double threshold = arguments.threshold ? *arguments.threshold
                           : spread            ? spread->threshold
                                               : applications::kPaperThreshold;
  const std::vector<AnomalyRegion> regions =
      applications::anomaly_regions(scores, spread ? scores.score : scores.difference, threshold,
                                    work.completion.fit.markers, surface.placement.mm_per_px());
  nlohmann::ordered_json json{{"method", spread ? "score" : "difference"}, {"threshold", threshold}};
  json["regions"] = nlohmann::ordered_json::array();
  for (const AnomalyRegion& region : regions) json["regions"].push_back(region_json(region, surface));
  if (!arguments.out.empty()) {
    make_folder(arguments.out);
    write_file(arguments.out / kFiles[0], json.dump(2) + "\n");
    write_overlay(arguments.out / kFiles[1], work.completion, regions);
  }
  std::cout << (arguments.json ? json.dump(2) + "\n" : text_of(regions)) << std::flush;
  report_remarks(work.remarks);
}

}  // namespace

void add_anomalies_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand(
      "anomalies", "Compare a real X-ray with that of a healthy person of this shape: regions that differ");
  arguments->work = PartialXrayArguments::add_to(*command);
  command->add_option("--out", arguments->out, "Folder for anomalies.json and anomalies.png");
  command
      ->add_option("--threshold", arguments->threshold,
                   "Score from which on a region is told, in standard deviations of healthy people; with "
                   "--plain the difference, 0 to 1")
      ->check(CLI::PositiveNumber);
  command->add_flag("--plain", arguments->plain, "Differences of more than 10 %, as in the paper");
  command->add_flag("--json", arguments->json, "Print anomalies.json in place of a table");
  add_force_option(*command, arguments->force);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
