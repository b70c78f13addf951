#include "core/inference/surface_profile.h"

#include <catch2/catch.hpp>
#include <random>

#include "core/inference/learned_people.h"
#include "core/inference/result_warnings.h"

using namespace skiagraph;
using namespace skiagraph::inference;

namespace {

/// A block, `breadth` and `depth` torso lengths wide and deep, with an arm beside it.
geometry::SurfaceImage block(const geometry::CanonicalFrame& frame, double breadth, double depth) {
  const double torso = frame.symphysis_row - frame.neck_row;
  geometry::SurfaceImage surface{{frame, {0, 0, 500}, {0, 0, 0}}, 0, {}, {}};
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column) {
      const double across = std::abs(column - frame.centre_column) / torso;
      const bool inside = across < breadth / 2 || (across > 0.4 && across < 0.45);
      surface.depth.push_back(0);
      surface.thickness.push_back(inside ? static_cast<float>(depth) : 0);
    }
  return surface;
}

Eigen::MatrixXd people(int count, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<double> normal(0, 0.03);
  Eigen::MatrixXd rows(count, 2 * kProfileLevels);
  for (int n = 0; n < count; ++n) {
    const double stout = 1 + normal(random);
    for (int c = 0; c < 2 * kProfileLevels; ++c) rows(n, c) = 0.5 * stout + 0.2 * normal(random);
  }
  return rows;
}

}  // namespace

TEST_CASE("a profile holds breadth and depth in torso lengths, in any frame, without the arms") {
  for (const geometry::CanonicalFrame& frame :
       {geometry::CanonicalFrame{}, refined(geometry::CanonicalFrame{}, 2)}) {
    const Eigen::VectorXd profile = surface_profile(block(frame, 0.5, 0.3));
    REQUIRE(profile.size() == 2 * kProfileLevels);
    for (int level = 0; level < kProfileLevels; ++level) {
      CHECK(profile[level] == Approx(0.5).margin(0.02));
      CHECK(profile[kProfileLevels + level] == Approx(0.3).margin(1e-6));
    }
  }
}

TEST_CASE("people like those learned from are usual, others are not") {
  const UsualProfile usual = usual_profile(people(500, 1), people(100, 2));
  int unlike = 0;
  const Eigen::MatrixXd more = people(100, 3);
  for (int n = 0; n < more.rows(); ++n) unlike += usual.unlikeness(more.row(n).transpose()) > 1;
  CHECK(unlike <= 6);
  Eigen::VectorXd pear = usual.mean;
  pear.head(3).array() += 0.25;
  CHECK(usual.unlikeness(pear) > 1.5);
  CHECK(UsualProfile().unlikeness(pear) == 0);  // nothing is known
}

TEST_CASE("a body unlike those learned from has wider margins and a warning") {
  const LearnedPeople learned;
  const double usual = learned.margin_mm(Marker::kLiverTop, 10, 0.8);
  CHECK(usual == learned.margin_mm(Marker::kLiverTop, 10));
  CHECK(learned.margin_mm(Marker::kLiverTop, 10, 2) == Approx(2 * usual));
  LoopResult result;
  result.converged = true;
  CHECK(warnings_of(result).empty());
  result.unlikeness = 1.2;
  REQUIRE(warnings_of(result).size() == 1);
  CHECK(warnings_of(result)[0].code == "body.unlike");
  result.converged = false;
  CHECK(warnings_of(result).size() == 2);
  result.cancelled = true;  // of a run that was stopped nobody knows
  CHECK(warnings_of(result).size() == 1);
}
