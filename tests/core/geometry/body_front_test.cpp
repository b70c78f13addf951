#include "core/geometry/body_front.h"

#include <catch2/catch.hpp>

#include "core/geometry/body_axes.h"
#include "tests/core/geometry/humanoid.h"
#include "tests/core/geometry/shapes.h"

using namespace skiagraph;
using namespace skiagraph::geometry;

namespace {

double vote_on(const TriangleMesh& person) {
  const BodySections sections(person);
  return front_vote(front_cues(sections, find_body_levels(sections)));
}

}  // namespace

TEST_CASE("A person looks the other way when turned") {
  for (const Arms arms : {Arms::kAtSides, Arms::kAway, Arms::kRaised}) {
    const double vote = vote_on(humanoid(arms));
    CHECK(vote > kDoubtfulVote);
    CHECK(vote_on(transformed(humanoid(arms), rotation_about({0, 0, 1}, 180))) == Approx(-vote).margin(0.1));
  }
}

TEST_CASE("No cue alone decides, and cues that disagree are doubtful") {
  // Feet and calves, as of somebody on tiptoe who walks backwards, against the rest.
  CHECK(front_vote({-1, -1, 0.085, 0.136, 0.032, 0.077, 0.163}) == Approx(0.19).margin(0.02));
  CHECK(front_vote({-1, 0.0275, 0.085, 0.136, 0.032, 0.077, 0.163}) > 0);
  CHECK(front_vote({0.1, 0.03, 0.09, 0.14, 0.04, 0.08, 0.17}) > 0.95);
  CHECK(front_vote({}) == 0);
}
