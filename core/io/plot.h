#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/imaging/xray_image.h"

namespace skiagraph::io {

/// Values at 0, 1, 2, ...
struct PlotLine {
  std::vector<double> values;
  std::array<std::uint8_t, 3> colour;  ///< sRGB
};

struct PlotPanel {
  std::string title, x_label, y_label;
  std::vector<PlotLine> lines;
};

/// Panels side by side, all with the same axes. Throws Error when the file cannot be written.
void write_plot(const std::filesystem::path& path, const std::vector<PlotPanel>& panels);

struct PictureRow {
  std::string label;
  std::vector<imaging::XrayImage> pictures;
};

/// X-rays in rows with their labels, columns over `column_labels`. Throws Error when the file cannot be
/// written.
void write_picture_grid(const std::filesystem::path& path, const std::vector<PictureRow>& rows,
                        const std::vector<std::string>& column_labels);

}  // namespace skiagraph::io
