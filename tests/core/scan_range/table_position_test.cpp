#include "core/scan_range/table_position.h"

#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::scan_range;

namespace {

/// The file's +x points to the head, its +y to the back; its origin lies 700 mm above the soles.
geometry::ScanAlignment lying() {
  geometry::ScanAlignment scan;
  scan.to_patient.m = {{{0, 0, -1, 0}, {0, 1, 0, 5}, {1, 0, 0, 700}, {0, 0, 0, 1}}};
  scan.neck = {10, 20, 1500};
  scan.symphysis = {0, -20, 900};
  return scan;
}

}  // namespace

TEST_CASE("A height is told along the file's own direction to the head, from its own origin") {
  const TableAxis axis(lying());
  CHECK(axis.name() == "+x");
  CHECK(axis.position_mm(1000) == Approx(300));
  CHECK(axis.position_mm(1012) - axis.position_mm(1000) == Approx(12));
  // Halfway between neck and symphysis, on the line between them.
  const Vec3 place = axis.place(1200);
  CHECK(place.x == Approx(500));
  CHECK(place.y == Approx(-5));
  CHECK(place.z == Approx(-5));
  CHECK(lying().to_patient(place).z == Approx(1200));
}

TEST_CASE("Where the head points along a minus axis, positions still grow towards it") {
  geometry::ScanAlignment scan = lying();
  scan.to_patient.m = {{{0, 0, 1, 0}, {0, 1, 0, 0}, {-1, 0, 0, 700}, {0, 0, 0, 1}}};
  const TableAxis axis(scan);
  CHECK(axis.name() == "-x");
  CHECK(axis.position_mm(1000) == Approx(300));
  CHECK(axis.place(1000).x == Approx(-300));
}

TEST_CASE("From a landmark, superior is towards the head and inferior towards the feet") {
  CHECK(table_position(42.04) == "S 42.0");
  CHECK(table_position(-120.46) == "I 120.5");
  CHECK(table_position(0, 0) == "S 0");
}
