#include "core/io/plot.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/io/png.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::imaging;
using namespace skiagraph::io;

TEST_CASE("A plot shows its lines in their colours") {
  const testing::TemporaryFolder folder;
  const auto path = folder / "plot.png";
  write_plot(path, {{"one", "n", "value", {{{0, 1, 2, 3}, {255, 0, 0}}}},
                    {"two", "n", "value", {{{3, 2, 1, 0}, {0, 0, 255}}}}});
  const PngImage image = read_png(path);
  const auto share = [&](int channel, int first, int last) {
    int found = 0;
    for (int row = 0; row < image.rows; ++row)
      for (int column = first; column < last; ++column) {
        const float* p =
            &image.values[static_cast<std::size_t>((row * image.columns + column) * image.channels)];
        if (p[channel] > 0.9F && p[1] < 0.3F && p[2 - channel] < 0.3F) ++found;
      }
    return found;
  };
  CHECK(share(0, 0, image.columns / 2) > 100);
  CHECK(share(2, 0, image.columns / 2) == 0);
  CHECK(share(2, image.columns / 2, image.columns) > 100);
  CHECK(share(0, 0, 68) == 0);  // no line outside of its axes
}

TEST_CASE("A grid shows its pictures beside their labels") {
  const testing::TemporaryFolder folder;
  const auto path = folder / "grid.png";
  XrayImage black{{32, 32, 8, 24, 16}, std::vector<float>(1024, 0.0F)};
  write_picture_grid(path, {{"truth", {black, black}}, {"ours", {black, black}}}, {"a", "b"});
  const PngImage image = read_png(path);
  int dark = 0;
  for (std::size_t n = 0; n < image.values.size(); n += static_cast<std::size_t>(image.channels))
    if (image.values[n] == 0) ++dark;
  CHECK(dark >= 4 * 1024);
  CHECK_THROWS_AS(write_picture_grid(folder / "no" / "grid.png", {{"t", {black}}}, {"a"}), Error);
  CHECK_THROWS_AS(write_picture_grid(path, {}, {}), Error);
}
