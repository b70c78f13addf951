#include "core/geometry/canonical_frame.h"

#include <catch2/catch.hpp>
#include <limits>

#include "core/base/error.h"

using namespace skiagraph;
using namespace skiagraph::geometry;

TEST_CASE("The neck and the symphysis land on their rows on the centre column") {
  const Vec3 neck{12, 5, 640}, symphysis{-8, -70, 90};
  const CanonicalPlacement placement({}, neck, symphysis);
  CHECK(placement.to_pixel(neck).row == Approx(60));
  CHECK(placement.to_pixel(neck).column == Approx(96));
  CHECK(placement.to_pixel(symphysis).row == Approx(204));
  CHECK(placement.to_pixel(symphysis).column == Approx(96));
  CHECK(placement.torso_mm() == Approx(std::hypot(20, 550)));
  CHECK(placement.mm_per_px() == Approx(placement.torso_mm() / 144));
}

TEST_CASE("The patient's left is on the right of the picture and the head above") {
  const CanonicalPlacement placement({}, {0, 0, 576}, {0, 0, 0});
  CHECK(placement.mm_per_px() == Approx(4));
  const Pixel pixel = placement.to_pixel({40, 17, 616});
  CHECK(pixel.column == Approx(106));
  CHECK(pixel.row == Approx(50));
}

TEST_CASE("A pixel taken to the patient and back is the same pixel, also for a leaning body") {
  const CanonicalPlacement placement({512, 384, 120, 408, 192}, {30, 0, 500}, {-50, 0, -20});
  for (const Pixel pixel : {Pixel{0, 0}, Pixel{100.25, 17.5}, Pixel{511, 383}}) {
    const Vec3 patient = placement.to_patient(pixel, -42);
    CHECK(patient.y == -42);
    CHECK(placement.to_pixel(patient).row == Approx(pixel.row).margin(1e-9));
    CHECK(placement.to_pixel(patient).column == Approx(pixel.column).margin(1e-9));
  }
}

TEST_CASE("A refined frame covers the same area with more pixels") {
  const CanonicalFrame coarse, fine = refined(coarse, 2);
  CHECK(fine == CanonicalFrame{512, 384, 120.5, 408.5, 192.5});
  const Vec3 neck{30, 0, 500}, symphysis{-50, 0, -20};
  const CanonicalPlacement large(coarse, neck, symphysis), small(fine, neck, symphysis);
  CHECK(small.mm_per_px() == Approx(large.mm_per_px() / 2));
  // A pixel's place is the middle of the four that stand for it.
  for (const Pixel pixel : {Pixel{0, 0}, Pixel{60, 96}, Pixel{255, 191}}) {
    const Pixel middle = small.to_pixel(large.to_patient(pixel, 0));
    CHECK(middle.row == Approx(2 * pixel.row + 0.5).margin(1e-9));
    CHECK(middle.column == Approx(2 * pixel.column + 0.5).margin(1e-9));
  }
}

TEST_CASE("Neck and symphysis too close together or not finite are refused") {
  CHECK_THROWS_AS(CanonicalPlacement({}, {0, 0, 50}, {0, 0, 0}), InputError);
  CHECK_THROWS_AS(CanonicalPlacement({}, {0, 0, std::numeric_limits<double>::quiet_NaN()}, {0, 0, 0}),
                  InputError);
  CHECK_THROWS_AS(CanonicalPlacement({}, {0, 0, std::numeric_limits<double>::infinity()}, {0, 0, 0}),
                  InputError);
}
