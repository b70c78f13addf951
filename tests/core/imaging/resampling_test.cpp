#include "core/imaging/resampling.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

using namespace skiagraph::imaging;

namespace {

XrayImage made(int rows, int columns, const std::function<double(int, int)>& value) {
  XrayImage image;
  image.frame.rows = rows;
  image.frame.columns = columns;
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column)
      image.pixels.push_back(static_cast<float>(value(row, column)));
  return image;
}

double wave(double row, double column) {
  return 0.5 + 0.3 * std::sin(row / 5) * std::cos(column / 4);
}

}  // namespace

TEST_CASE("A screen with the image's own pixels shows the image as it is") {
  const XrayImage image = made(20, 30, wave);
  const std::vector<float> shown = resampled(image, {0, 1, 20}, {0, 1, 30});
  REQUIRE(shown.size() == image.pixels.size());
  for (std::size_t n = 0; n < shown.size(); ++n) CHECK(shown[n] == Approx(image.pixels[n]).margin(1e-6));
}

TEST_CASE("A finer screen shows what lies between the pixels, much closer than straight lines do") {
  const XrayImage image = made(40, 40, wave);
  const SampleRow finer{5, 0.25, 100};
  const std::vector<float> shown = resampled(image, finer, finer);
  for (int row = 0; row < finer.count; ++row)
    for (int column = 0; column < finer.count; ++column)
      REQUIRE(shown[static_cast<std::size_t>(row * finer.count + column)] ==
              Approx(wave(5 + row * 0.25, 5 + column * 0.25)).margin(0.002));
}

TEST_CASE("A coarser screen skips nothing: stripes become their mean") {
  const XrayImage stripes = made(16, 160, [](int, int column) { return column % 2; });
  const std::vector<float> shown = resampled(stripes, {0, 1, 16}, {20.5, 8, 15});
  for (const float value : shown) CHECK(value == Approx(0.5).margin(0.02));
}

TEST_CASE("Past the edge the edge goes on, also in images smaller than the kernel") {
  for (const int size : {1, 2, 3, 8}) {
    const XrayImage image = made(size, size, [](int, int) { return 0.75; });
    for (const float value : resampled(image, {-3, 0.5, 30}, {-3, 2.5, 12})) CHECK(value == Approx(0.75));
  }
}

TEST_CASE("A screen without pixels shows nothing") {
  CHECK(resampled(made(4, 4, wave), {0, 1, 0}, {0, 1, 4}).empty());
}
