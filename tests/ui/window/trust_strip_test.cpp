#include "ui/window/trust_strip.h"

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "tests/ui/scans.h"
#include "tests/ui/window.h"
#include "ui/import/import_dialog.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

/// A window without questions, so that a doubtful scan is opened as it is.
std::unique_ptr<TestWindow> window_with(const QString& scan) {
  auto test = std::make_unique<TestWindow>(shipped_networks(), shipped_bodies());
  test->app.engine.ask_about_scans({});
  test->start(scan);
  REQUIRE(test->at_rest());
  return test;
}

TrustStrip& strip(TestWindow& test) {
  return *test.window.findChild<TrustStrip*>();
}

QList<QWidget*> rows(TestWindow& test) {
  return strip(test).findChildren<QWidget*>("doubtful_remark") +
         strip(test).findChildren<QWidget*>("noted_remark");
}

bool tells(TestWindow& test, const char* code) {
  const auto& warnings = test.app.engine.result()->warnings;
  return std::ranges::any_of(warnings, [code](const Remark& remark) { return remark.code == code; });
}

void click(QWidget* widget) {
  REQUIRE(widget != nullptr);
  QTest::mouseClick(widget, Qt::LeftButton);
  QTest::qWait(10);
}

}  // namespace

TEST_CASE("A body that leaves no doubt has no strip") {
  const auto test = settled_window();
  CHECK(test->app.engine.result()->warnings.empty());
  CHECK_FALSE(strip(*test).isVisible());
}

TEST_CASE("An unknown front is told in a sentence, and a button turns the body as one undo step") {
  const QTemporaryDir folder;
  const auto test = window_with(front_unknown(folder));
  REQUIRE(tells(*test, "front.doubtful"));
  REQUIRE(strip(*test).isVisible());
  auto* row = strip(*test).findChild<QWidget*>("doubtful_remark");
  REQUIRE(row != nullptr);
  CHECK(row->accessibleName().startsWith("Doubtful: Feet"));
  const auto before = test->session();
  const int steps = test->steps();
  click(strip(*test).findChild<QPushButton*>("trust_turn_body"));
  REQUIRE(test->at_rest());
  CHECK(test->steps() == steps + 1);
  CHECK_FALSE(tells(*test, "front.doubtful"));
  for (const QWidget* left : rows(*test)) CHECK_FALSE(left->accessibleName().contains("Feet"));
  test->app.document.undo();
  REQUIRE(test->at_rest());
  CHECK(test->session().body == before.body);
  CHECK(tells(*test, "front.doubtful"));
}

TEST_CASE("Doubtful remarks come first, more than two collapse, and each can be dismissed for this body") {
  const QTemporaryDir folder;
  const auto test = window_with(front_unknown(folder));
  const auto count = static_cast<qsizetype>(test->app.engine.result()->warnings.size());
  REQUIRE(count >= 3);
  REQUIRE(rows(*test).size() == 2);
  CHECK(rows(*test).front()->objectName() == "doubtful_remark");
  auto* more = strip(*test).findChild<QToolButton*>("more_remarks");
  REQUIRE(more != nullptr);
  CHECK(more->text() == QString("and %1 more").arg(count - 2));
  more->setFocus();
  QTest::keyClick(more, Qt::Key_Space);
  QTest::qWait(10);
  CHECK(rows(*test).size() == count);
  for (qsizetype left = count; left > 0; --left) {
    REQUIRE(rows(*test).size() == left);
    click(strip(*test).findChild<QToolButton*>("dismiss_remark"));
    // Few enough do not collapse.
  }
  CHECK_FALSE(strip(*test).isVisible());
  CHECK(test->session().view.dismissed.size() == static_cast<std::size_t>(count));
  set_pinned(test->app, 3, true);
  REQUIRE(test->at_rest());
  CHECK_FALSE(strip(*test).isVisible());
}

TEST_CASE("What was dismissed for one body is told of another") {
  const QTemporaryDir folder, other;
  const auto test = window_with(front_unknown(folder));
  while (auto* button = strip(*test).findChild<QToolButton*>("dismiss_remark")) click(button);
  test->app.engine.open(front_unknown(other).toStdString());
  REQUIRE(test->at_rest());
  CHECK(strip(*test).isVisible());
  choose_person(test->app, bodies::built_in_people().front());
  REQUIRE(test->at_rest());
  CHECK_FALSE(strip(*test).isVisible());
}
