#include "core/inference/acceleration.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

using namespace skiagraph;
using namespace skiagraph::inference;

namespace {

using Answer = std::function<Pixel(Pixel)>;

double farthest(const MarkerPositions& a, const MarkerPositions& b) {
  double farthest = 0;
  for (std::size_t n = 0; n < a.size(); ++n) farthest = std::max(farthest, norm(a[n] - b[n]));
  return farthest;
}

/// Iterations until no marker moves 0.05 px, from 5 px beside (100, 80); every marker answers alike.
int iterations_to_rest(const Answer& answer, bool accelerated) {
  constexpr int kMost = 1000;
  MarkerPositions places;
  places.fill({105, 85});
  Acceleration acceleration;
  for (int n = 1; n <= kMost; ++n) {
    MarkerPositions answers;
    for (std::size_t m = 0; m < places.size(); ++m) answers[m] = answer(places[m]);
    if (farthest(answers, places) <= 0.05) return n;
    places = accelerated ? acceleration.next(places, answers) : answers;
  }
  return kMost;
}

/// Answers whose distance from (100, 80) is the place's, times a factor for each axis.
Answer scaled(double rows, double columns) {
  return [=](Pixel p) { return Pixel{100 + rows * (p.row - 100), 80 + columns * (p.column - 80)}; };
}

}  // namespace

TEST_CASE("Where the plain loop comes to rest quickly, the accelerated one does not take longer") {
  for (const double factor : {0.0, 0.2, 0.5}) {
    const Answer answer = scaled(factor, factor);
    CHECK(iterations_to_rest(answer, true) <= iterations_to_rest(answer, false));
  }
}

TEST_CASE("A loop that swings between two places comes to rest") {
  CHECK(iterations_to_rest(scaled(-1, -1), false) == 1000);
  CHECK(iterations_to_rest(scaled(-1, -1), true) < 8);
  CHECK(iterations_to_rest(scaled(-1.5, -1.2), true) < 12);
}

TEST_CASE("A loop that creeps comes to rest several times sooner") {
  for (const Answer& answer : {scaled(0.9, 0.9), scaled(-0.9, 0.9), scaled(0.97, 0.6)})
    CHECK(4 * iterations_to_rest(answer, true) < iterations_to_rest(answer, false));
}

TEST_CASE("Markers that turn about their place come to rest") {
  const Answer turning = [](Pixel p) { return Pixel{100 - (p.column - 80), 80 + (p.row - 100)}; };
  CHECK(iterations_to_rest(turning, false) == 1000);
  CHECK(iterations_to_rest(turning, true) < 12);
}

TEST_CASE("A loop that is far from straight comes to rest too") {
  const Answer bent = [](Pixel p) {
    const double row = p.row - 100, column = p.column - 80;
    return Pixel{100 + 0.8 * std::sin(row) + 0.3 * column, 80 - 0.9 * std::tanh(column) + 0.2 * row};
  };
  CHECK(iterations_to_rest(bent, true) < 30);
}

TEST_CASE("A marker that answers itself does not move") {
  MarkerPositions places;
  places.fill({20, 30});
  Acceleration acceleration;
  CHECK(farthest(acceleration.next(places, places), places) == 0);
  MarkerPositions answers = places;
  answers[3] = {24, 30};
  const MarkerPositions next = acceleration.next(places, answers);
  CHECK(next[3].row > 20);
  CHECK(norm(next[4] - places[4]) == 0);
}

TEST_CASE("In pictures twice as large the steps are twice as long") {
  Acceleration small, large({}, 2);
  MarkerPositions place{}, twice{};
  for (int n = 0; n < 6; ++n) {
    MarkerPositions answer{}, twice_answer{};
    for (std::size_t m = 0; m < answer.size(); ++m) {
      answer[m] = Pixel{30.0 + 2.0 * static_cast<double>(m), 40} + (place[m] - Pixel{9, 4}) * 0.9;
      twice_answer[m] = answer[m] * 2.0;
    }
    place = small.next(place, answer);
    twice = large.next(twice, twice_answer);
    for (std::size_t m = 0; m < place.size(); ++m) CHECK(norm(twice[m] - place[m] * 2.0) < 1e-6);
  }
}
