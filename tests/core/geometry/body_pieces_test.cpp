#include "core/geometry/body_pieces.h"

#include <catch2/catch.hpp>
#include <limits>

#include "core/base/error.h"
#include "tests/core/geometry/humanoid.h"
#include "tests/core/geometry/shapes.h"

using namespace skiagraph;
using namespace skiagraph::geometry;

namespace {

TriangleMesh with(TriangleMesh mesh, const TriangleMesh& part) {
  append(mesh, part);
  return mesh;
}

/// The body that is found in a scan is the person's mesh and nothing else.
void is_the_person(const TriangleMesh& scan, const std::string& pieces_left_out) {
  const TriangleMesh person = humanoid();
  const ScannedBody body = scanned_body(scan);
  CHECK(body.mesh.triangles.size() == person.triangles.size());
  CHECK(body.mesh.vertices.size() == person.vertices.size());
  REQUIRE(body.left_out);
  CHECK(body.left_out->code == "scan.left_out");
  CHECK_FALSE(body.left_out->doubtful);
  CHECK(body.left_out->arguments == std::vector<std::string>{pieces_left_out});
}

}  // namespace

TEST_CASE("A person of many touching pieces is one body") {
  const ScannedBody body = scanned_body(humanoid());
  CHECK_FALSE(body.left_out);
  CHECK(body.mesh.triangles.size() == humanoid().triangles.size());
}

TEST_CASE("What stands apart from the person is left out, and told") {
  SECTION("a pole") {
    is_the_person(with(humanoid(), capsule({700, 0, 0}, {700, 0, 1900}, 20)), "1");
  }
  SECTION("floor") {
    is_the_person(with(humanoid(), box({-1500, -1500, -10}, {1500, 1500, 0})), "1");
  }
  SECTION("a wall that is larger than the person") {
    is_the_person(with(humanoid(), box({-900, 200, 0}, {900, 260, 2300})), "1");
  }
  SECTION("a turntable that the feet stand on") {
    is_the_person(with(humanoid(), box({-350, -350, -45}, {350, 350, -1})), "1");
  }
  SECTION("a box that the person leans on") {
    is_the_person(with(humanoid(), box({-250, 60, 0}, {250, 500, 1100})), "1");
  }
  SECTION("a chair beside the person, larger than a person and touching it") {
    TriangleMesh chair = box({190, -300, 420}, {900, 400, 460});
    append(chair, box({190, 380, 420}, {900, 420, 1300}));
    for (const double x : {190.0, 860.0})
      for (const double y : {-300.0, 380.0}) append(chair, box({x, y, 0}, {x + 40, y + 40, 420}));
    is_the_person(with(humanoid(), chair), "6");
  }
  SECTION("specks under the feet") {
    is_the_person(with(with(humanoid(), ellipsoid({40, -20, -8}, {5, 5, 5}, 8)),
                       ellipsoid({-60, 30, -30}, {9, 9, 9}, 8)),
                  "2");
  }
}

TEST_CASE("Hair, clothes and inner walls belong to the person") {
  const auto kept = [](const TriangleMesh& part) {
    const ScannedBody body = scanned_body(with(humanoid(), part));
    CHECK_FALSE(body.left_out);
  };
  kept(ellipsoid({0, 10, 1660}, {85, 105, 110}));  // hair around the head
  kept(ellipsoid({0, 0, 1260}, {160, 100, 200}));  // an inner wall
  kept(ellipsoid({30, -95, 1650}, {12, 12, 12}));  // an eye
  kept(ellipsoid({0, 0, 880}, {220, 170, 180}));   // a skirt
}

TEST_CASE("Vertices that no triangle uses do not count, whatever they hold") {
  TriangleMesh scan = humanoid();
  const std::size_t count = scan.vertices.size();
  scan.vertices.push_back({1e9, 0, 0});
  scan.vertices.push_back({std::numeric_limits<double>::quiet_NaN(), 0, 0});
  CHECK(used_part(scan).vertices.size() == count);
  scan.triangles.push_back({0, 1, static_cast<std::uint32_t>(count + 1)});
  CHECK_THROWS_AS(used_part(scan), InputError);
}
