#include "core/applications/completion/picture_placement.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace skiagraph::applications {
namespace {

/// Edges of `count` cells of `step` from `first` on.
std::vector<double> edges(double first, double step, int count) {
  std::vector<double> places;
  for (int n = 0; n <= count; ++n) places.push_back(first + n * step);
  return places;
}

}  // namespace

std::int64_t PlacedPicture::known_pixels() const {
  return std::ranges::count(known, std::uint8_t{1});
}

PictureSampler::PictureSampler(const imaging::XrayPicture& picture)
    : rows_(picture.rows), columns_(picture.columns), row_mm_(picture.row_mm), column_mm_(picture.column_mm) {
  const auto pixels = static_cast<std::size_t>(std::max(0, rows_)) * std::max(0, columns_);
  if (pixels == 0 || picture.values.size() != pixels || picture.known.size() != pixels)
    throw InputError("partial.empty", "The X-ray picture has no pixels.");
  if (!(row_mm_ > 0) || !(column_mm_ > 0))
    throw InputError("partial.no_spacing",
                     "The X-ray picture does not say how large its pixels are; give their size in mm.");
  const int stride = columns_ + 1;
  values_.assign(static_cast<std::size_t>(rows_ + 1) * stride, 0);
  known_ = values_;
  for (int row = 0; row < rows_; ++row) {
    double value = 0, known = 0;
    for (int column = 0; column < columns_; ++column) {
      const std::size_t from = static_cast<std::size_t>(row) * columns_ + column;
      if (picture.known[from] != 0) value += picture.values[from], known += 1;
      const std::size_t to = static_cast<std::size_t>(row + 1) * stride + column + 1;
      values_[to] = values_[to - stride] + value;
      known_[to] = known_[to - stride] + known;
    }
  }
}

/// Bilinear between the corners of pixels: exact, as values are constant in each pixel.
double PictureSampler::integral(const std::vector<double>& sums, double row, double column) const {
  row = std::clamp<double>(row, 0, rows_), column = std::clamp<double>(column, 0, columns_);
  const int i = std::min(rows_ - 1, static_cast<int>(row)),
            j = std::min(columns_ - 1, static_cast<int>(column));
  const double down = row - i, right = column - j;
  const double* corner = sums.data() + static_cast<std::size_t>(i) * (columns_ + 1) + j;
  const double* below = corner + columns_ + 1;
  return (1 - down) * ((1 - right) * corner[0] + right * corner[1]) +
         down * ((1 - right) * below[0] + right * below[1]);
}

PlacedPicture PictureSampler::sampled(const std::vector<double>& row_edges,
                                      const std::vector<double>& column_edges) const {
  const std::size_t rows = row_edges.size() - 1, columns = column_edges.size() - 1;
  PlacedPicture placed{std::vector<float>(rows * columns), std::vector<std::uint8_t>(rows * columns)};
  for (std::size_t row = 0; row < rows; ++row) {
    const double top = row_edges[row], bottom = row_edges[row + 1];
    if (bottom <= 0 || top >= rows_) continue;
    for (std::size_t column = 0; column < columns; ++column) {
      const double left = column_edges[column], right = column_edges[column + 1];
      if (right <= 0 || left >= columns_) continue;
      const auto over = [&](const std::vector<double>& sums) {
        return integral(sums, bottom, right) - integral(sums, top, right) - integral(sums, bottom, left) +
               integral(sums, top, left);
      };
      constexpr double kWhole = 0.999;
      const double area = (bottom - top) * (right - left), known = over(known_);
      if (known < kWhole * area) continue;
      placed.values[row * columns + column] = static_cast<float>(over(values_) / known);
      placed.known[row * columns + column] = 1;
    }
  }
  return placed;
}

PlacedPicture PictureSampler::place(const PicturePlacement& placement,
                                    const geometry::CanonicalPlacement& body) const {
  const geometry::CanonicalFrame& frame = body.frame();
  const double mm = body.mm_per_px() * placement.scale, rows_step = mm / row_mm_,
               columns_step = mm / column_mm_;
  return sampled(
      edges(rows_ / 2.0 + (-0.5 - placement.centre.row) * rows_step, rows_step, frame.rows),
      edges(columns_ / 2.0 + (-0.5 - placement.centre.column) * columns_step, columns_step, frame.columns));
}

PictureSampler::Raster PictureSampler::raster(double step_mm) const {
  const int rows = std::max(1, static_cast<int>(height_mm() / step_mm)),
            columns = std::max(1, static_cast<int>(width_mm() / step_mm));
  const double rows_step = step_mm / row_mm_, columns_step = step_mm / column_mm_;
  return {rows, columns,
          sampled(edges((rows_ - rows * rows_step) / 2, rows_step, rows),
                  edges((columns_ - columns * columns_step) / 2, columns_step, columns))};
}

}  // namespace skiagraph::applications
