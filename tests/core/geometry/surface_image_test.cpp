#include "core/geometry/surface_image.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/error.h"
#include "tests/core/geometry/shapes.h"

using namespace skiagraph;
using namespace skiagraph::geometry;

namespace {

/// Neck at z 560, symphysis at z 0: 560 / 144 mm per pixel.
const CanonicalPlacement kPlacement({}, {0, 0, 560}, {0, 0, 0});

std::size_t at(const SurfaceImage& image, int row, int column) {
  return static_cast<std::size_t>(row) * image.placement.frame().columns + column;
}

}  // namespace

TEST_CASE("An ellipsoid has its known depth and thickness at every pixel") {
  const Vec3 centre{10, -30, 280}, radii{150, 100, 250};
  const TriangleMesh mesh = ellipsoid(centre, radii, 384);
  const SurfaceImage image = rasterise_surface({&mesh, 1}, kPlacement);
  CHECK(image.front_mm == Approx(-130).margin(0.1));
  int body = 0;
  for (int row = 0; row < 256; ++row) {
    for (int column = 0; column < 192; ++column) {
      const Vec3 p = kPlacement.to_patient({double(row), double(column)}, 0);
      const double s = 1 - std::pow((p.x - centre.x) / radii.x, 2) - std::pow((p.z - centre.z) / radii.z, 2);
      const std::size_t i = at(image, row, column);
      if (s < -0.01) {
        REQUIRE(image.thickness[i] == 0);
        REQUIRE(image.depth[i] == 0);
      } else if (s > 0.02) {
        const double half = radii.y * std::sqrt(s);
        REQUIRE(image.thickness[i] * 560 == Approx(2 * half).margin(0.5));
        REQUIRE(image.depth[i] * 560 == Approx(radii.y - half).margin(0.5));
        ++body;
      }
    }
  }
  CHECK(body > 7000);
}

TEST_CASE("Hands before the trunk do not move the front that depth is measured from") {
  TriangleMesh body = ellipsoid({0, 0, 280}, {150, 100, 330});
  CHECK(rasterise_surface({&body, 1}, kPlacement).front_mm == Approx(-100).margin(0.5));
  for (const double side : {-1.0, 1.0})
    append(body, capsule({side * 220, 0, 300}, {side * 60, -260, 200}, 35));
  const SurfaceImage image = rasterise_surface({&body, 1}, kPlacement);
  CHECK(image.front_mm == Approx(-100).margin(0.5));
  const Pixel hand = kPlacement.to_pixel({60, -260, 200});
  CHECK(image.depth[at(image, static_cast<int>(hand.row), static_cast<int>(hand.column))] < -0.25);
}

TEST_CASE("Two closed meshes make their union, as do two parts of one mesh") {
  const TriangleMesh front = box({-100, -80, 100}, {100, 0, 300});
  const TriangleMesh back = box({-50, -20, 0}, {50, 120, 400});
  const TriangleMesh both[] = {front, back};
  const SurfaceImage image = rasterise_surface(both, kPlacement);
  const auto thickness = [&](double x, double z) {
    const Pixel p = kPlacement.to_pixel({x, 0, z});
    return image.thickness[at(image, int(std::lround(p.row)), int(std::lround(p.column)))] * 560.0;
  };
  CHECK(thickness(0, 200) == Approx(200));
  CHECK(thickness(75, 200) == Approx(80));
  CHECK(thickness(0, 350) == Approx(140));
  CHECK(thickness(75, 350) == 0);
  CHECK(image.front_mm == Approx(-80));

  TriangleMesh joined = front;
  append(joined, back);
  const SurfaceImage same = rasterise_surface({&joined, 1}, kPlacement);
  CHECK(same.depth == image.depth);
  CHECK(same.thickness == image.thickness);
}

TEST_CASE("Neighbouring triangles leave no gaps, not even where edges run through pixel centres") {
  TriangleMesh slab;
  for (const double y : {0.0, 50.0}) {
    const auto first = static_cast<std::uint32_t>(slab.vertices.size());
    for (int i = 0; i <= 60; ++i) {
      for (int j = 0; j <= 60; ++j) {
        const Vec3 p = kPlacement.to_patient({80.0 + i, 60.0 + j}, y);
        slab.vertices.push_back(p);
      }
    }
    for (std::uint32_t i = 0; i < 60; ++i) {
      for (std::uint32_t j = 0; j < 60; ++j) {
        const std::uint32_t a = first + i * 61 + j;
        slab.triangles.push_back({a, a + 1, a + 61});
        slab.triangles.push_back({a + 1, a + 62, a + 61});
      }
    }
  }
  const SurfaceImage image = rasterise_surface({&slab, 1}, kPlacement);
  for (int row = 80; row <= 140; ++row) {
    for (int column = 60; column <= 120; ++column) {
      REQUIRE(image.thickness[at(image, row, column)] * 560 == Approx(50).epsilon(1e-4));
    }
  }
}

TEST_CASE("Arms before the body do not move depth zero, the torso does") {
  TriangleMesh person = box({-120, -100, -100}, {120, 100, 600});
  append(person, box({200, -250, 300}, {260, -180, 360}));
  const SurfaceImage image = rasterise_surface({&person, 1}, kPlacement);
  CHECK(image.front_mm == Approx(-100));
  const Pixel hand = kPlacement.to_pixel({230, 0, 330});
  CHECK(image.depth[at(image, int(std::lround(hand.row)), int(std::lround(hand.column)))] * 560 ==
        Approx(-150));
}

TEST_CASE("The middle lies between front and back, outside the body that of the nearest body pixel") {
  TriangleMesh person = box({-100, -80, 0}, {0, 20, 560});
  append(person, box({0, -80, 0}, {100, 60, 560}));
  const SurfaceImage image = rasterise_surface({&person, 1}, kPlacement);
  const Pixel right = kPlacement.to_pixel({-50, 0, 300});
  CHECK(image.middle_y_mm(right) == Approx(-30).margin(0.01));
  CHECK(image.middle_y_mm({right.row, -40}) == Approx(-30).margin(0.01));
  CHECK(image.middle_y_mm(kPlacement.to_pixel({300, 0, 300})) == Approx(-10).margin(0.01));
}

TEST_CASE("An open mesh is body where two surfaces are seen") {
  TriangleMesh person = box({-100, -80, 0}, {100, 80, 560});
  person.triangles.erase(person.triangles.begin() + 4);  // half of the front
  const SurfaceImage image = rasterise_surface({&person, 1}, kPlacement);
  int body = 0;
  for (const float thickness : image.thickness) body += thickness > 0;
  const double whole = 200 * 560 / std::pow(kPlacement.mm_per_px(), 2);
  CHECK(body == Approx(whole / 2).epsilon(0.05));
}

TEST_CASE("A picture without a body is refused") {
  const TriangleMesh nothing;
  const TriangleMesh far_away = box({5000, 0, 0}, {5100, 100, 100});
  const TriangleMesh sheet = box({-100, 0, 0}, {100, 0.5, 500});
  CHECK_THROWS_AS(rasterise_surface({&nothing, 1}, kPlacement), InputError);
  CHECK_THROWS_AS(rasterise_surface({&far_away, 1}, kPlacement), InputError);
  CHECK_THROWS_AS(rasterise_surface({&sheet, 1}, kPlacement), InputError);
}
