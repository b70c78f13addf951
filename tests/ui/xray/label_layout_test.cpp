#include "ui/xray/label_layout.h"

#include <QLineF>
#include <algorithm>
#include <catch2/catch.hpp>

using namespace skiagraph::ui;

namespace {

const QRectF kArea(30, 0, 320, 560);

Label label(double x, double y, double width = 100, bool left = false) {
  return {{x, y}, {width, 14}, left};
}

void check_apart(const std::vector<Label>& labels, const std::vector<LabelPlace>& places) {
  REQUIRE(places.size() == labels.size());
  for (std::size_t a = 0; a < places.size(); ++a) {
    CHECK(kArea.contains(places[a].box));
    for (std::size_t b = 0; b < places.size(); ++b) {
      if (a != b) CHECK_FALSE(places[a].box.intersects(places[b].box));
      CHECK_FALSE(places[a].box.contains(labels[b].dot));
    }
  }
}

}  // namespace

TEST_CASE("A name with room stands beside its dot, on the side where it wants to be") {
  const std::vector<Label> labels{label(180, 100), label(180, 300, 100, true)};
  const auto places = place_labels(labels, kArea);
  check_apart(labels, places);
  CHECK(places[0].box.left() > 180);
  CHECK(places[1].box.right() < 180);
  for (std::size_t n = 0; n < 2; ++n) {
    CHECK(places[n].box.center().y() == Approx(labels[n].dot.y()));
    CHECK_FALSE(places[n].needs_leader);
  }
}

TEST_CASE("Names of dots that lie close together stand apart, the far ones with a line to their dots") {
  std::vector<Label> labels;
  for (int n = 0; n < 8; ++n) labels.push_back(label(180 + n % 3, 200 + 3 * n));
  const auto places = place_labels(labels, kArea);
  check_apart(labels, places);
  CHECK(std::ranges::any_of(places, &LabelPlace::needs_leader));
  for (std::size_t n = 0; n < places.size(); ++n)
    CHECK(places[n].needs_leader ==
          (QLineF(labels[n].dot, nearest_point(places[n].box, labels[n].dot)).length() > 13));
}

TEST_CASE("A name at the edge of the pane changes sides, and in a corner it stays within the pane") {
  const std::vector<Label> labels{label(330, 200), label(40, 300, 100, true), label(345, 2), label(35, 558)};
  check_apart(labels, place_labels(labels, kArea));
}

TEST_CASE("The same dots have the same places, and one far away changes nothing") {
  std::vector<Label> labels;
  for (int n = 0; n < 6; ++n) labels.push_back(label(150 + 10 * n, 100 + 8 * n, 90, n % 2 == 0));
  const auto places = place_labels(labels, kArea);
  labels.push_back(label(180, 500));
  const auto again = place_labels(labels, kArea);
  for (std::size_t n = 0; n < places.size(); ++n) CHECK(again[n].box == places[n].box);
}

TEST_CASE("A name that is wider than the pane is still somewhere") {
  const auto places = place_labels({label(100, 100, 900)}, kArea);
  CHECK(places[0].box.intersects(kArea));
}
