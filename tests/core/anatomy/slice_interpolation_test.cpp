#include "core/anatomy/base/slice_interpolation.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::bodies;

namespace {

LabelKinds each_its_own() {
  LabelKinds kinds{};
  for (std::size_t label = 0; label < kinds.size(); ++label) kinds[label] = static_cast<std::uint8_t>(label);
  return kinds;
}

/// 80 x 80 voxels of 1 mm about the z axis, slices from z = -40 to 40, `spacing` apart.
LabelVolume sampled(const std::function<std::uint8_t(Vec3)>& label, double spacing) {
  LabelVolume volume;
  volume.nx = volume.ny = 80;
  volume.nz = static_cast<int>(80 / spacing) + 1;
  volume.spacing_mm = {1, 1, spacing};
  volume.origin_mm = {-39.5, -39.5, -40};
  for (int k = 0; k < volume.nz; ++k)
    for (int j = 0; j < volume.ny; ++j)
      for (int i = 0; i < volume.nx; ++i) volume.labels.push_back(label(volume.position(i, j, k)));
  return volume;
}

std::ptrdiff_t count(const LabelVolume& volume, std::uint8_t label) {
  return std::ranges::count(volume.labels, label);
}

/// Share of voxels of `fine` that differ from the truth, relative to the size of the shape.
double wrong_share(const LabelVolume& fine, const LabelVolume& truth) {
  REQUIRE(fine.labels.size() == truth.labels.size());
  std::ptrdiff_t wrong = 0;
  for (std::size_t n = 0; n < fine.labels.size(); ++n) wrong += fine.labels[n] != truth.labels[n];
  return static_cast<double>(wrong) / static_cast<double>(count(truth, 1));
}

/// The slices that are already there, each repeated up to half way to its neighbours.
LabelVolume repeated(const LabelVolume& coarse, const LabelVolume& truth, int factor) {
  LabelVolume fine = truth;
  for (int k = 0; k < fine.nz; ++k)
    for (int j = 0; j < fine.ny; ++j)
      for (int i = 0; i < fine.nx; ++i)
        fine.labels[fine.index(i, j, k)] = coarse.at(i, j, (k + factor / 2) / factor);
  return fine;
}

}  // namespace

TEST_CASE("slices between those of a cone are the cone's") {
  // Radius 5 at one end and 35 at the other, its axis slightly oblique.
  const auto cone = [](Vec3 p) -> std::uint8_t {
    return std::hypot(p.x - 0.02 * p.z, p.y) < 20 + p.z * 15 / 40;
  };
  for (const int factor : {2, 4, 8}) {
    const LabelVolume coarse = sampled(cone, factor), truth = sampled(cone, 1);
    const LabelVolume fine = interpolate_slices(coarse, factor, each_its_own());
    CHECK(fine.nz == truth.nz);
    CHECK(fine.spacing_mm == truth.spacing_mm);
    CHECK(fine.origin_mm == truth.origin_mm);
    CHECK(wrong_share(fine, truth) < 0.02);
    CHECK(static_cast<double>(count(fine, 1)) == Approx(static_cast<double>(count(truth, 1))).epsilon(0.02));
    if (factor > 2)
      CHECK(wrong_share(fine, truth) < 0.55 * wrong_share(repeated(coarse, truth, factor), truth));
  }
}

TEST_CASE("slices between those of a ball are nearly the ball's") {
  const auto ball = [](Vec3 p) -> std::uint8_t { return norm(p) < 33.3; };
  const LabelVolume coarse = sampled(ball, 4), truth = sampled(ball, 1);
  const LabelVolume fine = interpolate_slices(coarse, 4, each_its_own());
  CHECK(wrong_share(fine, truth) < 0.03);
  CHECK(wrong_share(fine, truth) < 0.5 * wrong_share(repeated(coarse, truth, 4), truth));
}

TEST_CASE("the slices that are there stay as they are") {
  const auto nested = [](Vec3 p) -> std::uint8_t {
    const double r = norm(p);
    return r < 12 ? 7 : r < 25 ? 200 : r < 34 ? 3 : 0;
  };
  const LabelVolume coarse = sampled(nested, 8);
  const LabelVolume fine = interpolate_slices(coarse, 8, each_its_own());
  for (int k = 0; k < coarse.nz; ++k)
    for (int j = 0; j < coarse.ny; ++j)
      for (int i = 0; i < coarse.nx; ++i) REQUIRE(fine.at(i, j, 8 * k) == coarse.at(i, j, k));
  const LabelVolume truth = sampled(nested, 1);
  for (const std::uint8_t label : {3, 200})
    CHECK(static_cast<double>(count(fine, label)) ==
          Approx(static_cast<double>(count(truth, label))).epsilon(0.08));
  CHECK(interpolate_slices(coarse, 1, each_its_own()).labels == coarse.labels);
}

TEST_CASE("regions of one tissue are one shape") {
  OrganTable organs(256);
  organs[4].name = "Muscle, trunk";
  organs[6].name = "Muscle, legs";
  organs[9].name = "Muscle, arms";
  organs[11].name = "Lung, left";
  organs[12].name = "Lung, right";
  const LabelKinds kinds = tissue_kinds(organs);
  CHECK(kinds[4] == 4);
  CHECK(kinds[6] == 4);
  CHECK(kinds[9] == 4);
  CHECK(kinds[11] == 11);
  CHECK(kinds[12] == 12);
  CHECK(kinds[0] == 0);
  CHECK(kinds[77] == 77);

  // A cylinder called trunk above and legs below stays whole where the name changes, and keeps both names.
  const auto cylinder = [](Vec3 p) -> std::uint8_t {
    return std::hypot(p.x, p.y) < 20 ? (p.z > 3 ? 4 : 6) : 0;
  };
  const LabelVolume fine = interpolate_slices(sampled(cylinder, 8), 8, kinds), truth = sampled(cylinder, 1);
  CHECK(count(fine, 0) == count(truth, 0));
  CHECK(count(fine, 4) + count(fine, 6) == count(truth, 4) + count(truth, 6));
  CHECK(static_cast<double>(count(fine, 4)) == Approx(static_cast<double>(count(truth, 4))).epsilon(0.15));
}
