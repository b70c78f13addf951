#include "ui/document/marker_model.h"

#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::inference;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

MarkerEstimates answer_at(double row, double column) {
  MarkerEstimates answer;
  for (std::size_t n = 0; n < answer.size(); ++n) {
    answer[n].answer = answer[n].position = {row + static_cast<double>(n), column};
    answer[n].confidence_mm = 5;
  }
  return answer;
}

}  // namespace

TEST_CASE("A dragged marker follows at once, is pinned, and one drag is one undo step") {
  MarkerModel model;
  model.reset(CanonicalFrame{});
  model.take_answer(answer_at(50, 60));
  const Pixel before = model.marker(kLiverTop).position;
  int edits_at_rest = 0;
  QObject::connect(&model, &MarkerModel::edited, [&](bool moving) { edits_at_rest += moving ? 0 : 1; });

  model.begin_drag(kLiverTop);
  for (int step = 1; step <= 5; ++step) {
    model.drag_to({before.row + step, before.column});
    CHECK(model.marker(kLiverTop).position == Pixel{before.row + step, before.column});
  }
  model.end_drag();
  CHECK(edits_at_rest == 1);
  REQUIRE(model.pins().size() == 1);
  CHECK(model.undo_stack().count() == 1);

  model.take_answer(answer_at(20, 30));
  CHECK(model.marker(kLiverTop).position == Pixel{before.row + 5, before.column});
  CHECK(model.marker(kLiverTop).answer.column == 30);
  CHECK(model.marker(0).position == Pixel{20, 30});

  model.undo_stack().undo();
  CHECK(model.pins().empty());
  model.undo_stack().redo();
  CHECK(model.marker(kLiverTop).position == Pixel{before.row + 5, before.column});
}

TEST_CASE("A cancelled drag leaves neither pin nor history") {
  MarkerModel model;
  model.reset(CanonicalFrame{});
  model.take_answer(answer_at(50, 60));
  model.begin_drag(3);
  model.drag_to({100, 100});
  model.cancel_drag();
  CHECK(model.pins().empty());
  CHECK(model.undo_stack().count() == 0);
  CHECK_FALSE(model.dragging());
}

TEST_CASE("A marker cannot be dragged out of the picture") {
  MarkerModel model;
  model.reset(CanonicalFrame{});
  model.take_answer(answer_at(50, 60));
  model.begin_drag(0);
  model.drag_to({-40, 9999});
  CHECK(model.marker(0).position == Pixel{0, 191});
}

TEST_CASE("Nothing can be edited before the first answer") {
  MarkerModel model;
  model.reset(CanonicalFrame{});
  model.begin_drag(0);
  model.nudge(0, {1, 1});
  model.set_pinned(0, true);
  CHECK_FALSE(model.dragging());
  CHECK(model.pins().empty());
}
