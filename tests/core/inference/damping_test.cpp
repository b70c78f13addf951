#include "core/inference/damping.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

using namespace skiagraph;

namespace {

using Answer = std::function<Pixel(Pixel)>;

double farthest(const MarkerPositions& a, const MarkerPositions& b) {
  double farthest = 0;
  for (std::size_t n = 0; n < a.size(); ++n) farthest = std::max(farthest, norm(a[n] - b[n]));
  return farthest;
}

/// Iterations until no marker moves 0.05 px, from 5 px beside (100, 80); every marker answers alike.
int iterations_to_rest(const Answer& answer, bool damped) {
  constexpr int kMost = 1000;
  MarkerPositions places;
  places.fill({105, 85});
  Damping damping;
  for (int n = 1; n <= kMost; ++n) {
    MarkerPositions answers;
    for (std::size_t m = 0; m < places.size(); ++m) answers[m] = answer(places[m]);
    if (farthest(answers, places) <= 0.05) return n;
    places = damped ? damping.next(places, answers) : answers;
  }
  return kMost;
}

/// Answers whose distance from (100, 80) is the place's, times a factor for each axis.
Answer scaled(double rows, double columns) {
  return [=](Pixel p) { return Pixel{100 + rows * (p.row - 100), 80 + columns * (p.column - 80)}; };
}

}  // namespace

TEST_CASE("Where the plain loop comes to rest quickly, damping leaves it alone") {
  for (const double factor : {0.0, 0.2, 0.5}) {
    const Answer answer = scaled(factor, factor);
    CHECK(iterations_to_rest(answer, true) == iterations_to_rest(answer, false));
  }
}

TEST_CASE("A loop that swings between two places comes to rest") {
  CHECK(iterations_to_rest(scaled(-1, -1), false) == 1000);
  CHECK(iterations_to_rest(scaled(-1, -1), true) < 15);
  CHECK(iterations_to_rest(scaled(-1.5, -1.2), true) < 40);
}

TEST_CASE("A loop that drifts slowly after a swing is not slowed down much") {
  const Answer answer = scaled(-0.9, 0.9);
  CHECK(iterations_to_rest(answer, true) <= 1.3 * iterations_to_rest(scaled(0.9, 0.9), false));
}

TEST_CASE("Markers that turn about their place come to rest") {
  const Answer turning = [](Pixel p) { return Pixel{100 - (p.column - 80), 80 + (p.row - 100)}; };
  CHECK(iterations_to_rest(turning, false) == 1000);
  CHECK(iterations_to_rest(turning, true) < 60);
}

TEST_CASE("Damping moves no marker that answers itself") {
  MarkerPositions places;
  places.fill({20, 30});
  Damping damping;
  CHECK(farthest(damping.next(places, places), places) == 0);
  MarkerPositions answers = places;
  answers[3] = {24, 30};
  const MarkerPositions next = damping.next(places, answers);
  CHECK(next[3].row > 20);
  CHECK(norm(next[4] - places[4]) == 0);
}
