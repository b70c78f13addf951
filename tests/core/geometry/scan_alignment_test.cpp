#include "core/geometry/scan_alignment.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "tests/core/geometry/humanoid.h"
#include "tests/core/geometry/shapes.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using Catch::Matchers::Contains;

namespace {

double determinant(const Transform& t) {
  const Vec3 a{t.m[0][0], t.m[0][1], t.m[0][2]}, b{t.m[1][0], t.m[1][1], t.m[1][2]},
      c{t.m[2][0], t.m[2][1], t.m[2][2]};
  return dot(cross(a, b), c);
}

/// Greatest distance between where the alignment puts the vertices and where they stood upright.
double misplacement(const AlignedScan& scan, const TriangleMesh& upright, Vec3 shift) {
  double worst = 0;
  for (std::size_t i = 0; i < upright.vertices.size(); i += 7) {
    worst = std::max(worst, norm(scan.mesh.vertices[i] - (upright.vertices[i] + shift)));
  }
  return worst;
}

/// The alignment refuses the mesh, in one sentence that holds for the window as well as for the command line.
void refused(const std::string& code, const std::string& words, const TriangleMesh& mesh,
             const AlignmentOverrides& overrides = {}) {
  CAPTURE(code, words);
  try {
    align_scan(mesh, overrides);
    FAIL_CHECK("The mesh was accepted.");
  } catch (const InputError& error) {
    CHECK(error.code() == code);
    CHECK_THAT(error.what(), Contains(words) && !Contains("--") && !Contains("\n") && !Contains("{}"));
  }
}

}  // namespace

TEST_CASE("Neck and symphysis of a person lie at their levels on the midline") {
  for (const Arms arms : {Arms::kAtSides, Arms::kAway, Arms::kOutstretched, Arms::kRaised}) {
    CAPTURE(int(arms));
    const AlignedScan scan = align_scan(humanoid(arms));
    CHECK(scan.unit_mm == 1);
    CHECK_FALSE(scan.lying);
    CHECK(scan.neck.z == Approx(1480).margin(30));
    CHECK(scan.symphysis.z == Approx(870).margin(30));
    CHECK(scan.neck.x == Approx(0).margin(4));
    CHECK(scan.symphysis.x == Approx(0).margin(4));
  }
}

TEST_CASE("A leg held forward does not tilt the person, and moves no level") {
  const AlignedScan straight = align_scan(humanoid());
  const double torso = norm(straight.neck - straight.symphysis);
  for (const double degrees : {-20.0, 20.0, 30.0, 40.0, 50.0}) {
    CAPTURE(degrees);
    TriangleMesh person = humanoid();
    const Transform turn = rotation_about({1, 0, 0}, degrees);
    const Vec3 hip{90, 0, 870};
    for (Vec3& p : person.vertices)
      if (p.z < 800 && p.x > 0 && p.x < 250) p = turn(p - hip) + hip;
    const AlignedScan scan = align_scan(person);
    const auto& up = scan.to_patient.m[2];
    CHECK(up[2] > std::cos(8 * 3.14159 / 180));
    CAPTURE(scan.neck.z, scan.symphysis.z, up[2], up[1], straight.neck.z, straight.symphysis.z);
    CHECK(norm(scan.neck - scan.symphysis) == Approx(torso).margin(15));
  }
}

TEST_CASE("Every orientation and unit gives the same upright person, never a mirrored one") {
  for (const Arms arms : {Arms::kAtSides, Arms::kOutstretched, Arms::kRaised}) {
    const TriangleMesh person = humanoid(arms);
    const AlignedScan upright = align_scan(person);
    const Vec3 shift = upright.mesh.vertices[0] - person.vertices[0];
    REQUIRE(misplacement(upright, person, shift) < 1e-6);
    const double units[] = {1, 10, 25.4, 100, 1000};
    int turn = 0;
    for (const Transform& rotation : axis_rotations()) {
      const double unit = units[turn++ % 5];
      if (arms != Arms::kAtSides && turn % 4 != 0) continue;
      CAPTURE(int(arms), turn, unit);
      const AlignedScan scan = align_scan(transformed(person, scaling(1 / unit) * rotation));
      CHECK(scan.unit_mm == unit);
      CHECK(determinant(scan.to_patient) == Approx(1));
      CHECK(misplacement(scan, person, shift) < 8);
      CHECK(scan.neck.z == Approx(upright.neck.z).margin(3));
      CHECK(scan.symphysis.z == Approx(upright.symphysis.z).margin(3));
    }
  }
}

TEST_CASE("A file's point, scaled to mm, goes to the patient frame through to_patient") {
  const TriangleMesh file = transformed(humanoid(), scaling(0.001) * axis_rotations()[5]);
  const AlignedScan scan = align_scan(file);
  for (std::size_t i = 0; i < file.vertices.size(); i += 501) {
    CHECK(norm(scan.to_patient(file.vertices[i] * scan.unit_mm) - scan.mesh.vertices[i]) < 1e-6);
  }
}

TEST_CASE("A leaning and turned body is set upright") {
  for (const double degrees : {10.0, 25.0, -40.0}) {
    CAPTURE(degrees);
    const Transform tilt = rotation_about({0, 0, 1}, degrees) * rotation_about({1, 0, 0}, degrees / 2);
    const AlignedScan scan = align_scan(transformed(humanoid(), tilt));
    const Transform whole = scan.to_patient * tilt;  // ideally a translation
    CHECK(whole.m[0][0] > std::cos(0.1));
    CHECK(whole.m[1][1] > std::cos(0.1));
    CHECK(whole.m[2][2] > std::cos(0.1));
  }
}

TEST_CASE("A scan can be turned round, also one that lies along no axis of its file") {
  for (const double degrees : {0.0, 25.0}) {
    const TriangleMesh file =
        transformed(humanoid(), rotation_about({0, 0, 1}, degrees) * rotation_about({1, 0, 0}, degrees / 2));
    const AlignedScan scan = align_scan(file);
    AlignmentOverrides overrides;
    overrides.axes = turned_axes(scan);
    if (degrees == 0) CHECK(overrides.axes == ScanAxes{"+z", "+y"});
    const AlignedScan turned = align_scan(file, overrides);
    for (int column = 0; column < 3; ++column) {
      CHECK(turned.to_patient.m[0][column] == Approx(-scan.to_patient.m[0][column]).margin(1e-6));
      CHECK(turned.to_patient.m[1][column] == Approx(-scan.to_patient.m[1][column]).margin(1e-6));
      CHECK(turned.to_patient.m[2][column] == Approx(scan.to_patient.m[2][column]).margin(1e-6));
    }
  }
}

TEST_CASE("A body along the file's x axis is found lying") {
  const Transform onto_x{{{{0, 0, 1, 0}, {0, 1, 0, 0}, {-1, 0, 0, 0}, {0, 0, 0, 1}}}};
  CHECK(align_scan(transformed(humanoid(), onto_x)).lying);
}

TEST_CASE("What is fixed by hand is kept") {
  const TriangleMesh person = humanoid();
  AlignmentOverrides overrides;
  overrides.axes = ScanAxes{"+z", "+y"};  // looks backwards
  AlignedScan scan = align_scan(person, overrides);
  CHECK(scan.to_patient.m[0][0] == Approx(-1));
  CHECK(scan.to_patient.m[1][1] == Approx(-1));

  overrides.axes = ScanAxes{"", "-y"};
  CHECK(align_scan(person, overrides).to_patient.m[2][2] == Approx(1));
  overrides.axes = ScanAxes{"-z", ""};
  CHECK_THROWS_AS(align_scan(person, overrides), InputError);  // no head where the feet are

  overrides = {};
  overrides.neck_level_mm = 1444;
  overrides.symphysis_level_mm = 901;
  scan = align_scan(person, overrides);
  CHECK(scan.neck.z == 1444);
  CHECK(scan.symphysis.z == 901);
  CHECK(scan.placement().torso_mm() == Approx(543).margin(1));

  overrides = {};
  overrides.unit_mm = 1.1;
  CHECK(align_scan(person, overrides).unit_mm == 1.1);
}

TEST_CASE("Other levels of an aligned scan are exactly those of the file aligned anew with them") {
  const TriangleMesh person = humanoid();
  const AlignedScan found = align_scan(person);
  AlignmentOverrides overrides;
  overrides.neck_level_mm = found.neck.z + 12;
  const ScanAlignment one = with_levels(found, found.mesh, overrides);
  const AlignedScan anew = align_scan(person, overrides);
  CHECK(one.neck == anew.neck);
  CHECK(one.symphysis == anew.symphysis);
  CHECK(anew.found_neck_mm == found.neck.z);
  CHECK(anew.mesh.vertices == found.mesh.vertices);

  // With both levels and the axes given, nothing else about a whole body changes either.
  overrides.symphysis_level_mm = found.symphysis.z - 20;
  overrides.axes = ScanAxes{"+z", "-y"};
  const AlignedScan all = align_scan(person, overrides);
  CHECK(all.levels_found);
  CHECK(all.mesh.vertices == found.mesh.vertices);
  CHECK(all.symphysis == with_levels(anew, anew.mesh, overrides).symphysis);

  const ScanAlignment reset = with_levels(all, all.mesh, {});
  CHECK(reset.neck == found.neck);
  CHECK(reset.symphysis == found.symphysis);
  overrides.neck_level_mm = 5000;
  CHECK_THROWS_AS(with_levels(found, found.mesh, overrides), InputError);
}

TEST_CASE("What cannot be fixed by hand is refused") {
  const TriangleMesh person = humanoid();
  AlignmentOverrides overrides;
  overrides.axes = ScanAxes{"up", ""};
  refused("axes.direction", "direction", person, overrides);
  overrides.axes = ScanAxes{"+z", "-z"};
  refused("axes.angle", "right angles", person, overrides);
  overrides = {};
  overrides.unit_mm = 1000;
  refused("unit.wrong", "unit", person, overrides);
  overrides = {};
  overrides.neck_level_mm = 5000;
  refused("levels.outside", "neck level", person, overrides);
  overrides = {};
  overrides.symphysis_level_mm = -5;
  refused("levels.outside", "symphysis level", person, overrides);
  overrides = {};
  overrides.neck_level_mm = 900;
  refused("levels.too_close", "at least 100 mm", person, overrides);
}

TEST_CASE("Holes in the surface cost little") {
  TriangleMesh person = humanoid();
  const AlignedScan whole = align_scan(person);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < person.triangles.size(); ++i) {
    if (i % 23 != 0) person.triangles[kept++] = person.triangles[i];
  }
  person.triangles.resize(kept);
  const AlignedScan scan = align_scan(person);
  CHECK(scan.neck.z == Approx(whole.neck.z).margin(10));
  CHECK(scan.symphysis.z == Approx(whole.symphysis.z).margin(15));
}

TEST_CASE("What is no person is refused with one sentence") {
  refused("surface.empty", "no triangles", {});

  TriangleMesh broken = humanoid();
  broken.vertices[10].y = std::numeric_limits<double>::quiet_NaN();
  refused("surface.not_finite", "not numbers", broken);
  broken.vertices[10].y = std::numeric_limits<double>::infinity();
  refused("surface.not_finite", "not numbers", broken);
  broken = humanoid();
  broken.triangles[3][1] = 1u << 30;
  refused("surface.damaged", "corner does not exist", broken);

  refused("surface.flat", "flat sheet", box({0, 0, 0}, {500, 1, 1700}));
  refused("surface.flat", "flat sheet", box({0, 0, 0}, {500, 0, 1700}));
  const TriangleMesh point{{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}, {{0, 1, 2}}};
  refused("surface.flat", "flat sheet", point);
  refused("surface.not_a_body", "not a standing or lying human", box({0, 0, 0}, {1700, 1700, 1700}));
  refused("surface.not_a_body", "not a standing or lying human", box({0, 0, 0}, {300, 200, 1700}));
  refused("surface.not_a_body", "not a standing or lying human", ellipsoid({0, 0, 0}, {900, 900, 900}));
  refused("unit.none_fits", "no person", transformed(humanoid(), scaling(0.15)));  // a mouse-sized doll
  refused("unit.none_fits", "no person", transformed(humanoid(), scaling(7e6)));   // a planet
  refused("unit.none_fits", "no person", transformed(humanoid(), scaling(1e-9)));
}
