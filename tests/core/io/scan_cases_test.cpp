#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/geometry/scan_remarks.h"
#include "core/io/mesh_file.h"
#include "core/io/scan_file.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::io;

namespace {

AlignedScan scan_case(const std::string& name) {
  const auto file = std::filesystem::path(SKIAGRAPH_SOURCE_DIR) / "tests" / "cases" / "surfaces" / name;
  const std::filesystem::path plain = file.string() + ".ply", packed = file.string() + ".ply.gz";
  return read_scan(std::filesystem::exists(plain) ? plain : packed);
}

const AlignedScan& person() {
  static const AlignedScan scan = scan_case("person");
  return scan;
}

bool has_remark(const AlignedScan& scan, const std::string& code) {
  const auto placement = scan.placement();
  for (const Remark& remark : remarks_on(scan, rasterise_surface({&scan.mesh, 1}, placement)))
    if (remark.code == code) return true;
  return false;
}

/// The place of a level in the file's own axes, mm.
Vec3 in_file(const AlignedScan& scan, Vec3 place) {
  return scan.to_patient.inverse()(place);
}

/// The person's triangles in the file's axes and unit (m, y up), of whose corners all are kept.
template <class Kept>
TriangleMesh part_of_person(const Kept& kept) {
  TriangleMesh mesh =
      read_mesh(std::filesystem::path(SKIAGRAPH_SOURCE_DIR) / "tests/cases/surfaces/person.ply");
  std::erase_if(mesh.triangles, [&](const auto& triangle) {
    return !std::ranges::all_of(triangle, [&](std::uint32_t corner) { return kept(mesh.vertices[corner]); });
  });
  return mesh;
}

TriangleMesh whole_person() {
  return part_of_person([](Vec3) { return true; });
}

/// Empty when nothing is said of what is missing.
std::vector<Remark> partial(const AlignedScan& scan) {
  std::vector<Remark> remarks = scan.remarks;
  std::erase_if(remarks, [](const Remark& remark) { return remark.code != "scan.partial"; });
  return remarks;
}

struct AlignedCase {
  std::string name;
  double within_mm;
  std::string remark = {};  ///< that must be there
};

/// Share of the person's pixels in which thickness differs by more than 25 mm.
double surface_difference(const AlignedScan& scan) {
  const SurfaceImage truth = rasterise_surface({&person().mesh, 1}, person().placement());
  const SurfaceImage found = rasterise_surface({&scan.mesh, 1}, scan.placement());
  const double torso = person().placement().torso_mm();
  int differ = 0, all = 0;
  for (std::size_t pixel = 0; pixel < truth.thickness.size(); ++pixel) {
    if (truth.thickness[pixel] <= 0) continue;
    ++all;
    if (std::abs(truth.thickness[pixel] - found.thickness[pixel]) * torso > 25) ++differ;
  }
  return static_cast<double>(differ) / all;
}

}  // namespace

TEST_CASE("Scans with steps, holes and things in them are aligned as the person alone is") {
  const std::vector<AlignedCase> cases{{"arms_crossed", 10},
                                       {"arms_down", 10},
                                       {"step_10_degrees", 20},
                                       {"step_12_degrees", 20},
                                       {"stride_30_degrees", 20},
                                       {"lunge", 20},
                                       {"hands_on_hips", 5},
                                       {"forearms_forward", 5},
                                       {"faces_1_percent_missing", 5, "scan.holes"},
                                       {"hole_8cm_chest_front", 5, "scan.holes"},
                                       {"hole_8cm_hip_front", 5, "scan.holes"},
                                       {"hole_armpits", 5},
                                       {"hole_crotch", 5},
                                       {"floor_2m", 1, "scan.left_out"},
                                       {"wall_behind", 1, "scan.left_out"},
                                       {"pole_beside", 1, "scan.left_out"},
                                       {"table_touching", 1, "scan.left_out"},
                                       {"specks_10_below", 1, "scan.left_out"}};
  for (const auto& [name, within_mm, remark] : cases) {
    INFO(name);
    const AlignedScan scan = scan_case(name);
    CHECK(scan.unit_mm == 1000);
    CHECK(norm(in_file(scan, scan.neck) - in_file(person(), person().neck)) < within_mm);
    CHECK(norm(in_file(scan, scan.symphysis) - in_file(person(), person().symphysis)) < within_mm);
    for (int axis = 0; axis < 3; ++axis)
      CHECK(scan.to_patient.m[1][axis] == Approx(person().to_patient.m[1][axis]).margin(0.05));
    if (!remark.empty()) CHECK(has_remark(scan, remark));
    CHECK_FALSE(has_remark(scan, "front.doubtful"));
  }
}

TEST_CASE("A hole in one wall leaves no hole in the surface image") {
  for (const char* name : {"hole_8cm_chest_front", "hole_8cm_hip_front", "faces_1_percent_missing"}) {
    INFO(name);
    CHECK(surface_difference(scan_case(name)) < 0.005);
  }
}

TEST_CASE("A small child in centimetres is no giant in inches") {
  const AlignedScan scan = scan_case("toddler_85_cm_in_cm");
  CHECK(scan.unit_mm == 10);
}

TEST_CASE("Poses and parts in which nothing can be trusted are refused by name") {
  const auto refused = [](const std::string& name) -> std::string {
    try {
      scan_case(name);
    } catch (const InputError& error) {
      return error.code();
    }
    return {};
  };
  CHECK(refused("sitting") == "pose.sitting");
  CHECK(refused("kneeling") == "pose.kneeling");
  for (const char* name : {"arms_forward", "arms_forward_low", "one_arm_forward"})
    CHECK(refused(name) == "pose.arms_forward");
  CHECK(refused("legs_only") == "surface.no_trunk");
  CHECK_FALSE(refused("third_of_faces_missing").empty());
}

TEST_CASE("Without feet the stature tells no level, and that they are missing is told") {
  CHECK(partial(person()).empty());
  for (const double cut : {0.10, 0.12, 0.14}) {
    CAPTURE(cut);
    const AlignedScan scan = align_scan(part_of_person([&](Vec3 p) { return p.y > cut; }));
    CHECK(norm(in_file(scan, scan.symphysis) - in_file(person(), person().symphysis)) < 35);
    CHECK(norm(in_file(scan, scan.neck) - in_file(person(), person().neck)) < 10);
    REQUIRE(partial(scan).size() == 1);
    CHECK_THAT(partial(scan).front().text(), Catch::Matchers::Contains("legs"));
    CHECK(partial(scan).front().doubtful);
  }
}

TEST_CASE("Without a crown the levels that were found are doubtful, those that were given are not") {
  const TriangleMesh mesh = part_of_person([](Vec3 p) { return p.y < 1.69; });
  const AlignedScan scan = align_scan(mesh);
  REQUIRE(partial(scan).size() == 1);
  CHECK_THAT(partial(scan).front().text(), Catch::Matchers::Contains("head"));
  CHECK(partial(scan).front().doubtful);
  AlignmentOverrides given;
  given.neck_level_mm = scan.neck.z, given.symphysis_level_mm = scan.symphysis.z;
  const AlignedScan by_hand = align_scan(mesh, given);
  REQUIRE(partial(by_hand).size() == 1);
  CHECK_FALSE(partial(by_hand).front().doubtful);
}

TEST_CASE("Why a scan cannot be used is said truly") {
  const auto code_of = [](const TriangleMesh& mesh, const AlignmentOverrides& overrides = {}) -> std::string {
    try {
      align_scan(mesh, overrides);
    } catch (const InputError& error) {
      return error.code();
    }
    return "no error";
  };
  CHECK(code_of(part_of_person([](Vec3 p) { return p.z > 0; })) == "surface.open");

  TriangleMesh on_a_map = whole_person();  // in single numbers
  for (Vec3& p : on_a_map.vertices)
    p = {static_cast<float>(p.x + 403121), p.y, static_cast<float>(p.z + 360490)};
  CHECK(code_of(on_a_map) == "surface.coarse");

  TriangleMesh hair = whole_person();
  for (Vec3& p : hair.vertices)
    if (p.y > 1.6) p.x *= 2.2, p.z *= 2.2;
  CHECK(code_of(hair) == "unit.head");
  AlignmentOverrides known;
  known.unit_mm = 1000;
  CHECK(code_of(hair, known) == "no error");

  const TriangleMesh headless = part_of_person([](Vec3 p) { return p.y < 1.47; });
  CHECK(code_of(headless) == "surface.not_a_body");
  known.axes = ScanAxes{"+y", ""};
  CHECK(code_of(headless, known) == "surface.part");
}
