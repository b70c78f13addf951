#include "core/io/ct_scan.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "core/base/error.h"
#include "core/geometry/extent.h"
#include "core/io/ct_person.h"
#include "core/io/ct_volume_file.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::io;
using namespace skiagraph::testing;

namespace {

const std::filesystem::path kCases = std::filesystem::path(SKIAGRAPH_SOURCE_DIR) / "tests/cases/ct";
constexpr CanonicalFrame kFrame;

/// A trunk from the shoulders to the hips, 20 slices.
const CtReading& trunk() {
  static const CtReading kTrunk = read_ct(kCases / "base_nifti.nii.gz");
  return kTrunk;
}

AlignmentOverrides levels(double neck, double symphysis) {
  AlignmentOverrides overrides;
  overrides.neck_level_mm = neck;
  overrides.symphysis_level_mm = symphysis;
  return overrides;
}

std::string code(const AlignmentOverrides& overrides) {
  try {
    static_cast<void>(place_ct(trunk(), overrides, kFrame));
  } catch (const InputError& error) {
    return error.code();
  }
  return "placed";
}

}  // namespace

TEST_CASE("A CT of a part needs both levels, which may lie beyond its ends") {
  CHECK(code({}) == "ct.levels_unknown");
  AlignmentOverrides one;
  one.neck_level_mm = 300;
  CHECK(code(one) == "ct.levels_unknown");
  CHECK(code(levels(-200, 300)) == "ct.levels_swapped");
  CHECK(code(levels(900, -200)) == "ct.levels_apart");
  CHECK(code(levels(300, -240)) == "placed");
}

TEST_CASE("The aligned frame of a CT is its own, moved, whatever the levels are") {
  const AlignedScan scan = align_ct(trunk(), levels(300, -240)), other = align_ct(trunk(), levels(250, -200));
  CHECK(extent(scan.mesh, {0, 0, 1}).low == Approx(0).margin(1e-6));
  CHECK(scan.mesh.vertices == other.mesh.vertices);
  CHECK(scan.neck == Vec3{0, 0, 300});
  CHECK(scan.unit_mm == 1);
  const Vec3 corner = trunk().subject.skin.vertices.front(), moved = scan.to_patient(corner);
  CHECK(norm(moved - scan.mesh.vertices.front()) < 1e-9);
}

TEST_CASE("The X-ray of a CT as a scan is that of the person in it") {
  const double low = extent(trunk().subject.skin, {0, 0, 1}).low;
  CtKnowledge known;
  known.neck_level_mm = 300 + low;
  known.symphysis_level_mm = -240 + low;
  const CtPerson person = make_ct_person(read_ct_volume(kCases / "base_nifti.nii.gz"), known, kFrame);
  const CtScan scan = place_ct(trunk(), levels(300, -240), kFrame);
  REQUIRE(scan.xray.image.pixels.size() == person.xray.image.pixels.size());
  double largest = 0;
  for (std::size_t n = 0; n < person.xray.image.pixels.size(); ++n)
    largest = std::max<double>(largest, std::abs(scan.xray.image.pixels[n] - person.xray.image.pixels[n]));
  CHECK(largest < 1e-5);
  CHECK(scan.xray.covered == person.xray.covered);
}

TEST_CASE("A CT that lacks part of the trunk says how much it shows, and is doubtful") {
  const CtScan scan = place_ct(trunk(), levels(300, -240), kFrame);
  const double share = covered_trunk(scan.xray);
  CHECK(share > 0.1);
  CHECK(share < 0.9);
  REQUIRE_FALSE(scan.scan.remarks.empty());
  const Remark& remark = scan.scan.remarks.back();
  CHECK(remark.code == "ct.partial");
  CHECK(remark.doubtful);
  CHECK(remark.arguments.front() == std::to_string(std::lround(100 * share)));
}

TEST_CASE("Reading a CT tells how far it is, and ends when it is cancelled") {
  for (const char* name : {"base_nifti.nii.gz", "base_dicom.tar.xz"}) {
    std::vector<double> told;
    static_cast<void>(
        read_ct(kCases / name, {}, [&](double done, const std::string&) { told.push_back(done); }));
    CAPTURE(name);
    REQUIRE(told.size() > 1);
    CHECK(std::ranges::is_sorted(told));
    CHECK(told.front() >= 0);
    CHECK(told.back() <= 1);
    CancelToken cancel;
    const auto stop = [&](double, const std::string&) { cancel.cancel(); };
    CHECK_THROWS_AS(read_ct(kCases / name, {}, stop, &cancel), Cancelled);
  }
}

TEST_CASE("A real chest CT without levels of its own is placed by those that a person gives") {
  const std::filesystem::path chest = shared_file("ct/chest_dicom");
  if (chest.empty()) return;
  const CtReading reading = read_ct(chest);
  CHECK_FALSE(reading.levels);
  const double top = extent(ct_skin(reading), {0, 0, 1}).high;
  const CtScan scan = place_ct(reading, levels(top - 20, top - 560), kFrame);
  CHECK(covered_trunk(scan.xray) > 0.3);
  CHECK(covered_trunk(scan.xray) < 0.8);
}
