#include <QAction>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "core/bodies/built_in_person.h"
#include "core/io/mesh_file.h"
#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::ui;

TEST_CASE("A scan whose front was mistaken is turned round by the menu, and undo turns it back") {
  const QTemporaryDir folder;
  const QString path = folder.filePath("somebody.ply");
  io::write_ply(path.toStdString(), bodies::built_in_person());
  const auto test = settled_window(shipped_bodies(), path);
  const auto back = [&] { return test->body().scan.to_patient.m[1]; };
  const auto before = back();
  test->press_and_move(static_cast<int>(Marker::kLiverTop), {8, 0});
  test->release(static_cast<int>(Marker::kLiverTop));
  const int steps = test->steps();
  QAction& turn = *test->window.findChild<QAction*>("turn_body");
  REQUIRE(turn.isEnabled());
  turn.trigger();
  REQUIRE(test->at_rest());
  CHECK(test->steps() == steps + 1);
  for (int column = 0; column < 3; ++column) CHECK(back()[column] == Approx(-before[column]).margin(1e-6));
  CHECK_FALSE(any_pinned(test->session()));  // the pin was set on the other side
  test->app.document.undo();
  REQUIRE(test->at_rest());
  CHECK(back() == before);
  CHECK(any_pinned(test->session()));
}

TEST_CASE("A body made to measure cannot be turned round") {
  const auto test = settled_window();
  CHECK_FALSE(test->window.findChild<QAction*>("turn_body")->isEnabled());
}
