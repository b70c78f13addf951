// No test: makes the pictures of the help pages, as packaging/pictures asks. Each is a state of the real
// window, reached by real events.
#include <QTabWidget>
#include <catch2/catch.hpp>

#include "tests/ui/album.h"
#include "tests/ui/film.h"
#include "tests/ui/scans.h"
#include "tests/ui/window.h"
#include "ui/app/range_edits.h"
#include "ui/app/xray_edits.h"
#include "ui/import/import_dialog.h"
#include "ui/text/file_text.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

std::unique_ptr<TestWindow> window_of_album() {
  auto test = std::make_unique<TestWindow>(shipped_networks(), shipped_bodies());
  test->window.resize(1200, 760);
  test->start();
  REQUIRE(test->at_rest());
  return test;
}

void run(TestWindow& test, const char* command) {
  auto* action = test.window.findChild<QAction*>(command);
  REQUIRE(action->isEnabled());
  action->trigger();
  QTest::qWait(50);
}

void drag_down(TestWindow& test, Marker marker, double px) {
  const auto index = static_cast<int>(marker);
  test.press_and_move(index, {px, 0});
  constexpr int kDraftsMs = 600;  // pictures follow the hand
  QTest::qWait(kDraftsMs);
}

void tab(TestWindow& test, int index) {
  test.window.findChild<QTabWidget*>("tabs")->setCurrentIndex(index);
}

/// Two points at the bottom of the left lung, and the panel that makes training data of them.
void mark_points(TestWindow& test) {
  run(test, "annotate");
  const Pixel dome = test.marker(static_cast<int>(Marker::kLiverTop)).position;
  const double middle = test.app.engine.frame().centre_column;
  for (const Pixel beside : {Pixel{4, 0}, Pixel{8, 14}})
    QTest::mouseClick(&test.window.xray_view(), Qt::LeftButton, {},
                      test.in_pane({dome.row + beside.row, 2 * middle - dome.column + beside.column}));
  run(test, "annotate");
  tab(test, 5);
}

/// The chest of the same person with the liver lower and something dense in the left lung, as a film.
void lay_film_on(TestWindow& test) {
  const QTemporaryDir folder;
  const auto film = to_path(folder.filePath("chest.png"));
  const int fold = test.app.engine.frame().rows / 256;
  const double mm = test.body().surface->placement.mm_per_px();
  const auto liver = static_cast<std::size_t>(Marker::kLiverTop);
  test.app.document.edit("Lower", [&](session::Session& session) {
    session.pins[liver] = test.marker(static_cast<int>(liver)).position + Pixel{15 / mm, 0};
  });
  REQUIRE(test.at_rest());
  const Pixel carina = test.marker(static_cast<int>(Marker::kCarina)).position;
  write_film(film, test.app.engine.result()->xray, 50 * fold, 140 * fold,
             Disc{carina + Pixel{12.0 * fold, 28.0 * fold}, 6.0 * fold});
  test.app.document.undo();
  test.app.engine.open_xray(film);
  REQUIRE(QTest::qWaitFor([&] { return has_partial_xray(test.app); }, kPatienceMs));
  set_xray_spacing(test.app, mm);
  REQUIRE(test.at_rest());
}

}  // namespace

TEST_CASE("Pictures of the help pages", "[.pictures]") {
  const Album album;
  {
    const auto test = window_of_album();
    album.add(test->window, "start");
    run(*test, "margins");
    album.add(test->window, "margins");
    run(*test, "margins");
    drag_down(*test, Marker::kLiverTop, 9);
    album.add(test->window, "drag");
    test->release(static_cast<int>(Marker::kLiverTop));
    REQUIRE(test->at_rest());
    run(*test, "compare_split");
    album.add(test->window, "split");
    run(*test, "compare_difference");
    tab(*test, 6);
    album.add(test->window, "difference");
    run(*test, "compare_difference");
    plan_range(test->app, scan_range::Region::kChest);
    REQUIRE(test->at_rest());
    tab(*test, 2);
    album.add(test->window, "range");
    test->app.document.undo();
    mark_points(*test);
    album.add(test->window, "points");
    tab(*test, 1);
    run(*test, "left");
    album.add(test->window, "sizes");
  }
  {
    const auto test = window_of_album();
    lay_film_on(*test);
    tab(*test, 3);
    album.add(test->window, "completion");
    tab(*test, 4);
    run(*test, "ct_hidden");
    run(*test, "anomalies");
    album.add(test->window, "anomalies");
  }
  {
    const auto test = window_of_album();
    session::ScanSource source{
        test_case("ct/base_nifti.nii.gz").toStdString(), {}, {}, session::CtSettings{}};
    source.overrides.neck_level_mm = 300;
    source.overrides.symphysis_level_mm = -240;
    test->app.document.edit("Open CT", [&](session::Session& session) { session.body = source; });
    REQUIRE(test->at_rest());
    run(*test, "ct_beside");
    album.add(test->window, "ct");
  }
  {
    const QTemporaryDir folder;
    const auto test = window_of_album();
    test->app.engine.open(front_unknown(folder).toStdString());
    ImportDialog* dialog = nullptr;
    REQUIRE(QTest::qWaitFor(
        [&] {
          dialog = test->window.findChild<ImportDialog*>();
          return dialog != nullptr && dialog->isVisible();
        },
        kPatienceMs));
    QTest::qWait(1500);
    album.add(*dialog, "import");
    dialog->accept();
    REQUIRE(test->at_rest());
    album.add(test->window, "remarks");
  }
}
