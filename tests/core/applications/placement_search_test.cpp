#include "core/applications/completion/placement_search.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/error.h"

using namespace skiagraph;
using namespace skiagraph::applications;
using namespace skiagraph::geometry;

namespace {

constexpr CanonicalFrame kFrame;

/// Blobs at places that repeat nowhere.
double shape(double row, double column) {
  double value = 0;
  for (int n = 0; n < 14; ++n) {
    const double r = 20 + std::fmod(97.0 * n, 220), c = 15 + std::fmod(61.0 * n * n, 160),
                 width = 8 + n % 5 * 4;
    value += 0.2 * std::exp(-(std::pow(row - r, 2) + std::pow(column - c, 2)) / (2 * width * width));
  }
  return std::min(1.0, value);
}

SurfaceImage whole_surface() {
  SurfaceImage surface{CanonicalPlacement(kFrame, {0, 0, 0}, {0, 0, -560}), 0, {}, {}};
  surface.depth.assign(static_cast<std::size_t>(kFrame.rows) * kFrame.columns, 0.1F);
  surface.thickness.assign(surface.depth.size(), 0.3F);
  return surface;
}

imaging::XrayImage whole_xray() {
  imaging::XrayImage xray{kFrame, {}};
  for (int row = 0; row < kFrame.rows; ++row)
    for (int column = 0; column < kFrame.columns; ++column)
      xray.pixels.push_back(static_cast<float>(shape(row, column)));
  return xray;
}

/// Of the same shape around a place, on a finer raster and another scale of brightness.
imaging::XrayPicture picture_around(Pixel centre, double mm_per_px) {
  constexpr double kMm = 1.7;
  imaging::XrayPicture picture{160, 140, kMm, kMm, {}, {}};
  for (int row = 0; row < picture.rows; ++row)
    for (int column = 0; column < picture.columns; ++column) {
      const double r = centre.row + (row - 79.5) * kMm / mm_per_px,
                   c = centre.column + (column - 69.5) * kMm / mm_per_px;
      picture.values.push_back(static_cast<float>(4000 * (1 - std::exp(-2.5 * shape(r, c)))));
    }
  picture.known.assign(picture.values.size(), 1);
  return picture;
}

}  // namespace

TEST_CASE("A picture is found where it was taken, whatever its scale of brightness") {
  const SurfaceImage surface = whole_surface();
  const double mm = surface.placement.mm_per_px();
  for (const Pixel place : {Pixel{90.3, 80.6}, Pixel{150, 110.25}}) {
    const FoundPlacement found =
        find_placement(PictureSampler(picture_around(place, mm)), whole_xray(), surface);
    CHECK(norm(found.placement.centre - place) < 0.4);
    CHECK(found.agreement > 0.99);
  }
}

TEST_CASE("A turned picture agrees less, and turning it back makes up for it") {
  const SurfaceImage surface = whole_surface();
  const imaging::XrayPicture turned =
      turned_over(picture_around({90, 80}, surface.placement.mm_per_px()), true, false);
  const double wrong = find_placement(PictureSampler(turned), whole_xray(), surface).agreement;
  const double right =
      find_placement(PictureSampler(turned_over(turned, true, false)), whole_xray(), surface).agreement;
  CHECK(right > 0.99);
  CHECK(wrong < right - 0.03);
}

TEST_CASE("A search that was cancelled ends at once") {
  const SurfaceImage surface = whole_surface();
  CancelToken cancel;
  cancel.cancel();
  CHECK_THROWS_AS(
      find_placement(PictureSampler(picture_around({90, 80}, 3.9)), whole_xray(), surface, 1, &cancel),
      Cancelled);
}
