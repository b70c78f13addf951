#include "core/anatomy/interior.h"

#include <torch/torch.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/anatomy/synthetic_anatomy.h"
#include "tests/core/anatomy/tensor_points.h"

using namespace skiagraph;

namespace {

const Vec3 kLiver{-55, 0, 270};

/// Vertices of the torso's skin that touch air: not those where arms and thighs were cut off.
torch::Tensor outer_skin() {
  std::vector<Vec3> skin;
  for (const Vec3 v : synthetic_base().parts[kTorso].skin.vertices)
    if (v.z > -250 && v.z < 640 && (v.z < 300 || std::abs(v.x) < 110)) skin.push_back(v);
  return tensor_of(skin);
}

}  // namespace

TEST_CASE("the interior leaves the skin exactly where it is") {
  const BaseAnatomy& base = synthetic_base();
  const auto skin = outer_skin();
  REQUIRE(skin.size(0) > 1000);
  const auto beneath = skin * torch::tensor({0.99F, 0.99F, 1.0F});
  for (std::uint64_t draw = 0; draw < 10; ++draw) {
    RandomStream random(5, draw);
    const Interior interior(base, draw_interior(base, random));
    CHECK(torch::equal(interior.to_base(skin), skin));
    CHECK(torch::equal(interior.from_base(skin), skin));
    CHECK(farthest(interior.to_base(beneath), beneath) < 0.01);
  }
}

TEST_CASE("to the base and back is the same place for what landmarks are made of") {
  const BaseAnatomy& base = synthetic_base();
  int accepted = 0;
  for (std::uint64_t draw = 0; draw < 12; ++draw) {
    RandomStream random(6, draw);
    const Interior interior(base, draw_interior(base, random));
    if (interior.least_jacobian() < 0.05) continue;
    ++accepted;
    for (const LandmarkRule& rule : base.landmarks) {
      INFO("draw " << draw << ", " << info(rule.marker).name);
      const auto points = tensor_of(rule.points);
      const auto error = (interior.to_base(interior.from_base(points)) - points).norm(2, 1);
      CHECK(error.mean().item<double>() < 0.1);
    }
  }
  CHECK(accepted >= 4);
}

TEST_CASE("neck and symphysis, which fix the frame, do not move; organs do") {
  const BaseAnatomy& base = synthetic_base();
  const auto fixed = tensor_of({base.landmark(Marker::kNeck), base.landmark(Marker::kPubicSymphysis)});
  double liver = 0, kidney = 0;
  constexpr int kDraws = 100;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    RandomStream random(7, draw);
    const Interior interior(base, draw_interior(base, random));
    CHECK(farthest(interior.from_base(fixed), fixed) < 0.01);
    const auto organs =
        tensor_of({base.landmark(Marker::kLiverTop), base.landmark(Marker::kKidneyCentreLeft)});
    const auto shift = (interior.from_base(organs) - organs).select(1, 2);
    liver += shift[0].square().item<double>() / kDraws, kidney += shift[1].square().item<double>() / kDraws;
  }
  CHECK(std::sqrt(liver) > 10);
  CHECK(std::sqrt(liver) < 26);
  CHECK(std::sqrt(kidney) > 9);
  CHECK(std::sqrt(kidney) < 26);
}

TEST_CASE("the least Jacobian knows rest, shrinking and folds") {
  const BaseAnatomy& base = synthetic_base();
  CHECK(Interior(base, {}).least_jacobian() == Approx(1).margin(1e-3));
  // About the centre every length shrinks to 1 - stretch on the way to the base; nowhere is it less.
  InteriorMotion growth{kLiver, {60, 60, 60}, {}, {0.2, 0.2, 0.2}};
  CHECK(Interior(base, {growth}).least_jacobian() == Approx(0.8 * 0.8 * 0.8).margin(0.03));
  // A Gaussian shift along z: 1 - shift / reach * exp(-1/2) at one standard deviation.
  const InteriorMotion shift{kLiver, {70, 70, 40}, {0, 0, 20}};
  CHECK(Interior(base, {shift}).least_jacobian() == Approx(1 - 20.0 / 40 * std::exp(-0.5)).margin(0.04));
  const InteriorMotion fold{kLiver, {60, 60, 25}, {0, 0, 80}};
  CHECK(Interior(base, {fold}).least_jacobian() < 0);
}

TEST_CASE("motions of the viscera stop at the wall") {
  const BaseAnatomy& base = synthetic_base();
  const InteriorMotion breath{{0, 0, 250}, {400, 400, 100}, {0, 0, 20}, {}, true};
  const InteriorMotion all{{0, 0, 250}, {400, 400, 100}, {0, 0, 20}, {}, false};
  const auto points = tensor_of({kLiver, {0, -75, 60}});
  const auto shift = [&](const InteriorMotion& motion) {
    return points.select(1, 2) - Interior(base, {motion}).to_base(points).select(1, 2);
  };
  CHECK(shift(breath)[0].item<double>() > 15);
  CHECK(shift(breath)[1].item<double>() < 0.5 * shift(all)[1].item<double>());
}
