#include "ui/app/log.h"

#include <QAction>
#include <QPlainTextEdit>
#include <catch2/catch.hpp>

#include "tests/ui/window.h"
#include "ui/window/log_window.h"

using namespace skiagraph::ui;

TEST_CASE("The log tells networks, body, rest and errors, and its window grows with it") {
  const auto test = settled_window();
  test->window.findChild<QAction*>("log")->trigger();
  auto* log = test->window.findChild<LogWindow*>();
  REQUIRE(log != nullptr);
  REQUIRE(log->isVisible());
  auto* text = log->findChild<QPlainTextEdit*>();
  CHECK(text->toPlainText().contains("Networks: "));
  CHECK(text->toPlainText().contains("Body: "));
  CHECK(text->toPlainText().contains("At rest; iterations: "));
  CHECK_FALSE(text->toPlainText().contains("error"));
  test->app.engine.open("/nowhere/nobody.ply");
  REQUIRE(test->message_comes());
  CHECK(text->toPlainText().contains("nobody.ply"));
  CHECK(text->toPlainText().contains("error"));
  test->window.findChild<QAction*>("log")->trigger();
  CHECK(test->window.findChildren<LogWindow*>().size() == 1);
}

TEST_CASE("The oldest lines of a long log go") {
  Log log;
  for (int n = 0; n < 5000; ++n) log.add(Log::Kind::kNote, QString::number(n));
  CHECK(log.lines().size() == 2000);
  CHECK(log.lines().back().text == "4999");
}
