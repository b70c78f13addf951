#include <catch2/catch.hpp>
#include <cmath>

#include "core/anatomy/base/landmarks.h"
#include "core/anatomy/base/volume_skin.h"
#include "core/geometry/scan_alignment.h"
#include "core/io/label_volume_file.h"
#include "core/io/mesh_file.h"
#include "core/io/scan_file.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using namespace skiagraph::io;
using namespace skiagraph::testing;

TEST_CASE("Neck and symphysis found from the reference people's skin are those of their bones") {
  const TemporaryFolder folder;
  for (const std::string name : {"AM", "AF"}) {
    CAPTURE(name);
    const auto atlas = shared_file("atlas/icrp110/" + name + ".nii.gz");
    if (atlas.empty()) return;
    const LabelVolume volume = read_label_volume(atlas);
    const LandmarkRules rules =
        landmark_rules(volume, read_organ_table(atlas.parent_path() / (name + "_organs.tsv"),
                                                atlas.parent_path() / (name + "_media.tsv")));
    write_ply(folder / "skin.ply", volume_skin(volume));
    const AlignedScan scan = read_scan(folder / "skin.ply");
    CHECK(scan.unit_mm == 1);
    CHECK_FALSE(scan.lying);
    for (int axis = 0; axis < 3; ++axis) CHECK(scan.to_patient.m[axis][axis] == Approx(1).margin(0.01));
    const Vec3 neck = scan.to_patient(landmark_position(rules[static_cast<std::size_t>(Marker::kNeck)]));
    const Vec3 symphysis =
        scan.to_patient(landmark_position(rules[static_cast<std::size_t>(Marker::kPubicSymphysis)]));
    CHECK(std::abs(scan.neck.z - neck.z) < 15);
    CHECK(std::abs(scan.neck.x - neck.x) < 15);
    CHECK(std::abs(scan.symphysis.z - symphysis.z) < 15);
    CHECK(std::abs(scan.symphysis.x - symphysis.x) < 15);
  }
}
