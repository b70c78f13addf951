#include "core/anatomy/base_anatomy.h"

#include <torch/torch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "tests/core/anatomy/mesh_measures.h"
#include "tests/core/anatomy/synthetic_anatomy.h"
#include "tests/core/anatomy/tensor_points.h"

using namespace skiagraph;
using std::numbers::pi;

namespace {

double value_at(const SampledField& field, Vec3 p) {
  return field.at(tensor_of({p})).item<double>();
}

/// Radius in the fat table nearest to a height and direction.
double radius(const torch::Tensor& table, double z, double direction) {
  const BaseAnatomy& base = synthetic_base();
  const double u = (z - base.symphysis_z) / (base.neck_z - base.symphysis_z);
  const auto level =
      std::lround((u - FatLayer::kLowestLevel) / (FatLayer::kHighestLevel - FatLayer::kLowestLevel) *
                  (FatLayer::kLevels - 1));
  const auto column =
      std::lround((direction + pi) / (2 * pi) * FatLayer::kDirections) % FatLayer::kDirections;
  return table[level][column].item<double>();
}

}  // namespace

TEST_CASE("a sampled field is trilinear inside and nothing outside") {
  SampledField field;
  field.values = torch::arange(2 * 3 * 4, torch::kFloat32).reshape({2, 3, 4});  // 12 z + 4 y + x
  field.origin_mm = {-10, 20, 300};
  field.spacing_mm = {2, 5, 10};
  CHECK(value_at(field, {-10, 20, 300}) == Approx(0).margin(1e-4));
  CHECK(value_at(field, {-4, 30, 310}) == Approx(23));
  CHECK(value_at(field, {-7, 22.5, 304}) == Approx(12 * 0.4 + 4 * 0.5 + 1.5));
  for (const Vec3 outside : {Vec3{-13, 25, 305}, Vec3{0, 25, 305}, Vec3{-7, 36, 305}, Vec3{-7, 25, 321}})
    CHECK(value_at(field, outside) == 0);
  const auto grid = torch::zeros({5, 6, 3}) + torch::tensor({-4.0F, 30.0F, 310.0F});
  CHECK(field.at(grid).sizes() == at::IntArrayRef({5, 6}));
  CHECK(field.at(grid).min().item<double>() == Approx(23));
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
    const auto z =
        torch::arange(field.values.size(0), torch::kFloat32) * field.spacing_mm.z + field.origin_mm.z;
    const auto slices = field.values.sum({1, 2}, false, torch::kFloat64);
    found += slices.masked_select((z > low).logical_and(z < high)).sum().item<double>() * field.spacing_mm.x *
             field.spacing_mm.y * field.spacing_mm.z;
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
  CHECK((fat.skin_radius - fat.lean_radius).min().item<double>() >= 0);
  CHECK(fat.axis_y.abs().max().item<double>() < 30);
}

TEST_CASE("the interior may move inside, and the viscera in their cavity") {
  const BaseAnatomy& base = synthetic_base();
  const Vec3 liver{-55, 0, 270}, wall{0, -92, 120}, air{0, -150, 270};
  CHECK(value_at(base.inside, liver) == Approx(1).margin(1e-4));
  CHECK(value_at(base.inside, air) == 0);
  CHECK(value_at(base.cavity, liver) > 0.95);
  CHECK(value_at(base.cavity, wall) < 0.05);
  CHECK(value_at(base.cavity, {250, 0, 100}) == 0);
  CHECK(base.inside.values.min().item<double>() >= 0);
  CHECK(base.inside.values.max().item<double>() <= 1);
}
