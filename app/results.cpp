#include "app/results.h"

#include <torch/types.h>

#include <algorithm>
#include <string>

#include "app/output_files.h"
#include "core/base/write_file.h"
#include "core/evaluation/results.h"
#include "core/io/plot.h"

namespace skiagraph::app {
namespace {

/// How far each marker is from its first place.
io::PlotPanel drift_panel(const evaluation::LoopStudy& study) {
  io::PlotPanel panel{study.model, "iteration", "distance from the first place, px", {}};
  const auto& places = study.example.places;
  for (std::size_t marker = 0; marker < kMarkerCount; ++marker) {
    io::PlotLine line{{}, marker_table()[marker].colour};
    for (const MarkerPositions& now : places) line.values.push_back(norm(now[marker] - places[0][marker]));
    panel.lines.push_back(std::move(line));
  }
  return panel;
}

imaging::XrayImage to_image(const torch::Tensor& picture) {
  const torch::Tensor values = picture.contiguous();
  const float* first = values.data_ptr<float>();
  imaging::XrayImage image{{}, {first, first + values.numel()}};
  image.frame.rows = static_cast<int>(picture.size(0));
  image.frame.columns = static_cast<int>(picture.size(1));
  return image;
}

io::PictureRow predicted_row(const std::string& label, const evaluation::Evaluation& evaluation) {
  io::PictureRow row{label, {}};
  for (const evaluation::Example& example : evaluation.examples)
    row.pictures.push_back(to_image(example.predicted));
  return row;
}

void write_figure7(const std::filesystem::path& path, const evaluation::Results& results) {
  io::PictureRow truth{"truth", {}};
  for (const evaluation::Example& example : results.shipped->examples)
    truth.pictures.push_back(to_image(example.truth));
  std::vector<io::PictureRow> rows{truth};
  for (const evaluation::Evaluation& baseline : results.baselines)
    rows.push_back(predicted_row(baseline.model, baseline));
  rows.push_back(predicted_row(results.shipped->model, *results.shipped));
  std::vector<std::string> people;
  for (std::size_t n = 0; n < truth.pictures.size(); ++n) people.push_back("person " + std::to_string(n + 1));
  io::write_picture_grid(path, rows, people);
}

}  // namespace

const std::vector<std::string>& result_files() {
  static const std::vector<std::string> files{"results.md", "figure3.png", "figure6.png", "figure7.png"};
  return files;
}

void write_results(const std::filesystem::path& folder, const evaluation::Results& results,
                   const std::string& more) {
  make_folder(folder);
  write_file(folder / "results.md", evaluation::results_markdown(results) + more);
  std::vector<io::PlotPanel> panels;
  for (const evaluation::LoopStudy& study : results.studies) panels.push_back(drift_panel(study));
  if (!panels.empty()) io::write_plot(folder / "figure3.png", panels);
  if (!results.baselines.empty() && results.shipped && !results.shipped->examples.empty())
    write_figure7(folder / "figure7.png", results);
}

}  // namespace skiagraph::app
