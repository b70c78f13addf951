#include "core/scan_range/plan.h"

#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::scan_range;

namespace {

Proposal proposal() {
  return {{1400, 20, Marker::kLungTopLeft}, {1100, 30, Marker::kKidneyCentreLeft}, {-180, 190}};
}

}  // namespace

TEST_CASE("What the hand did not move is where the proposal has it, and follows it") {
  Plan plan;
  CHECK(plan.automatic());
  CHECK(plan.covers_95());
  CHECK(planned(plan, proposal()) == Box{1400, 1100, -180, 190});
  plan.top_mm = 1350;
  CHECK_FALSE(plan.automatic());
  CHECK_FALSE(plan.covers_95());
  Proposal moved = proposal();
  moved.top.z_mm = 1420, moved.bottom.z_mm = 1080;
  CHECK(planned(plan, moved) == Box{1350, 1080, -180, 190});
  reset(plan);
  CHECK(plan == Plan{});
}

TEST_CASE("Moved sides promise what automatic ends promise; a margin of one's own promises nothing") {
  Plan plan;
  plan.left_mm = 150;
  CHECK(plan.covers_95());
  plan.margin_mm = 10;
  CHECK_FALSE(plan.covers_95());
}

TEST_CASE("A line stops before the opposite one, and markers that go past a moved line do not turn the box") {
  Plan plan;
  const Box box = planned(plan, proposal());
  move_line(plan, box, Line::kTop, 900);
  CHECK(planned(plan, proposal()).length_mm() == kLeastLengthMm);
  CHECK(planned(plan, proposal()).bottom_mm == 1100);
  Proposal low = proposal();
  low.bottom.z_mm = 1200;  // above the top that was moved to 1110
  CHECK(planned(plan, low).length_mm() == kLeastLengthMm);
  CHECK(planned(plan, low).top_mm == 1110);

  plan = {};
  move_line(plan, box, Line::kBottom, 1300);
  low.top.z_mm = 1250;
  CHECK(planned(plan, low).bottom_mm == 1300);
  CHECK(planned(plan, low).length_mm() == kLeastLengthMm);

  plan = {};
  move_line(plan, box, Line::kRight, 500);
  CHECK(planned(plan, proposal()).width_mm() == kLeastLengthMm);
  plan = {};
  move_line(plan, box, Line::kLeft, -500);
  CHECK(planned(plan, proposal()).width_mm() == kLeastLengthMm);
  CHECK(planned(plan, proposal()).right_mm == -180);
}

TEST_CASE("Each line is moved by itself, and the whole box keeps its size") {
  Plan plan;
  const Box box = planned(plan, proposal());
  for (const Line line : kLines) {
    Plan one;
    move_line(one, box, line, line_mm(box, line) + 5);
    const Box now = planned(one, proposal());
    for (const Line other : kLines)
      CHECK(line_mm(now, other) == line_mm(box, other) + (other == line ? 5 : 0));
  }
  move_box(plan, box, 25, 0);
  CHECK(planned(plan, proposal()) == Box{1425, 1125, -180, 190});
  CHECK_FALSE(plan.left_mm);  // still automatic
  move_box(plan, planned(plan, proposal()), 0, -15);
  CHECK(planned(plan, proposal()) == Box{1425, 1125, -195, 175});
}

TEST_CASE("A plan that could not have been made is not usable") {
  Plan plan;
  CHECK(is_usable(plan));
  plan.margin_mm = -1;
  CHECK_FALSE(is_usable(plan));
  plan.margin_mm = kMostMarginMm + 1;
  CHECK_FALSE(is_usable(plan));
  plan = {};
  plan.top_mm = 1000, plan.bottom_mm = 1200;
  CHECK_FALSE(is_usable(plan));
  plan = {};
  plan.left_mm = -200, plan.right_mm = 100;
  CHECK_FALSE(is_usable(plan));
}
