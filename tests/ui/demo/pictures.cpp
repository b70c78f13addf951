// No test: makes pictures of the stand's states, each reached by real events: two for the help pages, as
// packaging/pictures asks; and of all scenes, on the whole screen: test_ui "[stand-pictures]", with
// SKIAGRAPH_PICTURES (a folder) and SKIAGRAPH_PICTURES_LANGUAGE.
#include <QDir>
#include <catch2/catch.hpp>

#include "core/base/environment.h"
#include "tests/ui/album.h"
#include "tests/ui/demo/stand.h"
#include "ui/text/language.h"
#include "ui/window/theme.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

/// Until the X-ray has followed what moves.
void drafts_follow(TestStand& stand) {
  constexpr int kTimes = 3, kDraftMs = 800;
  for (int n = 0; n < kTimes; ++n) {
    stand.pass(0.2);
    QTest::qWait(kDraftMs);
  }
}

}  // namespace

TEST_CASE("Pictures of the stand for the help pages", "[.pictures]") {
  if (environment_variable("SKIAGRAPH_PICTURES_THEME") == "dark") return;  // it is dark in every theme
  const Album album(Theme::kDark);
  TestStand stand(shipped_networks(), shipped_bodies(), {960, 600});
  REQUIRE(stand.person_comes());
  REQUIRE(stand.edit_goes_on(demo_script().front().edit.way_seconds));
  drafts_follow(stand);
  album.add(stand.window, "stand-plays");
  QTest::keyClick(&stand.window, Qt::Key_A);
  REQUIRE(stand.at_rest());
  QTest::mouseClick(&stand.part<QPushButton>("stand_what"), Qt::LeftButton);
  album.add(stand.window, "stand-what");
}

TEST_CASE("Pictures of the stand", "[.stand-pictures]") {
  const auto wanted = [](const char* variable, const char* otherwise) {
    return QString::fromStdString(environment_variable(variable).value_or(otherwise));
  };
  const QString folder = wanted("SKIAGRAPH_PICTURES", ""),
                language = wanted("SKIAGRAPH_PICTURES_LANGUAGE", "en");
  REQUIRE_FALSE(folder.isEmpty());  // never where somebody happens to be
  start_application();
  install_language(*qApp, language);
  apply_theme(*qobject_cast<QApplication*>(qApp), Theme::kDark);
  REQUIRE(QDir().mkpath(folder));
  TestStand stand;
  stand.window.fill_screen();
  QTest::qWait(200);
  const auto add = [&](const QString& name) {
    stand.window.body_view().catch_up();
    QTest::qWait(100);
    const QString size = QStringLiteral("%1x%2").arg(stand.window.width()).arg(stand.window.height());
    REQUIRE(
        stand.window.grab().save(QStringLiteral("%1/stand-%2-%3-%4.png").arg(folder, name, language, size)));
  };
  for (const DemoScene& scene : demo_script()) {
    REQUIRE(stand.person_comes());
    stand.pass(2);
    add(QString::fromUtf8(scene.person.data(), static_cast<qsizetype>(scene.person.size())) + "-told");
    REQUIRE(stand.edit_goes_on(scene.edit.way_seconds));
    drafts_follow(stand);
    add(QString::fromUtf8(scene.person.data(), static_cast<qsizetype>(scene.person.size())) + "-edit");
    stand.pass(scene.edit.seconds());
    stand.pass(1);
  }
  REQUIRE(stand.person_comes());
  stand.pass(2);
  QTest::keyClick(&stand.window, Qt::Key_A);
  REQUIRE(stand.at_rest());
  add("visiting");
  XrayView& view = stand.window.xray_view();
  const QPoint at = view.geometry_now().to_pane(stand.marker(Marker::kLiverTop)).toPoint();
  QTest::mousePress(&view, Qt::LeftButton, {}, at);
  QTest::mouseMove(&view, at + QPoint(0, 50));
  QTest::qWait(800);
  add("dragging");
  QTest::mouseRelease(&view, Qt::LeftButton, {}, at + QPoint(0, 50));
  QTest::mouseClick(&stand.part<QPushButton>("stand_what"), Qt::LeftButton);
  add("what");
}
