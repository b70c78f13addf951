#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "core/io/markers_file.h"
#include "core/io/png.h"
#include "core/io/synthetic_notice.h"
#include "tests/ui/person.h"
#include "ui/commands/commands.h"
#include "ui/commands/marker_table_data.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

QAction& action(TestWindow& test, const QString& id) {
  auto* found = test.window.findChild<QAction*>(id);
  REQUIRE(found != nullptr);
  return *found;
}

/// Numbers and texts in another language, as long as it lives.
class Language {
 public:
  explicit Language(const QLocale& locale) { QLocale::setDefault(locale); }
  Language(const Language&) = delete;
  Language& operator=(const Language&) = delete;
  ~Language() { QLocale::setDefault(before_); }

 private:
  QLocale before_;
};

}  // namespace

TEST_CASE("Every export of the menu asks for a file and writes it, with its suffix") {
  const auto test = settled_window();
  test->app.document.edit("Plan the chest", [](session::Session& session) {
    session.scan_range = scan_range::Plan{scan_range::Region::kChest, {}, {}, {}, {}, {}};
  });
  REQUIRE(test->at_rest());
  const QTemporaryDir folder;
  for (const io::ExportFormat& format : io::export_formats()) {
    const std::string name(format.name), extension(format.extension());
    CAPTURE(name);
    const QString file = QString::fromStdString(name + "." + extension);
    const Person person(folder.filePath(QString::fromStdString(name)), QMessageBox::Yes);
    QAction& item = action(*test, "export_" + QString::fromStdString(name));
    REQUIRE(item.isEnabled());
    item.trigger();
    REQUIRE(saved(*test, file));
    CHECK(QFile(folder.filePath(file)).size() > 500);
    CHECK(person.questions().isEmpty());
  }
  CHECK(QDir(folder.path()).count() == io::export_formats().size() + 2);  // with . and ..
}

TEST_CASE("What is exported is the newest edit at rest, and no draft") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  test->press_and_move(kLiverTop, {6, 0});
  QTest::qWait(100);
  write_export(test->window.commands(), io::export_format_named("xray"), folder.filePath("a.png"));
  write_export(test->window.commands(), io::export_format_named("json"), folder.filePath("b.json"));
  QTest::qWait(200);
  CHECK(QDir(folder.path()).isEmpty());
  test->release(kLiverTop);
  REQUIRE(saved(*test, "b.json"));
  const io::PngImage xray = io::read_png(folder.filePath("a.png").toStdString());
  REQUIRE(xray.values.size() == test->pixels().size());
  for (std::size_t n = 0; n < xray.values.size(); ++n)
    CHECK_FALSE(std::abs(test->pixels()[n] - xray.values[n]) > 1.0F / 65000);
  const auto file = nlohmann::json::parse(content(folder.filePath("b.json")).toStdString());
  const Result& result = *test->app.engine.result();
  CHECK(file["markers"][kLiverTop]["pinned"] == true);
  CHECK(file["markers"][kLiverTop]["px"][0].get<double>() ==
        Approx(2 * result.markers[kLiverTop].position.row + 0.5).margin(0.001));  // in the finer picture
  CHECK(file["model"] == test->app.engine.model().toStdString());
  CHECK_FALSE(file["model"].get<std::string>().empty());
  CHECK(file["loop"]["iterations"] == result.iterations);
  CHECK(file["loop"]["max_move_px"].size() == static_cast<std::size_t>(result.iterations));
  CHECK(file["scan"]["path"].is_null());  // a body made to measure
}

TEST_CASE("A file that cannot be written is told in one sentence, and what was there stays") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  QString path = "/dev/full";
  SECTION("Full disk") {}
  SECTION("No such folder") {
    path = folder.filePath("nowhere/xray.dcm");
  }
  SECTION("A folder of this name") {
    path = folder.filePath("xray.dcm");
    REQUIRE(QDir(folder.path()).mkdir("xray.dcm"));
  }
  write_export(test->window.commands(), io::export_format_named("dicom"), path);
  REQUIRE(test->message_comes());
  CHECK(test->window.message().contains(path));
  CHECK_FALSE(QFile::exists(folder.filePath("nowhere")));
}

TEST_CASE("A name with another suffix is refused, and nothing is written") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  const Person person(folder.filePath("markers.json"), QMessageBox::Ok);
  action(*test, "export_markups").trigger();
  REQUIRE(person.questions().size() == 1);
  CHECK(person.questions().front().contains(".mrk.json"));
  QTest::qWait(200);
  CHECK(QDir(folder.path()).isEmpty());
}

TEST_CASE("An export does not replace a file unasked") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  fill(folder.filePath("mine.dcm"), "work of days");
  const Person person(folder.filePath("mine.dcm"), QMessageBox::No);
  QTimer::singleShot(1000, [] {  // the person gives up
    for (QWidget* widget : QApplication::topLevelWidgets())
      if (auto* files = qobject_cast<QDialog*>(widget); files != nullptr && files->inherits("QFileDialog"))
        files->reject();
  });
  action(*test, "export_dicom").trigger();
  CHECK_FALSE(person.questions().isEmpty());
  QTest::qWait(300);
  CHECK(content(folder.filePath("mine.dcm")) == "work of days");
}

TEST_CASE("Without networks the body alone can be exported") {
  TestWindow test(no_networks(), shipped_bodies());
  test.start();
  REQUIRE(QTest::qWaitFor([&] { return test.app.engine.body() != nullptr; }, kPatienceMs));
  CHECK(action(test, "export_body").isEnabled());
  CHECK_FALSE(action(test, "export_dicom").isEnabled());
  CHECK_FALSE(action(test, "copy_xray").isEnabled());
  CHECK_FALSE(action(test, "copy_markers").isEnabled());
}

TEST_CASE("The X-ray and the window are copied as pictures") {
  const auto test = settled_window();
  QGuiApplication::clipboard()->clear();
  action(*test, "copy_xray").trigger();
  REQUIRE(saved(*test, "X-ray"));
  const QImage xray = QGuiApplication::clipboard()->image();
  CHECK(xray.height() >= 1000);
  CHECK(xray.width() * test->app.engine.frame().rows == xray.height() * test->app.engine.frame().columns);
  int white = 0;  // the notice
  for (int column = 0; column < xray.width(); ++column)
    for (int row = xray.height() - 40; row < xray.height(); ++row)
      white += qGray(xray.pixel(column, row)) > 250 ? 1 : 0;
  CHECK(white > 1000);
  action(*test, "copy_window").trigger();
  REQUIRE(saved(*test, "window"));
  CHECK(QGuiApplication::clipboard()->image().size() == test->window.size());
}

TEST_CASE("The markers are copied as a table with the numbers of the person's language") {
  const auto test = settled_window();
  const Language german(QLocale(QLocale::German, QLocale::Germany));
  action(*test, "copy_markers").trigger();
  REQUIRE(saved(*test, "table"));
  const QMimeData& data = *QGuiApplication::clipboard()->mimeData();
  REQUIRE(data.hasHtml());
  const QStringList lines = data.text().trimmed().split('\n');
  REQUIRE(lines.size() == kMarkerCount + 2);  // with titles and notice
  CHECK(lines.back() == QString::fromStdString(std::string(io::kSyntheticNotice)));
  const QStringList cells = lines[1 + kLiverTop].split('\t');
  REQUIRE(cells.size() == 6);
  CHECK(cells[0] == "Liver top");
  const Vec3 place = io::marker_position(*test->body().surface, test->marker(kLiverTop).position);
  const QLocale locale(QLocale::German, QLocale::Germany);
  CHECK(cells[1].contains(','));
  CHECK(locale.toDouble(cells[1]) == Approx(place.x).margin(0.06));
  CHECK(locale.toDouble(cells[2]) == Approx(place.y).margin(0.06));
  CHECK(cells[3] == QString::number(place.z, 'f', 1).replace('.', ','));  // no sign between thousands
  CHECK(data.html().count("<tr>") == kMarkerCount + 2);
  CHECK(data.html().contains("<td>" + cells[3] + "</td>"));
}
