#include "core/applications/anomalies/ranking.h"

#include <catch2/catch.hpp>

using namespace skiagraph::applications;

TEST_CASE("Areas under the curves are those of the definition") {
  // Pairs in order: 3 of 4. Precision at the two hits: 1 and 2/3.
  const Ranking mixed = ranking({5, 2}, {3, 1});
  CHECK(mixed.roc_area == Approx(0.75));
  CHECK(mixed.pr_area == Approx((1 + 2.0 / 3) / 2));
  CHECK(ranking({2, 3}, {0, 1}).roc_area == Approx(1));
  CHECK(ranking({1, 1}, {1, 1}).roc_area == Approx(0.5));
  CHECK(ranking({}, {1}).roc_area == Approx(0.5));
}

TEST_CASE("Counts of many scores give the same areas") {
  ScoreCounts counts(10);
  for (const double score : {5.0, 2.0}) counts.add(score, true);
  for (const double score : {3.0, 1.0}) counts.add(score, false);
  CHECK(counts.ranking().roc_area == Approx(0.75));
  CHECK(counts.ranking().pr_area == Approx((1 + 2.0 / 3) / 2));
}
