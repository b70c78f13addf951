#include "tests/ui/film.h"

#include <cmath>
#include <vector>

#include "core/io/png.h"

namespace skiagraph::ui {

void write_film(const std::filesystem::path& path, const imaging::XrayImage& xray, int top, int bottom,
                const std::optional<Disc>& disc) {
  std::vector<float> values;
  for (int row = top; row < bottom; ++row)
    for (int column = 0; column < xray.frame.columns; ++column) {
      const auto n = static_cast<std::size_t>(row) * xray.frame.columns + column;
      const bool inside = disc && norm(Pixel{double(row), double(column)} - disc->centre) < disc->radius;
      values.push_back(std::sqrt(xray.pixels[n] + (inside ? 0.2F : 0)));
    }
  io::write_png16(path, bottom - top, xray.frame.columns, values);
}

}  // namespace skiagraph::ui
