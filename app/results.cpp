#include "app/results.h"

#include <torch/types.h>

#include <algorithm>
#include <string>

#include "app/output_files.h"
#include "core/evaluation/results.h"
#include "core/io/plot.h"

namespace skiagraph {
namespace {

/// How far each marker is from its first place.
PlotPanel drift_panel(const LoopStudy& study) {
  PlotPanel panel{study.model, "iteration", "way from the first place, px", {}};
  const auto& places = study.example.places;
  for (std::size_t marker = 0; marker < kMarkerCount; ++marker) {
    PlotLine line{{}, marker_table()[marker].colour};
    for (const MarkerPositions& now : places) line.values.push_back(norm(now[marker] - places[0][marker]));
    panel.lines.push_back(std::move(line));
  }
  return panel;
}

XrayImage to_image(const torch::Tensor& picture) {
  const torch::Tensor values = picture.contiguous();
  const float* first = values.data_ptr<float>();
  XrayImage image{{}, {first, first + values.numel()}};
  image.frame.rows = static_cast<int>(picture.size(0));
  image.frame.columns = static_cast<int>(picture.size(1));
  return image;
}

PictureRow predicted_row(const std::string& label, const Evaluation& evaluation) {
  PictureRow row{label, {}};
  for (const Example& example : evaluation.examples) row.pictures.push_back(to_image(example.predicted));
  return row;
}

void write_figure7(const std::filesystem::path& path, const Results& results) {
  PictureRow truth{"truth", {}};
  for (const Example& example : results.shipped.examples) truth.pictures.push_back(to_image(example.truth));
  std::vector<PictureRow> rows{truth};
  for (const Evaluation& baseline : results.baselines)
    rows.push_back(predicted_row(baseline.model, baseline));
  rows.push_back(predicted_row(results.shipped.model, results.shipped));
  std::vector<std::string> people;
  for (std::size_t n = 0; n < truth.pictures.size(); ++n) people.push_back("person " + std::to_string(n + 1));
  write_picture_grid(path, rows, people);
}

}  // namespace

void write_results(const std::filesystem::path& folder, const Results& results) {
  std::filesystem::create_directories(folder);
  write_text(folder / "results.md", results_markdown(results));
  std::vector<PlotPanel> panels;
  for (const LoopStudy& study : results.studies) panels.push_back(drift_panel(study));
  if (!panels.empty()) write_plot(folder / "figure3.png", panels);
  if (!results.baselines.empty() && !results.shipped.examples.empty())
    write_figure7(folder / "figure7.png", results);
}

}  // namespace skiagraph
