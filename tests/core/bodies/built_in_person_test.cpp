#include "core/bodies/built_in_person.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "core/geometry/body_sections.h"
#include "core/geometry/scan_alignment.h"
#include "core/geometry/surface_image.h"
#include "tests/core/bodies/mesh_measures.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;

namespace {

const TriangleMesh& person() {
  static const TriangleMesh mesh = built_in_person();
  return mesh;
}

double stature() {
  const auto [low, high] = std::ranges::minmax_element(person().vertices, {}, &Vec3::z);
  return high->z - low->z;
}

/// The same person in a file whose axes are `left`, `back`, `up` and whose unit is `unit_mm`.
TriangleMesh in_file(Vec3 left, Vec3 back, Vec3 up, double unit_mm) {
  TriangleMesh mesh = person();
  for (Vec3& v : mesh.vertices) v = (left * v.x + back * v.y + up * v.z) * (1 / unit_mm);
  return mesh;
}

}  // namespace

TEST_CASE("the built-in person is a closed surface of an adult's size") {
  const MeshMeasures body = measure(person());
  CHECK(body.closed);
  CHECK(body.euler == 2);
  CHECK(stature() == Approx(1755).margin(20));
  CHECK(body.volume_mm3 > 60e6);  // 60 to 85 litres
  CHECK(body.volume_mm3 < 85e6);
  CHECK(body.area_mm2 > 1.6e6);  // Du Bois: 1.7 to 2 square metres
  CHECK(body.area_mm2 < 2.2e6);
  double low_x = 0, high_x = 0;
  for (const Vec3 v : person().vertices) low_x = std::min(low_x, v.x), high_x = std::max(high_x, v.x);
  CHECK(low_x == Approx(-high_x).margin(0.01));
}

TEST_CASE("the built-in person is aligned like any scan") {
  const AlignedScan upright = align_scan(person());
  CHECK(upright.unit_mm == 1);
  CHECK_FALSE(upright.lying);
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 3; ++column)
      CHECK(upright.to_patient.m[row][column] == Approx(row == column ? 1 : 0).margin(1e-9));
  // C7 at about 0.85 and the symphysis at about 0.5 of the stature.
  const double low = std::ranges::min(upright.mesh.vertices, {}, &Vec3::z).z;
  CHECK((upright.neck.z - low) / stature() == Approx(0.85).margin(0.015));
  CHECK((upright.symphysis.z - low) / stature() == Approx(0.505).margin(0.015));

  const Vec3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1};
  // Y up and looking to +z in metres, as in glTF; turned about in cm; lying on the back.
  for (const auto& [mesh, unit] :
       {std::pair{in_file(x, z * -1, y, 1000), 1000.0}, std::pair{in_file(x * -1, y * -1, z, 10), 10.0},
        std::pair{in_file(y * -1, z * -1, x, 1), 1.0}}) {
    const AlignedScan scan = align_scan(mesh);
    CHECK(scan.unit_mm == unit);
    CHECK(scan.placement().torso_mm() == Approx(upright.placement().torso_mm()).margin(1));
    double worst = 0;
    for (std::size_t n = 0; n < person().vertices.size(); n += 97) {
      const Vec3 moved = scan.mesh.vertices[n] - scan.neck, here = upright.mesh.vertices[n] - upright.neck;
      worst = std::max(worst, norm(moved - here));
    }
    CHECK(worst < 3);
  }
}

TEST_CASE("the built-in person's surface image is a person's") {
  const AlignedScan scan = align_scan(person());
  const auto placement = scan.placement();
  const SurfaceImage image = rasterise_surface({&scan.mesh, 1}, placement);
  const auto thickness_mm = [&](double row, double column) {
    return image.thickness[static_cast<std::size_t>(std::lround(row)) * 192 +
                           static_cast<std::size_t>(std::lround(column))] *
           placement.torso_mm();
  };
  // From chest to hip.
  for (double row = 95; row <= 195; row += 5) {
    INFO("row " << row);
    CHECK(thickness_mm(row, 96) > 195);
    CHECK(thickness_mm(row, 96) < 245);
    CHECK(thickness_mm(row, 76) == Approx(thickness_mm(row, 116)).epsilon(0.03));
  }
  CHECK(thickness_mm(100, 96) > thickness_mm(160, 96));  // chest and belly
  CHECK_FALSE(image.inside(245, 96));                    // between the legs
  CHECK(image.inside(245, 75));
  CHECK(image.inside(245, 117));
  CHECK_FALSE(image.inside(170, 50));  // between arm and flank

  const BodySections sections(scan.mesh);
  const auto breadth = [&](double share) {
    const double low = std::ranges::min(scan.mesh.vertices, {}, &Vec3::z).z;
    const Region* region = sections.region_near(
        static_cast<int>(std::lround(sections.level(low + share * stature()))), scan.neck.x, scan.neck.y);
    REQUIRE(region != nullptr);
    return region->breadth();
  };
  CHECK(breadth(0.81) == Approx(455).margin(30));   // shoulders
  CHECK(breadth(0.62) == Approx(295).margin(20));   // waist
  CHECK(breadth(0.52) == Approx(350).margin(15));   // hips
  CHECK(breadth(0.955) == Approx(157).margin(14));  // head
}
