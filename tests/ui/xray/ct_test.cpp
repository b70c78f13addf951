#include <QDialog>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QSlider>
#include <QToolButton>
#include <catch2/catch.hpp>

#include "core/session/session_json.h"
#include "tests/ui/scans.h"
#include "tests/ui/window.h"
#include "ui/xray/ct/ct_image.h"
#include "ui/xray/ct/ct_picture.h"
#include "ui/xray/ct/wipe_tool.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

/// A trunk on a couch, without levels of its own.
session::ScanSource trunk() {
  session::ScanSource source{test_case("ct/base_nifti.nii.gz").toStdString(), {}, {}, session::CtSettings{}};
  source.overrides.neck_level_mm = 300;
  source.overrides.symphysis_level_mm = -240;
  return source;
}

std::unique_ptr<TestWindow> window_with_ct() {
  auto test = settled_window();
  test->app.document.edit("Open CT", [](session::Session& session) { session.body = trunk(); });
  REQUIRE(test->at_rest());
  REQUIRE(test->body().ct != nullptr);
  return test;
}

void run(TestWindow& test, const char* command) {
  auto* action = test.window.findChild<QAction*>(command);
  REQUIRE(action->isEnabled());
  action->trigger();
  QTest::qWait(20);
}

QImage xray_pane(TestWindow& test) {
  return test.window.xray_view().grab().toImage();
}

/// A place that the CT covers, and one that it does not.
Pixel place(const TestWindow& test, bool covered) {
  const imaging::CtXray& ct = *test.body().ct;
  const auto& frame = ct.image.frame;
  for (int row = 0; row < frame.rows; ++row) {
    const auto column = static_cast<int>(frame.centre_column);
    const auto n = static_cast<std::size_t>(row) * frame.columns + column;
    if ((ct.covered[n] != 0) == covered && (!covered || ct.image.pixels[n] > 0.1))
      return {row + (covered ? 10.0 : 0.0), static_cast<double>(column)};
  }
  FAIL();
  return {};
}

}  // namespace

TEST_CASE("A CT's own X-ray stands beside the predicted one, and goes with another body") {
  const auto test = window_with_ct();
  auto* picture = test->window.findChild<CtPicture*>();
  CHECK(picture->isVisible());
  CHECK(picture->height() == test->window.xray_view().height());
  CHECK(test->window.findChild<QLabel*>("ct_words")->text().contains("%"));
  run(*test, "ct_hidden");
  CHECK_FALSE(picture->isVisible());
  choose_person(test->app, bodies::built_in_people().front());
  REQUIRE(test->at_rest());
  CHECK_FALSE(test->window.findChild<QWidget*>("ct_bar")->isVisible());
  CHECK_FALSE(test->window.findChild<QAction*>("ct_wipe")->isEnabled());
}

TEST_CASE(
    "The wipe shows the prediction to its left and the CT to its right, and is moved by slider and mouse") {
  const auto test = window_with_ct();
  run(*test, "ct_wipe");
  XrayView& view = test->window.xray_view();
  test->app.document.set_view([](session::View& v) { v.wipe = 1; });
  const QImage predicted = xray_pane(*test);
  test->app.document.set_view([](session::View& v) { v.wipe = 0.5; });
  const QImage half = xray_pane(*test);
  const int middle = view.height() / 2;
  int left = 0, right = 0;
  for (int row = 40; row < view.height() - 40; ++row)
    for (int column = 0; column < view.width(); ++column) {
      if (std::abs(column - view.width() / 2) < 70) continue;  // names and handle
      const bool same = half.pixel(column, row) == predicted.pixel(column, row);
      (column < view.width() / 2 ? left : right) += same ? 0 : 1;
    }
  CHECK(left == 0);
  CHECK(right > 1000);
  const QPoint from(static_cast<int>(wipe_x(test->session().view, view.width())), middle / 3),
      to(view.width() / 4, middle / 3);
  const auto pins = test->session().pins;
  QTest::mousePress(&view, Qt::LeftButton, {}, from);
  QTest::mouseMove(&view, to);
  QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
  CHECK(test->session().view.wipe == Approx(0.25).margin(0.02));
  CHECK(test->session().pins == pins);
  auto* slider = test->window.findChild<QSlider*>("wipe");
  CHECK(slider->isVisible());
  slider->setFocus();
  const double before = test->session().view.wipe;
  QTest::keyClick(slider, Qt::Key_Right);
  CHECK(test->session().view.wipe > before);
}

TEST_CASE("What a CT does not cover is hatched and never looks like air") {
  const auto test = window_with_ct();
  const imaging::CtXray& ct = *test->body().ct;
  const QImage image = ct_image(ct, imaging::kDefaultWindowLevel);
  const Pixel known = place(*test, true), unknown = place(*test, false);
  CHECK(qAlpha(image.pixel(static_cast<int>(known.column), static_cast<int>(known.row))) == 255);
  CHECK(qAlpha(image.pixel(static_cast<int>(unknown.column), static_cast<int>(unknown.row))) == 0);
  auto* picture = test->window.findChild<CtPicture*>();
  const QImage shown = picture->grab().toImage();
  const XrayGeometry geometry(test->app.engine.frame(), picture->size(), test->session().view.xray);
  const QPoint at = geometry.to_pane(Pixel{unknown.row + 12, unknown.column}).toPoint();
  std::set<QRgb> colours;
  for (int n = 0; n < 16; ++n) colours.insert(shown.pixel(at + QPoint(n, 0)));
  CHECK(colours.size() > 1);
  CHECK_FALSE(colours.contains(qRgb(0, 0, 0)));
}

TEST_CASE("The difference is orange where the prediction is too white and blue where it is too dark") {
  imaging::XrayImage predicted{{2, 2, 0, 1, 0}, {0.5F, 0.3F, 0.3F, 0.9F}};
  const imaging::CtXray truth{{predicted.frame, {0.3F, 0.5F, 0.3F, 0.1F}}, {1, 1, 1, 0}};
  const QImage image = difference_image(predicted, truth);
  CHECK(qRed(image.pixel(0, 0)) > 2 * qBlue(image.pixel(0, 0)));
  CHECK(qBlue(image.pixel(1, 0)) > 2 * qRed(image.pixel(1, 0)));
  CHECK(qRed(image.pixel(0, 1)) == qBlue(image.pixel(0, 1)));
  CHECK(qAlpha(image.pixel(1, 1)) == 0);
  CHECK(mean_difference(predicted, truth) == Approx(0.4 / 3));
}

TEST_CASE("A dropped CT is read as one; it asks for what it does not show") {
  const auto test = settled_window();
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(test_case("ct/base_nifti.nii.gz"))});
  QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
  QApplication::sendEvent(&test->window, &enter);
  REQUIRE(enter.isAccepted());
  QDropEvent event({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
  QApplication::sendEvent(&test->window, &event);
  CHECK(QTest::qWaitFor([&] { return test->window.findChild<QDialog*>("import_dialog") != nullptr; },
                        kPatienceMs));
  CHECK(test->window.message() == "");
}

TEST_CASE("A session holds a CT, its settings and how it is compared") {
  const auto test = window_with_ct();
  run(*test, "ct_difference");
  const std::string text = session::to_json_text(test->session());
  const session::Session again = session::from_json_text(text, "a.skiagraph").session;
  CHECK(again == test->session());
  CHECK(again.view.ct == session::CtView::kDifference);
}
