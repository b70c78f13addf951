#include "core/applications/completion/picture_placement.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/applications/completion/intensity_curve.h"
#include "core/base/error.h"

using namespace skiagraph;
using namespace skiagraph::applications;
using namespace skiagraph::geometry;
using imaging::XrayPicture;

namespace {

constexpr CanonicalFrame kFrame{40, 30, 5, 35, 15};
/// 4 mm per pixel.
const CanonicalPlacement kBody(kFrame, {0, 0, 0}, {0, 0, -120});

/// Values that rise by one from row to row and by 100 from column to column.
XrayPicture slope(int rows, int columns, double mm) {
  XrayPicture picture{rows, columns, mm, mm, {}, {}};
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column)
      picture.values.push_back(static_cast<float>(row + 100 * column));
  picture.known.assign(picture.values.size(), 1);
  return picture;
}

float at(const PlacedPicture& placed, int row, int column) {
  return placed.values[static_cast<std::size_t>(row) * kFrame.columns + column];
}

}  // namespace

TEST_CASE("A placed picture has the means over the frame's pixels, and is known where it covers them whole") {
  const PictureSampler sampler(slope(20, 16, 1));  // 5 x 4 pixels of the frame
  const PlacedPicture placed = sampler.place({{12, 11.5}, 1}, kBody);
  CHECK(placed.known_pixels() == 20);
  // The picture's first 4 x 4 pixels lie on row 10 and column 10.
  CHECK(at(placed, 10, 10) == Approx(1.5 + 150));
  CHECK(at(placed, 14, 13) == Approx(17.5 + 1350));
  // By half a pixel of the frame lower: the same places of the picture, one row of the frame less is whole.
  const PlacedPicture lower = sampler.place({{12.5, 11.5}, 1}, kBody);
  CHECK(lower.known_pixels() == 16);
  CHECK(at(lower, 11, 10) == Approx(1.5 + 2 + 150));
}

TEST_CASE("Magnification makes the picture smaller in the body") {
  const PictureSampler sampler(slope(40, 40, 1));
  CHECK(sampler.place({{20, 15}, 1}, kBody).known_pixels() == 81);
  const PlacedPicture halved = sampler.place({{20, 15}, 2}, kBody);
  CHECK(halved.known_pixels() < 30);
  CHECK(at(halved, 20, 15) == Approx(19.5 + 1950).margin(0.01));
}

TEST_CASE("What the picture does not know stays unknown") {
  XrayPicture picture = slope(16, 16, 1);
  picture.known[0] = 0;
  const PlacedPicture placed = PictureSampler(picture).place({{20.5, 15.5}, 1}, kBody);
  CHECK(placed.known_pixels() == 15);
}

TEST_CASE("A picture without spacing is refused") {
  const auto code = [](const XrayPicture& picture) -> std::string {
    try {
      PictureSampler sampler(picture);
    } catch (const InputError& error) {
      return error.code();
    }
    return "";
  };
  CHECK(code(slope(4, 4, 0)) == "partial.no_spacing");
  CHECK(code({}) == "partial.empty");
}

TEST_CASE("The intensity curve undoes any rising scale and never falls") {
  std::vector<float> synthetic, real;
  for (int n = 0; n < 2000; ++n) {
    synthetic.push_back(static_cast<float>(n % 500) / 500);
    real.push_back(1000 * std::sqrt(synthetic.back()) + 7);
  }
  const std::vector<std::uint8_t> used(real.size(), 1);
  const IntensityCurve curve = IntensityCurve::fit(real, synthetic, used);
  CHECK(curve.agreement() > 0.999);
  for (std::size_t n = 20; n < 480; n += 20) CHECK(curve(real[n]) == Approx(synthetic[n]).margin(0.01));
  for (float value = -100; value < 1200; value += 10) CHECK(curve(value) <= curve(value + 10));
  // A falling scale is not undone.
  for (float& value : real) value = -value;
  CHECK(IntensityCurve::fit(real, synthetic, used).agreement() < 0.2);
}
