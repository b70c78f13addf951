#include <QAction>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTimer>
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ui/window.h"
#include "ui/window/about_dialog.h"
#include "ui/window/help_window.h"

using namespace skiagraph::ui;

TEST_CASE("F1 explains what has the focus") {
  const auto test = settled_window();
  test->window.activateWindow();
  test->window.xray_view().setFocus();
  test->window.findChild<QAction*>("help")->trigger();
  auto* help = test->window.findChild<HelpWindow*>();
  REQUIRE(help != nullptr);
  REQUIRE(QTest::qWaitForWindowExposed(help));
  CHECK(help->shown_page().endsWith("window.md"));
  help->show_topic(help_topic(&test->window.xray_view()));
  CHECK(help->first_line() == "The X-ray");
}

TEST_CASE("The page that is shown is marked in the list, and its pictures are no wider than it") {
  const auto test = settled_window();
  HelpWindow help;
  const auto pages = help_pages();
  const auto number_of = [&](const QString& file) {
    return static_cast<int>(std::ranges::find(pages, file, &HelpPage::file) - pages.begin());
  };
  help.show_topic({"first_steps.md", {}});
  REQUIRE(QTest::qWaitForWindowExposed(&help));
  CHECK(help.chosen_page() == number_of("first_steps.md"));
  CHECK_FALSE(help.text().horizontalScrollBar()->isVisible());
  help.show_topic({"training.md", {}});
  CHECK(help.chosen_page() == number_of("training.md"));
  help.resize(700, 500);
  CHECK(QTest::qWaitFor([&] { return !help.text().horizontalScrollBar()->isVisible(); }, kPatienceMs));
}

TEST_CASE("Every page of the help is there, and every topic has its heading") {
  const auto test = settled_window();
  for (const HelpPage& page : help_pages()) {
    INFO(page.file.toStdString());
    QFile file(":/help/" + page.file);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().startsWith("# "));
  }
  for (const QWidget* widget : test->window.findChildren<QWidget*>()) {
    const HelpTopic topic = help_topic(widget);
    INFO(topic.heading.toStdString());
    QFile page(":/help/" + topic.page);
    REQUIRE(page.open(QIODevice::ReadOnly));
    if (!topic.heading.isEmpty())
      CHECK(QString::fromUtf8(page.readAll()).contains("\n## " + topic.heading + "\n"));
  }
}

TEST_CASE("Links and pictures of the help lead somewhere") {
  const QDir pages(":/help");
  int links = 0;
  for (const QString& name : pages.entryList({"*.md"})) {
    QFile file(pages.filePath(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression kTarget("\\]\\(([^)#:]+)[)#]");
    for (auto found = kTarget.globalMatch(text); found.hasNext(); ++links) {
      const QString target = found.next().captured(1);
      if (name == "pictures.md" && target.contains("-dark")) continue;  // on the web alone
      if (target.contains("-200.")) continue;
      if (target.startsWith("../")) continue;  // the sources
      INFO(name.toStdString() << " -> " << target.toStdString());
      CHECK(QFile::exists(pages.filePath(target)));
    }
  }
  CHECK(links > 50);
}

TEST_CASE("A page for each task is one step from the contents, in the person's language") {
  QFile contents(":/help/index.de.md");
  REQUIRE(contents.open(QIODevice::ReadOnly));
  const QString text = QString::fromUtf8(contents.readAll());
  for (const char* page : {"technician", "clinician", "first_steps", "limits"})
    CHECK(text.contains(QStringLiteral("(%1.de.md)").arg(page)));
  const auto all = help_pages();
  REQUIRE_FALSE(all.empty());
  CHECK(all.front().file.startsWith("index."));
}

TEST_CASE("About names the version, the networks, the licence and the models' card") {
  const auto test = settled_window();
  QStringList texts;
  QTimer::singleShot(100, &test->window, [&] {
    auto* about = test->window.findChild<AboutDialog*>();
    for (auto* tab : about->findChildren<QTextBrowser*>()) texts << tab->toPlainText();
    about->reject();
  });
  test->window.findChild<QAction*>("about")->trigger();
  const QString all = texts.join("\n");
  CHECK(all.contains("not a medical device"));
  CHECK(all.contains(test->app.engine.model()));
  CHECK(all.contains("Apache License"));
  CHECK(all.contains("Model card"));
}
