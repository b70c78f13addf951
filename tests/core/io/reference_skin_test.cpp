#include <catch2/catch.hpp>
#include <cmath>

#include "core/anatomy/landmarks.h"
#include "core/anatomy/skin_mesh.h"
#include "core/anatomy/slice_interpolation.h"
#include "core/geometry/scan_alignment.h"
#include "core/io/label_volume_file.h"
#include "core/io/mesh_file.h"
#include "core/io/scan_file.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::testing;

namespace {

/// The whole body as a closed surface, smooth between the slices.
TriangleMesh skin_of(const LabelVolume& volume) {
  LabelKinds body;
  body.fill(1);
  body[0] = 0;
  const int factor = static_cast<int>(std::lround(volume.spacing_mm.z / volume.spacing_mm.x));
  const LabelVolume fine = interpolate_slices(volume, factor, body);
  ScalarGrid grid{fine.nx + 2, fine.ny + 2, fine.nz + 2, fine.spacing_mm, fine.position(-1, -1, -1), {}};
  grid.values.resize(static_cast<std::size_t>(grid.nx) * grid.ny * grid.nz);
  for (int k = 0; k < fine.nz; ++k)
    for (int j = 0; j < fine.ny; ++j)
      for (int i = 0; i < fine.nx; ++i)
        if (fine.at(i, j, k) != 0)
          grid.values[(static_cast<std::size_t>(k + 1) * grid.ny + j + 1) * grid.nx + i + 1] = 1;
  return surface_nets(grid, 0.5F);
}

}  // namespace

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
    write_ply(folder / "skin.ply", skin_of(volume));
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
