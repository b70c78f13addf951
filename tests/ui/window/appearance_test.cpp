#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLibraryInfo>
#include <QMenu>
#include <QSettings>
#include <QTranslator>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <utility>

#include "tests/ui/window.h"
#include "ui/app/preferences.h"
#include "ui/commands/command.h"
#include "ui/text/language.h"
#include "ui/window/layout_memory.h"
#include "ui/window/theme.h"

using namespace skiagraph::ui;

namespace {

int window_lightness() {
  return QApplication::palette().color(QPalette::Window).lightness();
}

QAction& choice(TestWindow& test, const char* menu, int number) {
  return *test.window.findChild<QAction*>(menu)->menu()->actions()[number];
}

}  // namespace

TEST_CASE("A theme takes effect at once and is remembered") {
  const auto test = settled_window();
  choice(*test, "theme", 1).trigger();
  CHECK(window_lightness() > 200);
  CHECK(preferred_theme() == Theme::kLight);
  choice(*test, "theme", 2).trigger();
  CHECK(window_lightness() < 60);
  CHECK(preferred_theme() == Theme::kDark);
  CHECK(choice(*test, "theme", 2).isChecked());
  CHECK_FALSE(choice(*test, "theme", 1).isChecked());
}

TEST_CASE("A preference that is none of today's is the desktop's") {
  start_application();
  QSettings().setValue("theme", "purple");
  CHECK(preferred_theme() == Theme::kDesktop);
}

TEST_CASE("Size and docks of the window come back at the next start, and can be reset") {
  const QSize asked(1111, 777);
  {
    TestWindow test(no_networks(), shipped_bodies());
    test.start();
    test.window.resize(asked);
    test.window.findChild<QDockWidget*>("markers")->hide();
    test.window.close();
  }
  TestWindow test(no_networks(), shipped_bodies());
  test.start();
  CHECK(test.window.size() == asked);
  CHECK(test.window.findChild<QDockWidget*>("markers")->isHidden());
  test.window.findChild<QAction*>("reset_layout")->trigger();
  CHECK_FALSE(test.window.findChild<QDockWidget*>("markers")->isHidden());
  test.window.close();
  QSettings().clear();
}

TEST_CASE("No two commands of a menu have one access key, in English or German") {
  start_application();
  QTranslator german;
  REQUIRE(german.load(QLocale("de"), "skiagraph", "_", ":/translations"));
  for (const bool translated : {false, true}) {
    std::set<std::pair<std::string, QChar>> taken;
    for (const Command& command : command_table()) {
      const QString own = german.translate("Commands", command.text);
      const QString text = translated ? own : QString::fromUtf8(command.text);
      CAPTURE(command.id, text.toStdString());
      const qsizetype mark = text.indexOf('&');
      if (mark >= 0) CHECK(taken.insert({command.menu, text[mark + 1].toLower()}).second);
    }
  }
}

TEST_CASE("German is installed with the program's own texts and Qt's") {
  start_application();
  QTranslator own, qt;
  REQUIRE(own.load(QLocale("de"), "skiagraph", "_", ":/translations"));
  CHECK(own.translate("Commands", "&Undo") == QStringLiteral("&Rückgängig"));
  CHECK_FALSE(own.translate("Markers", "Liver top").isEmpty());
  CHECK(qt.load(QLocale("de"), "qtbase", "_", QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
}
