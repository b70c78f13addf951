#include "ui/app/view_settings.h"

#include <QSettings>
#include <QTest>
#include <catch2/catch.hpp>
#include <limits>

#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

/// Nobody's settings yet.
void forget() {
  start_application();
  QSettings().clear();
}

}  // namespace

TEST_CASE("The first start has the usual window; later ones that of the end of the last") {
  forget();
  CHECK(remembered_view() == session::View{});
  session::View view;
  view.window_level = {0.41, 0.2};
  view.margins = true;
  view.all_labels = false;
  remember_view(view);
  CHECK(remembered_view() == view);
  AppParts parts(shipped_networks(), shipped_bodies(), {}, remembered_view());
  CHECK(parts.app().document.session().view == view);
  CHECK(parts.app().document.history().count() == 0);
  forget();
}

TEST_CASE("Zoom, camera and comparison are not remembered, and nonsense in the settings is not used") {
  forget();
  session::View view;
  view.xray = {9, {1, 2}};
  view.comparison.mode = session::ComparisonMode::kSplit;
  remember_view(view);
  CHECK(remembered_view() == session::View{});
  for (const double width : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
    view.window_level.width = width;
    remember_view(view);
    CHECK(remembered_view().window_level == imaging::kDefaultWindowLevel);
  }
  forget();
}

TEST_CASE("The view is remembered while the program runs, so that a crash forgets nothing") {
  forget();
  AppParts parts(shipped_networks(), shipped_bodies(), {}, {});
  Document& document = parts.app().document;
  const ViewMemory memory(document);
  document.set_view([](session::View& view) { view.margins = true; });
  CHECK_FALSE(remembered_view().margins);
  CHECK(QTest::qWaitFor([] { return remembered_view().margins; }, kPatienceMs));
  forget();
}
