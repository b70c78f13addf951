#include "core/geometry/surface_holes.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace skiagraph::geometry;

namespace {

constexpr int kRows = 60, kColumns = 50;

std::size_t at(int row, int column) {
  return static_cast<std::size_t>(row) * kColumns + column;
}

/// A tilted slab with a margin around it: front at 10 + row / 10, back 100 behind.
Walls slab() {
  Walls walls(kRows, kColumns);
  for (int row = 5; row < kRows - 5; ++row)
    for (int column = 5; column < kColumns - 5; ++column) {
      walls.nearest[at(row, column)] = 10 + row / 10.0;
      walls.farthest[at(row, column)] = 110 + row / 10.0;
    }
  return walls;
}

bool is_like_slab(const Walls& walls) {
  const Walls whole = slab();
  for (std::size_t pixel = 0; pixel < whole.nearest.size(); ++pixel) {
    if (whole.is_body(pixel) != walls.is_body(pixel)) return false;
    if (whole.is_body(pixel) && (std::abs(whole.nearest[pixel] - walls.nearest[pixel]) > 0.2 ||
                                 std::abs(whole.farthest[pixel] - walls.farthest[pixel]) > 0.2))
      return false;
  }
  return true;
}

}  // namespace

TEST_CASE("A whole surface is left as it is") {
  Walls walls = slab();
  CHECK(fill_holes(walls, 20) == 0);
  CHECK(is_like_slab(walls));
}

TEST_CASE("A missing wall is filled from its rim, whichever it is") {
  Walls walls = slab();
  for (int row = 20; row < 32; ++row)
    for (int column = 10; column < 24; ++column)
      walls.nearest[at(row, column)] = walls.farthest[at(row, column)];
  for (int row = 40; row < 45; ++row)
    for (int column = 30; column < 38; ++column)
      walls.farthest[at(row, column)] = walls.nearest[at(row, column)];
  CHECK(fill_holes(walls, 20) == 12 * 14 + 5 * 8);
  CHECK(is_like_slab(walls));
}

TEST_CASE("A small gap in both walls of a thick part is a hole, a larger one is none") {
  Walls walls = slab();
  for (int row = 20; row < 24; ++row)
    for (int column = 20; column < 24; ++column) {
      walls.nearest[at(row, column)] = Walls::kNowhere;
      walls.farthest[at(row, column)] = -Walls::kNowhere;
    }
  SECTION("small") {
    CHECK(fill_holes(walls, 20) == 16);
    CHECK(is_like_slab(walls));
  }
  SECTION("larger") {
    CHECK(fill_holes(walls, 10) == 0);
  }
  SECTION("between limbs, which get thin towards it") {
    for (int column = 20; column < 24; ++column)
      walls.farthest[at(24, column)] = walls.nearest[at(24, column)] + 20;
    CHECK(fill_holes(walls, 20) == 0);
  }
}

TEST_CASE("One wall that is seen beside the body is no hole") {
  Walls walls = slab();
  for (int row = 20; row < 30; ++row) walls.nearest[at(row, 4)] = walls.farthest[at(row, 4)] = 60;
  CHECK(fill_holes(walls, 20) == 0);
}
