#include "core/anatomy/base/base_anatomy.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <numeric>

#include "core/anatomy/base/label_set.h"
#include "tests/core/anatomy/synthetic_anatomy.h"
#include "tests/core/bodies/mesh_measures.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using std::numbers::pi;

namespace {

/// Radius in the fat table at a height and direction.
double radius(const FatLayer::RadialTable& table, double z, double direction) {
  const BaseAnatomy& base = synthetic_base();
  const double level = (z - base.symphysis_z) / (base.neck_z - base.symphysis_z);
  return FatLayer::at(table, FatLayer::level_place(level), FatLayer::direction_place(direction));
}

}  // namespace

TEST_CASE("a sampled field is trilinear inside and nothing outside") {
  SampledField field{{4, 3, 2, {-10, 20, 300}, {2, 5, 10}}, {}};
  field.values.resize(field.grid.count());
  for (int k = 0; k < 2; ++k)
    for (int j = 0; j < 3; ++j)
      for (int i = 0; i < 4; ++i)
        field.values[field.grid.index(i, j, k)] = static_cast<float>(12 * k + 4 * j + i);
  CHECK(field.at({-10, 20, 300}) == Approx(0).margin(1e-4));
  CHECK(field.at({-4, 30, 310}) == Approx(23));
  CHECK(field.at({-7, 22.5, 304}) == Approx(12 * 0.4 + 4 * 0.5 + 1.5));
  for (const Vec3 outside : {Vec3{-13, 25, 305}, Vec3{0, 25, 305}, Vec3{-7, 36, 305}, Vec3{-7, 25, 321}})
    CHECK(field.at(outside) == 0);
}

TEST_CASE("a base anatomy has frame, joints and levels") {
  const BaseAnatomy& base = synthetic_base();
  CHECK(base.name == "synthetic");
  CHECK(base.midline_x == Approx(0).margin(3));
  CHECK(base.neck_z == Approx(560).margin(5));
  CHECK(base.symphysis_z == Approx(4).margin(5));
  CHECK(base.shoulder_joints[0].x == Approx(-180).margin(4));
  CHECK(base.shoulder_joints[1].x == Approx(180).margin(4));
  for (const Vec3 joint : base.shoulder_joints) CHECK(joint.z == Approx(508).margin(10));
}

TEST_CASE("torso and arms are closed skins that share the body") {
  const BaseAnatomy& base = synthetic_base();
  for (const BodyPart& part : base.parts) CHECK(measure(part.skin).closed);
  // Far below the shoulder the arms are arms alone, the trunk is trunk alone.
  const auto reach = [](const TriangleMesh& mesh, double low_z, double high_z) {
    std::pair<double, double> x{1e9, -1e9};
    for (const Vec3 v : mesh.vertices)
      if (v.z > low_z && v.z < high_z) x = {std::min(x.first, v.x), std::max(x.second, v.x)};
    return x;
  };
  const auto [right_low, right_high] = reach(base.parts[kRightArm].skin, 60, 300);
  CHECK(right_low == Approx(-306).margin(8));
  CHECK(right_high < -160);
  const auto [left_low, left_high] = reach(base.parts[kLeftArm].skin, 60, 300);
  CHECK(left_high == Approx(306).margin(8));
  CHECK(left_low > 160);
  const auto [trunk_low, trunk_high] = reach(base.parts[kTorso].skin, 60, 300);
  CHECK(trunk_low == Approx(-165).margin(6));
  CHECK(trunk_high == Approx(165).margin(6));
  CHECK(measure(base.parts[kRightArm].skin).volume_mm3 ==
        Approx(measure(base.parts[kLeftArm].skin).volume_mm3).epsilon(0.03));
}

TEST_CASE("attenuation is neither lost nor counted twice between the parts") {
  const LabelVolume labels = synthetic_labels();
  const OrganTable organs = synthetic_organs();
  const BaseAnatomy& base = synthetic_base();
  const double low = -250, high = 640;
  double expected = 0;
  for (int k = 0; k < labels.nz; ++k) {
    const double z = labels.position(0, 0, k).z;
    for (int j = 0; j < labels.ny && z > low && z < high; ++j)
      for (int i = 0; i < labels.nx; ++i) expected += organs[labels.at(i, j, k)].attenuation_per_mm();
  }
  expected *= labels.spacing_mm.x * labels.spacing_mm.y * labels.spacing_mm.z;
  double found = 0;
  for (const BodyPart& part : base.parts) {
    const SampledField& field = part.attenuation;
    const Vec3 d = field.grid.spacing_mm;
    for (int k = 0; k < field.grid.nz; ++k) {
      const double z = field.grid.position(0, 0, k).z;
      if (z <= low || z >= high) continue;
      const auto first = field.values.begin() + static_cast<std::ptrdiff_t>(field.grid.index(0, 0, k));
      found +=
          std::accumulate(first, first + static_cast<std::ptrdiff_t>(field.grid.nx) * field.grid.ny, 0.0) *
          d.x * d.y * d.z;
    }
  }
  CHECK(found == Approx(expected).epsilon(0.03));
}

TEST_CASE("fat begins at the muscle and ends at the skin") {
  const FatLayer& fat = synthetic_base().fat;
  // Above the pelvis, below the ribs, free of the arms: an ellipse of 165 x 100 mm with muscle of 145 x 86.
  for (const double z : {230.0, 260.0}) {
    CHECK(radius(fat.skin_radius, z, -pi / 2) == Approx(100).margin(4));
    CHECK(radius(fat.lean_radius, z, -pi / 2) == Approx(86).margin(4));
    CHECK(radius(fat.skin_radius, z, 0) == Approx(165).margin(4));
    CHECK(radius(fat.lean_radius, z, 0) == Approx(145).margin(4));
    CHECK(radius(fat.skin_radius, z, -pi) == Approx(165).margin(4));
  }
  for (std::size_t n = 0; n < fat.skin_radius.size(); ++n) CHECK(fat.skin_radius[n] >= fat.lean_radius[n]);
  for (const float y : fat.axis_y) CHECK(std::abs(y) < 30);
}

TEST_CASE("the mass is that of the labels, each voxel counted once") {
  const LabelVolume labels = synthetic_labels();
  const OrganTable organs = synthetic_organs();
  double expected = 0, found = 0;
  for (const std::uint8_t label : labels.labels)
    if (label != 0) expected += organs[label].density_g_per_cm3;
  expected *= labels.spacing_mm.x * labels.spacing_mm.y * labels.spacing_mm.z * 1e-6;
  for (const BodyPart& part : synthetic_base().parts)
    for (const MassCell& cell : part.mass) found += cell.kg;
  CHECK(found == Approx(expected).epsilon(0.03));
}

TEST_CASE("voxels of varied tissues are those of their labels") {
  const BodyPart& torso = synthetic_base().parts[kTorso];
  const OrganTable organs = synthetic_organs();
  const GridGeometry& grid = torso.attenuation.grid;
  const double voxel_ml = grid.spacing_mm.x * grid.spacing_mm.y * grid.spacing_mm.z / 1000;
  const LabelVolume labels = synthetic_labels();
  const LabelSet right_lung = labels_beginning(organs, {"Lung, right"});
  const double expected_ml = static_cast<double>(std::ranges::count_if(
                                 labels.labels, [&](std::uint8_t label) { return right_lung[label]; })) *
                             labels.spacing_mm.x * labels.spacing_mm.y * labels.spacing_mm.z / 1000;
  CHECK(static_cast<double>(torso.voxels[kLungRight].size()) * voxel_ml == Approx(expected_ml).epsilon(0.03));
  for (const std::uint32_t n : torso.voxels[kLungLeft]) CHECK(torso.attenuation.values[n] < 0.01F);
  CHECK(torso.voxels[kKidneyLeft].size() > 100);
  CHECK(torso.voxels[kTrabecularBone].size() > 100);
  CHECK(torso.voxels[kBowelContents].empty());
}

TEST_CASE("the interior may move inside, and the viscera in their cavity") {
  const InteriorMobility& mobility = synthetic_base().mobility;
  const SampledField any{mobility.grid, mobility.any}, viscera{mobility.grid, mobility.viscera};
  const Vec3 liver{-55, 0, 270}, wall{0, -70, 100}, air{0, -150, 270};
  CHECK(any.at(liver) > 0.95);
  CHECK(any.at(air) == 0);
  CHECK(any.at(synthetic_base().landmark(Marker::kNeck)) > 0.5);  // a marker like the others
  CHECK(viscera.at(liver) > 0.9);
  CHECK(viscera.at(wall) < 0.3 * any.at(wall) + 0.05);
  CHECK(viscera.at({250, 0, 100}) == 0);
  CHECK(std::ranges::min(mobility.any) >= 0);
  CHECK(std::ranges::max(mobility.any) <= 1);
}
