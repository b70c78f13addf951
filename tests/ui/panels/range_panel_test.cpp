#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/ui/person.h"
#include "tests/ui/window.h"
#include "ui/app/range_edits.h"
#include "ui/body/body_view.h"
#include "ui/body/range_slab.h"
#include "ui/commands/commands.h"
#include "ui/window/help_pages.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

struct RangeWindow {
  std::unique_ptr<TestWindow> test = settled_window();
  MainWindow& window = test->window;

  RangeWindow() {
    auto& tabs = *window.findChild<QTabWidget*>("tabs");
    for (int n = 0; n < tabs.count(); ++n)
      if (tabs.tabText(n) == "Scan range") tabs.setCurrentIndex(n);
  }
  template <class Widget>
  Widget& get(const char* name) {
    auto* found = window.findChild<Widget*>(name);
    REQUIRE(found != nullptr);
    return *found;
  }
  void choose(const QString& region) {
    auto& box = get<QComboBox>("range_region");
    box.setFocus();
    box.setCurrentIndex(box.findText(region));
    Q_EMIT box.activated(box.currentIndex());
  }
  void type(const char* name, const QString& text) {
    auto& box = get<QDoubleSpinBox>(name);
    box.setFocus();
    box.selectAll();
    QTest::keyClicks(&box, text);
    QTest::keyClick(&box, Qt::Key_Return);
  }
  [[nodiscard]] scan_range::Box range() const { return shown_range(test->app)->box; }
};

}  // namespace

TEST_CASE("The panel plans a range by region and tells its numbers; without one it says what to do") {
  RangeWindow w;
  CHECK_FALSE(w.get<QDoubleSpinBox>("range_top").isVisible());
  CHECK(w.get<QLabel>("range_meaning").text().contains("Choose a region"));
  w.choose("Abdomen");
  REQUIRE(w.test->session().scan_range);
  CHECK(w.get<QDoubleSpinBox>("range_top").isVisible());
  CHECK(w.get<QDoubleSpinBox>("range_top").value() == Approx(w.range().top_mm).margin(0.51));
  CHECK(w.get<QDoubleSpinBox>("range_length").value() == Approx(w.range().length_mm()).margin(0.51));
  CHECK(w.get<QLabel>("range_meaning").text().contains("liver top"));
  CHECK(w.get<QLabel>("range_top_origin").text().startsWith("Liver top and "));
  CHECK(w.get<QLabel>("range_promise").text().contains("95 of 100"));
  CHECK(w.get<QLabel>("range_table").text().contains("Sternum tip"));
  CHECK(w.test->app.document.history().undoText() == "Plan a scan range: Abdomen");
  w.choose("No scan range");
  CHECK_FALSE(w.test->session().scan_range);
}

TEST_CASE("Numbers that are typed move the lines, each as one undo step") {
  RangeWindow w;
  w.choose("Chest");
  const scan_range::Box before = w.range();
  w.type("range_top", "1400");
  CHECK(w.range().top_mm == 1400);
  CHECK(w.range().bottom_mm == before.bottom_mm);
  CHECK(w.get<QLabel>("range_top_origin").text() == "set by hand");
  CHECK(w.get<QLabel>("range_promise").text().contains("by hand"));
  w.type("range_length", "300");
  CHECK(w.range().bottom_mm == 1100);
  w.type("range_width", "420");
  CHECK(w.range().width_mm() == Approx(420));
  CHECK(w.test->steps() == 4);
  w.get<QDoubleSpinBox>("range_top").setFocus();
  QTest::keyClick(&w.get<QDoubleSpinBox>("range_top"), Qt::Key_Up);
  CHECK(w.range().top_mm == 1401);
  CHECK(w.test->app.document.history().undoText() == "Move the top of the scan range 1 mm up");
  w.test->app.document.undo();
  CHECK(w.range().top_mm == 1400);
  CHECK(w.get<QDoubleSpinBox>("range_top").value() == 1400);
}

TEST_CASE("A margin of one's own takes the place of the calibrated one, which comes back with its tick") {
  RangeWindow w;
  w.choose("Chest");
  const scan_range::Box calibrated = w.range();
  CHECK(w.get<QCheckBox>("range_calibrated").isChecked());
  w.type("range_margin", "0");
  const scan_range::Box bare = w.range();
  CHECK(bare.length_mm() < calibrated.length_mm());
  w.type("range_margin", "15");
  CHECK(w.range().top_mm == Approx(bare.top_mm + 15));
  CHECK(w.range().bottom_mm == Approx(bare.bottom_mm - 15));
  CHECK_FALSE(w.get<QCheckBox>("range_calibrated").isChecked());
  CHECK(w.test->app.document.history().undoText() == "Set the margin of the scan range to 15 mm");
  QTest::mouseClick(&w.get<QCheckBox>("range_calibrated"), Qt::LeftButton, {}, {8, 8});
  CHECK(w.range() == calibrated);
}

TEST_CASE("Reset takes everything back that the hand did, as one step") {
  RangeWindow w;
  w.choose("Pelvis");
  const scan_range::Box automatic = w.range();
  auto& reset = w.get<QPushButton>("reset_range_button");
  CHECK_FALSE(reset.isEnabled());
  w.type("range_top", "1200");
  w.type("range_margin", "5");
  CHECK(reset.isEnabled());
  QTest::mouseClick(&reset, Qt::LeftButton);
  CHECK(w.range() == automatic);
  CHECK_FALSE(reset.isEnabled());
  w.test->app.document.undo();
  CHECK(w.range().top_mm == 1200);
}

TEST_CASE("The range is copied as a table, and exported as a file, with the notice") {
  RangeWindow w;
  w.choose("Chest");
  QTest::mouseClick(&w.get<QPushButton>("copy_range_button"), Qt::LeftButton);
  const QString text = QGuiApplication::clipboard()->text();
  CHECK(text.startsWith("Chest\t"));
  CHECK(text.contains("Planning aid, not for clinical use"));
  CHECK(text.contains("\tS "));
  CHECK(text.contains("\tI "));
  const QTemporaryDir folder;
  const QString path = folder.filePath("range.json");
  write_export(w.window.commands(), io::export_format_named("range"), path);
  REQUIRE(saved(*w.test, "range.json"));
  const auto json = nlohmann::json::parse(content(path).toStdString());
  CHECK(json["region"] == "chest");
  CHECK(json["length_mm"].get<double>() == Approx(w.range().length_mm()).margin(0.01));
  CHECK(w.window.findChild<QAction*>("export_range")->isEnabled());
  w.choose("No scan range");
  CHECK_FALSE(w.window.findChild<QAction*>("export_range")->isEnabled());
}

TEST_CASE("The menu has every region with a tick at the planned one") {
  RangeWindow w;
  w.window.findChild<QAction*>("region_pelvis")->trigger();
  CHECK(w.test->session().scan_range->region == scan_range::Region::kPelvis);
  CHECK(w.window.findChild<QAction*>("region_pelvis")->isChecked());
  CHECK_FALSE(w.window.findChild<QAction*>("region_chest")->isChecked());
  CHECK(w.get<QComboBox>("range_region").currentText() == "Pelvis");
  w.test->app.document.undo();
  CHECK_FALSE(w.window.findChild<QAction*>("region_pelvis")->isChecked());
}

TEST_CASE("The same range lies as a slab around the body, and moves with its lines") {
  RangeWindow w;
  BodyView& view = *w.window.findChild<BodyView*>();
  view.catch_up();
  const QImage plain = view.grab().toImage();
  CHECK_FALSE(range_slab(w.test->app));
  w.choose("Chest");
  view.catch_up();
  const QImage chest = view.grab().toImage();
  CHECK(chest != plain);
  const RangeSlab slab = *range_slab(w.test->app);
  CHECK(slab.high.z == w.range().top_mm);
  CHECK(slab.low.z == w.range().bottom_mm);
  CHECK(slab.low.x == w.range().right_mm);
  CHECK(slab.high.y - slab.low.y > 150);
  w.type("range_top", "1450");
  view.catch_up();
  CHECK(view.grab().toImage() != chest);
  w.choose("No scan range");
  view.catch_up();
  CHECK(view.grab().toImage() == plain);
}

TEST_CASE("F1 in the panel opens the page about scan ranges") {
  RangeWindow w;
  CHECK(help_topic(&w.get<QComboBox>("range_region")).page == "scan_range.md");
}
