#include "core/evaluation/report.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/evaluation/loop_report.h"
#include "core/evaluation/range_report.h"
#include "core/evaluation/scan_report.h"
#include "core/evaluation/statistics.h"

namespace skiagraph::evaluation {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json markers_json(const Tables& tables) {
  Json rows = Json::array();
  for (const MarkerRow& row : tables.markers)
    rows.push_back({{"name", info(row.marker).name},
                    {"error_cm", row.error_cm},
                    {"floor_cm", or_null(row.floor_cm)},
                    {"mean_person_cm", row.mean_person_cm},
                    {"inside_95", row.inside_95}});
  return rows;
}

Json method_json(const std::string& name, const MethodRow& row) {
  return {{"method", name},
          {"mae", row.picture.mae},
          {"mae_body", row.picture.mae_body},
          {"ms_ssim", row.picture.ms_ssim},
          {"ms_ssim_box", row.picture.ms_ssim_box},
          {"sharpness", row.picture.sharpness},
          {"marker_error_cm", row.error_cm}};
}

Json fine_json(const FinePictures& pictures) {
  const auto row = [](const PictureFigures& p) {
    return Json{{"mae_body", p.mae_body}, {"ms_ssim_box", p.ms_ssim_box}, {"sharpness", p.sharpness}};
  };
  return {{"rows", pictures.rows},
          {"columns", pictures.columns},
          {"interpolated", row(pictures.interpolated)},
          {"shown", row(pictures.shown)}};
}

Json table1_json(const Tables& tables, std::span<const Evaluation> baselines) {
  Json rows = Json::array();
  for (const MethodRow& row : tables.table1) rows.push_back(method_json(row.method, row));
  for (const Evaluation& baseline : baselines)
    rows.push_back(method_json(baseline.model, baseline.tables.table1.back()));
  return rows;
}

Json headline_json(const Tables& tables) {
  Json rows = Json::object();
  for (const HeadlineRow& row : tables.headline)
    rows[row.name] = {{"value", row.value}, {"low_95", row.low}, {"high_95", row.high}};
  return rows;
}

Json loop_json(const LoopStatistics& loop) {
  return {{"converged_share", loop.converged_share},
          {"iterations_mean", loop.iterations_mean},
          {"iterations_p95", loop.iterations_p95},
          {"ms_median", loop.ms_median},
          {"error_cm_by_iteration", loop.error_cm_by_iteration}};
}

constexpr std::size_t kNameWidth = 30, kColumnWidth = 12;

/// Columns of numbers after a name; what is not known is a dash.
std::string line(std::string_view name, std::initializer_list<std::optional<double>> values, int decimals) {
  std::string text = left_aligned(name, kNameWidth);
  for (const auto& value : values) text += right_aligned(value ? fixed(*value, decimals) : "-", kColumnWidth);
  return text + "\n";
}

std::string titles(std::string_view name, std::initializer_list<const char*> columns) {
  std::string text = left_aligned(name, kNameWidth);
  for (const char* column : columns) text += right_aligned(column, kColumnWidth);
  return text + "\n";
}

std::string table1_text(const Tables& tables) {
  std::string text =
      titles("X-ray", {"MAE", "in the body", "MS-SSIM", "in its box", "sharpness", "markers cm"});
  for (const MethodRow& row : tables.table1)
    text += line(row.method,
                 {row.picture.mae, row.picture.mae_body, row.picture.ms_ssim, row.picture.ms_ssim_box,
                  row.picture.sharpness, row.error_cm},
                 4);
  return text + line("floor", {std::nullopt, tables.floors.mae_body}, 4);
}

/// The place of two markers is nearly given by the frame itself; a ratio to their floor says nothing.
constexpr double kLeastFloorCm = 0.05;

std::string marker_line(std::string_view name, double error_cm, std::optional<double> floor_cm,
                        double mean_person_cm) {
  std::optional<double> ratio;
  if (floor_cm && *floor_cm >= kLeastFloorCm) ratio = error_cm / *floor_cm;
  return line(name, {error_cm, floor_cm, ratio, mean_person_cm}, 2);
}

std::string margins_text(const Evaluation& evaluation) {
  return filled_in("Inside the 95 % margins: {} % of the markers{}.\n",
                   {fixed(100 * inside_95(evaluation.tables), 1),
                    evaluation.margins_measured
                        ? ""
                        : " (margins of the heat maps alone; skiagraph-cli calibrate measures them)"});
}

std::string markers_text(const Tables& tables) {
  std::string text = titles("Marker", {"error cm", "floor cm", "ratio", "mean person"});
  for (const MarkerRow& row : tables.markers)
    text += marker_line(info(row.marker).name, row.error_cm, row.floor_cm, row.mean_person_cm);
  std::optional<double> floor;
  if (tables.floors.marker_cm) floor = mean(*tables.floors.marker_cm);
  return text + marker_line("mean", tables.table1.back().error_cm, floor, tables.table1.front().error_cm);
}

std::string headline_text(const Tables& tables) {
  std::string text = titles("Mean over people", {"value", "95 % from", "to"});
  for (const HeadlineRow& row : tables.headline) text += line(row.name, {row.value, row.low, row.high}, 4);
  return text;
}

std::string loop_text(const LoopStatistics& loop) {
  return filled_in(
      "Loop: {} % converged, {} iterations on average, {} at the 95th percentile, {} ms (median).\n",
      {fixed(100 * loop.converged_share, 1), fixed(loop.iterations_mean, 1), fixed(loop.iterations_p95, 0),
       fixed(loop.ms_median, 0)});
}

}  // namespace

std::string evaluation_json(const Evaluation& evaluation, std::span<const Evaluation> baselines,
                            std::span<const LoopStudy> studies, std::span<const ScanResult> scans) {
  const Tables& tables = evaluation.tables;
  const Json json{{"people", tables.people},
                  {"left_out", evaluation.left_out},
                  {"split", split_name(evaluation.split)},
                  {"model", evaluation.model},
                  {"device", evaluation.device},
                  {"markers", markers_json(tables)},
                  {"inside_95", inside_95(tables)},
                  {"margins_measured", evaluation.margins_measured},
                  {"table1", table1_json(tables, baselines)},
                  {"fine_pictures", evaluation.fine ? fine_json(*evaluation.fine) : Json()},
                  {"table2", nullptr},
                  {"table3", nullptr},
                  {"floor_mae_body", or_null(tables.floors.mae_body)},
                  {"headline", headline_json(tables)},
                  {"loop", loop_json(tables.loop)},
                  {"scan_range", ranges_json(tables.ranges)},
                  {"loop_studies", loop_study_json(studies)},
                  {"scans", scans_json(scans)}};
  // A model may have any name.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string evaluation_text(const Evaluation& evaluation) {
  const Tables& tables = evaluation.tables;
  return "Model " + evaluation.model + " on " + std::to_string(tables.people) + " people of the " +
         split_name(evaluation.split) + " split (" + evaluation.device + ")\n" +
         (evaluation.left_out > 0 ? std::to_string(evaluation.left_out) +
                                        " more are left out: their markers or X-rays are not wholly known.\n"
                                  : "") +
         "\n" + table1_text(tables) + "\n" +
         (evaluation.fine ? fine_pictures_text(*evaluation.fine) + "\n" : "") + markers_text(tables) +
         margins_text(evaluation) + "\n" + headline_text(tables) + "\n" + loop_text(tables.loop) + "\n" +
         ranges_text(tables.ranges);
}

}  // namespace skiagraph::evaluation
