#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <cmath>

#include "core/session/session_json.h"
#include "tests/ui/film.h"
#include "tests/ui/person.h"
#include "tests/ui/window.h"
#include "ui/app/xray_edits.h"
#include "ui/text/file_text.h"
#include "ui/xray/layers/real_xray_layer.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

/// A window whose person gets a real X-ray: the upper half of the synthetic one of the same body with its
/// liver 12 mm lower, on the scale of a film.
struct XrayWindow {
  std::unique_ptr<TestWindow> test = settled_window();
  MainWindow& window = test->window;
  QTemporaryDir folder;
  int top = 0, bottom = 0;  ///< rows of the frame that the picture shows

  explicit XrayWindow(const std::optional<Disc>& disc = {}) {
    const int fold = test->app.engine.frame().rows / 256;
    top = 30 * fold, bottom = 150 * fold;
    test->app.document.edit("Lower", [&](session::Session& session) {
      session.pins[kLiverTop] = test->marker(kLiverTop).position + Pixel{12 / mm(), 0};
    });
    REQUIRE(test->at_rest());
    write(disc);
    test->app.document.undo();
    REQUIRE(test->at_rest());
  }
  [[nodiscard]] double mm() const { return test->body().surface->placement.mm_per_px(); }
  [[nodiscard]] std::filesystem::path file() const { return to_path(folder.filePath("film.png")); }
  void write(const std::optional<Disc>& disc) {
    write_film(file(), test->app.engine.result()->xray, top, bottom, disc);
  }
  /// The file is opened, with the size of its pixels typed in.
  void lay_on() {
    open();
    type("xray_spacing", QString::number(mm(), 'f', 3));
    REQUIRE(test->at_rest());
  }
  void open() {
    test->app.engine.open_xray(file());
    REQUIRE(QTest::qWaitFor([this] { return test->session().partial_xray.has_value(); }, kPatienceMs));
    REQUIRE(test->at_rest());
  }
  void show_tab(const QString& name) {
    auto& tabs = *window.findChild<QTabWidget*>("tabs");
    for (int n = 0; n < tabs.count(); ++n)
      if (tabs.tabText(n) == name) return tabs.setCurrentIndex(n);
    FAIL("no tab " + name.toStdString());
  }
  template <class Widget>
  Widget& get(const char* name) {
    auto* found = window.findChild<Widget*>(name);
    REQUIRE(found != nullptr);
    return *found;
  }
  void type(const char* name, const QString& text) {
    show_tab("Completion");
    auto& box = get<QDoubleSpinBox>(name);
    box.setFocus();
    box.selectAll();
    QTest::keyClicks(&box, text);
    QTest::keyClick(&box, Qt::Key_Return);
  }
  [[nodiscard]] Pixel found() const { return completion_now(test->app)->completion.fit.placement.centre; }
  [[nodiscard]] Pixel belongs() const {
    return {(top + bottom - 1) / 2.0, (test->app.engine.frame().columns - 1) / 2.0};
  }
  [[nodiscard]] QAction& action(const char* id) { return get<QAction>(id); }
};

}  // namespace

TEST_CASE("A real X-ray without a spacing asks for it; then it is placed, and the markers follow it") {
  XrayWindow w;
  CHECK_FALSE(w.action("remove_xray").isEnabled());
  const double liver = w.test->marker(kLiverTop).position.row;
  w.open();
  CHECK_FALSE(completion_now(w.test->app));
  REQUIRE(w.test->app.engine.result()->completion_error);
  CHECK(w.test->app.engine.result()->completion_error->code() == "partial.no_spacing");
  w.show_tab("Completion");
  CHECK(w.get<QLabel>("completion_words").text().contains("size"));
  w.type("xray_spacing", QString::number(w.mm(), 'f', 3));
  REQUIRE(w.test->at_rest());
  const auto completion = completion_now(w.test->app);
  REQUIRE(completion);
  CHECK(norm(w.found() - w.belongs()) * w.mm() < 5);
  CHECK(completion->completion.fit.agreement > 0.98);
  const double way_mm = (w.test->marker(kLiverTop).position.row - liver) * w.mm();
  CHECK(way_mm > 7);
  CHECK(way_mm < 17);
  CHECK(w.get<QLabel>("completion_words").text().contains("Correlation"));
  CHECK(w.test->steps() == 2);  // the film and its spacing
  w.test->app.document.undo();
  w.test->app.document.undo();
  REQUIRE(w.test->at_rest());
  CHECK_FALSE(w.test->session().partial_xray);
  CHECK(w.test->marker(kLiverTop).position.row == liver);
  w.test->app.document.redo();
  w.test->app.document.redo();
  REQUIRE(w.test->at_rest());
  CHECK(completion_now(w.test->app));
}

TEST_CASE("The frame of the real X-ray is dragged, as one undo step, and stays where the hand put it") {
  XrayWindow w;
  w.lay_on();
  XrayView& view = w.window.xray_view();
  const int steps = w.test->steps();
  const auto frame = real_xray_frame(w.test->app, view.geometry_now());
  REQUIRE(frame);
  const QPoint grip = frame->boundingRect().topLeft().toPoint() + QPoint(60, 0);
  const Pixel before = w.found();
  const auto drag = [&](QPoint by) {
    QTest::mousePress(&view, Qt::LeftButton, {}, grip);
    QTest::mouseMove(&view, grip + by / 2);
    QTest::mouseMove(&view, grip + by);
  };
  drag({0, 30});
  REQUIRE(w.test->session().partial_xray->place);
  QTest::keyClick(&view, Qt::Key_Escape);
  QTest::mouseRelease(&view, Qt::LeftButton, {}, grip);
  CHECK_FALSE(w.test->session().partial_xray->place);
  REQUIRE(w.test->at_rest());
  drag({0, 30});
  QTest::mouseRelease(&view, Qt::LeftButton, {}, grip + QPoint(0, 30));
  REQUIRE(w.test->at_rest());
  CHECK(w.test->steps() == steps + 1);
  CHECK((w.found().row - before.row) * view.geometry_now().zoom() == Approx(30).margin(2));
  w.action("find_xray_place").trigger();
  REQUIRE(w.test->at_rest());
  CHECK(norm(w.found() - w.belongs()) * w.mm() < 5);
  w.action("remove_xray").trigger();
  REQUIRE(w.test->at_rest());
  CHECK_FALSE(real_xray_frame(w.test->app, view.geometry_now()));
}

TEST_CASE("A session with a real X-ray comes back to the same picture to the last bit") {
  XrayWindow w;
  w.lay_on();
  const std::vector<float> pixels = w.test->pixels();
  const std::string text = session::to_json_text(w.test->session());
  w.test->app.document.edit("Another", [](session::Session& session) { session.partial_xray.reset(); });
  REQUIRE(w.test->at_rest());
  REQUIRE(w.test->pixels() != pixels);
  w.test->app.document.begin(session::from_json_text(text, "study").session);
  REQUIRE(w.test->at_rest());
  CHECK(w.test->pixels() == pixels);
}

TEST_CASE("Joined, beside and as a difference: the pane shows the real part as it is asked for") {
  XrayWindow w;
  w.lay_on();
  const auto picture = [&] {
    QTest::qWait(20);
    return w.window.xray_view().grab().toImage();
  };
  w.action("ct_hidden").trigger();
  const QImage joined = picture();
  CHECK_FALSE(w.get<QWidget>("ct_picture").isVisible());
  w.action("ct_beside").trigger();
  CHECK(w.get<QWidget>("ct_picture").isVisible());
  w.action("ct_difference").trigger();
  CHECK(picture() != joined);
  CHECK(w.get<QLabel>("ct_words").text().contains("real X-ray"));
}

TEST_CASE("The markers of a completion are held, and then the real X-ray is not needed any more") {
  XrayWindow w;
  w.lay_on();
  const Pixel liver = w.test->marker(kLiverTop).position;
  w.action("keep_completed").trigger();
  w.action("remove_xray").trigger();
  REQUIRE(w.test->at_rest());
  CHECK(w.test->marker(kLiverTop).position == liver);
  CHECK(w.test->marker(kLiverTop).pinned);
}

TEST_CASE("A pinned marker stays where the hand has it, whatever the real X-ray shows") {
  XrayWindow w;
  w.lay_on();
  w.test->press_and_move(kLiverTop, {6, 0});
  w.test->release(kLiverTop);
  REQUIRE(w.test->at_rest());
  REQUIRE(completion_now(w.test->app));
  REQUIRE(w.test->session().pins[kLiverTop]);
  CHECK(w.test->marker(kLiverTop).position == *w.test->session().pins[kLiverTop]);
}

TEST_CASE("A file that is no X-ray changes nothing and is told; a session tells of one that is missing") {
  XrayWindow w;
  fill(w.folder.filePath("film.png"), "no picture");
  w.test->app.engine.open_xray(w.file());
  REQUIRE(w.test->message_comes());
  CHECK_FALSE(w.test->session().partial_xray);
  session::Session session = w.test->session();
  session.partial_xray.emplace();
  session.partial_xray->path = to_path(w.folder.filePath("gone.png"));
  w.test->app.document.begin(session);
  REQUIRE(QTest::qWaitFor([&] { return w.window.message().contains("gone.png"); }, kPatienceMs));
  REQUIRE(w.test->at_rest());
  CHECK(w.test->app.engine.result());
}

TEST_CASE("A completion that is cancelled leaves the prediction, and can be made again") {
  XrayWindow w;
  w.open();
  Engine& engine = w.test->app.engine;
  QObject::connect(&engine, &Engine::completing, &engine, [&] { engine.cancel_completion(); });
  w.type("xray_spacing", QString::number(w.mm(), 'f', 3));
  REQUIRE(w.test->at_rest());
  CHECK_FALSE(completion_now(w.test->app));
  REQUIRE(engine.result()->completion_error);
  CHECK(w.get<QPushButton>("complete_again").isVisible());
  QObject::disconnect(&engine, &Engine::completing, &engine, nullptr);
  QTest::mouseClick(&w.get<QPushButton>("complete_again"), Qt::LeftButton);
  REQUIRE(w.test->at_rest());
  CHECK(completion_now(w.test->app));
}

TEST_CASE("What differs is listed with its place; a click shows it large, the slider hides what is weak") {
  XrayWindow plain;
  const Pixel carina = plain.test->marker(static_cast<int>(Marker::kCarina)).position;
  const double fold = plain.test->app.engine.frame().rows / 256.0;
  XrayWindow w(Disc{carina + Pixel{12 * fold, 28 * fold}, 7 * fold});
  w.lay_on();
  w.show_tab("Anomalies");
  w.get<QComboBox>("anomaly_measure").setCurrentIndex(1);
  Q_EMIT w.get<QComboBox>("anomaly_measure").activated(1);
  auto& table = w.get<QTableWidget>("anomaly_table");
  REQUIRE(table.rowCount() >= 1);
  CHECK(table.item(0, 0)->text().contains("Left"));
  CHECK(table.item(0, 1)->text() == "denser");
  XrayView& view = w.window.xray_view();
  const QImage without = view.grab().toImage();
  QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualItemRect(table.item(0, 0)).center());
  REQUIRE(w.test->session().view.xray);
  CHECK(norm(w.test->session().view.xray->centre - (carina + Pixel{12 * fold, 28 * fold})) < 5 * fold);
  CHECK(w.test->session().view.anomalies);
  CHECK(view.grab().toImage() != without);
  auto& slider = w.get<QSlider>("anomaly_threshold");
  const int rows = table.rowCount(), steps = w.test->steps();
  slider.setFocus();
  QTest::keyClick(&slider, Qt::Key_End);
  CHECK(table.rowCount() < rows);
  CHECK(w.test->steps() == steps + 1);
  w.test->app.document.undo();
  CHECK(table.rowCount() == rows);
}
