#include "core/applications/training_data/template_tracking.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace skiagraph;
using namespace skiagraph::applications;

namespace {

/// A smooth pattern that repeats nowhere near, moved by so much.
imaging::XrayImage pattern(Pixel by = {}) {
  imaging::XrayImage xray;
  for (int row = 0; row < xray.frame.rows; ++row)
    for (int column = 0; column < xray.frame.columns; ++column) {
      const double r = row - by.row, c = column - by.column;
      xray.pixels.push_back(static_cast<float>(0.5 + 0.2 * std::sin(0.21 * r + 0.13 * c) +
                                               0.15 * std::sin(0.17 * c - 0.05 * r) +
                                               0.1 * std::sin(0.0021 * r * c)));
    }
  return xray;
}

constexpr Pixel kPlace{120.3, 90.8};

}  // namespace

TEST_CASE("What lies around a place is found where it went, to a tenth of a pixel, however bright it is") {
  for (const Pixel by : {Pixel{0, 0}, Pixel{5, -3}, Pixel{-2.4, 6.3}}) {
    imaging::XrayImage moved = pattern(by);
    for (float& value : moved.pixels) value = 0.3F * value + 0.1F;
    const auto found = tracked_place(pattern(), kPlace, moved);
    REQUIRE(found);
    const Pixel off = found->place - kPlace - by;
    CHECK(std::hypot(off.row, off.column) < 0.15);
    CHECK(found->score > 0.99);
  }
}

TEST_CASE("A track is lost rather than wrong") {
  const imaging::XrayImage from = pattern();
  SECTION("out of the search's reach") {
    CHECK_FALSE(tracked_place(from, kPlace, pattern({40, 0}), {10, 6, 0.9, 1}));
  }
  SECTION("nothing of it is there any more") {
    imaging::XrayImage flat = from;
    for (float& value : flat.pixels) value = 0.4F;
    CHECK_FALSE(tracked_place(from, kPlace, flat));
    CHECK_FALSE(tracked_place(flat, kPlace, from));
  }
  SECTION("the place is at the picture's edge") {
    CHECK_FALSE(tracked_place(from, {3, 90}, from));
  }
  SECTION("something else is there") {
    imaging::XrayImage other = from;
    for (std::size_t n = 0; n < other.pixels.size(); ++n)
      other.pixels[n] = static_cast<float>(0.5 + 0.3 * std::sin(static_cast<double>(n * n % 1013)));
    CHECK_FALSE(tracked_place(from, kPlace, other));
  }
}
