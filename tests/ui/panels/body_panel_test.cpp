#include <QApplication>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMenuBar>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStyleOptionSlider>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <numeric>

#include "core/bodies/body_model_file.h"
#include "core/bodies/built_in_person.h"
#include "core/io/mesh_file.h"
#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using namespace skiagraph::io;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

const BuiltInPerson& person_named(std::string_view name) {
  return *std::ranges::find(built_in_people(), name, &BuiltInPerson::name);
}

template <typename Widget>
Widget& control(MainWindow& window, const char* name) {
  auto* found = window.findChild<Widget*>(name);
  REQUIRE(found != nullptr);
  return *found;
}

void show_body_tab(MainWindow& window) {
  control<QTabWidget>(window, "tabs").setCurrentIndex(1);
  QTest::qWait(50);
}

/// The body wanted has come, and the loop is at rest on it.
bool at_rest(MainWindow& window) {
  return QTest::qWaitFor([&] { return !window.computing(); }, kPatienceMs);
}

QPoint handle(const QSlider& slider, int value) {
  QStyleOptionSlider option;
  option.initFrom(&slider);
  option.orientation = slider.orientation();
  option.minimum = slider.minimum();
  option.maximum = slider.maximum();
  option.sliderPosition = option.sliderValue = value;
  option.subControls = QStyle::SC_All;
  return slider.style()
      ->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, &slider)
      .center();
}

/// With the mouse, in a few moves; `while_held` is called before the hand lets go.
void drag(
    QSlider& slider, int to, const std::function<void()>& while_held = [] {}) {
  const QPoint from = handle(slider, slider.value()), aim = handle(slider, to);
  QTest::mousePress(&slider, Qt::LeftButton, {}, from);
  for (int step = 1; step <= 5; ++step) {
    QTest::mouseMove(&slider, from + (aim - from) * step / 5);
    QTest::qWait(40);
  }
  while_held();
  QTest::mouseRelease(&slider, Qt::LeftButton, {}, aim);
}

void type_into(QDoubleSpinBox& number, const QString& text) {
  number.setFocus();
  number.selectAll();
  QTest::keyClicks(&number, text);
  QTest::keyClick(&number, Qt::Key_Return);
}

void click(QListWidget& list, std::string_view person) {
  const auto row =
      std::ranges::find(built_in_people(), person, &BuiltInPerson::name) - built_in_people().begin();
  QListWidgetItem* item = list.item(static_cast<int>(row));
  list.scrollToItem(item);
  QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(item).center());
}

void press(QCheckBox& box) {
  box.setFocus();
  QTest::keyClick(&box, Qt::Key_Space);
}

double filled(const LoadedScan& scan) {
  const auto& thickness = scan.surface->thickness;
  return std::accumulate(thickness.begin(), thickness.end(), 0.0);
}

bool shows(const LoadedScan& scan, const BuiltInPerson& person) {
  return scan.made && scan.made->targets == person.targets;
}

/// A folder with copies of some of the body models.
void copy_model(const QTemporaryDir& folder, Sex sex) {
  const QString name = QString::fromStdString(body_model_file_name(sex).string());
  REQUIRE(QFile::copy(QStringLiteral(SKIAGRAPH_SOURCE_DIR "/models/") + name, folder.filePath(name)));
}

}  // namespace

TEST_CASE("The window begins with a built-in person of the body model, and its targets show this person") {
  const auto window = settled_window();
  REQUIRE(window->scan() != nullptr);
  CHECK(shows(*window->scan(), built_in_people().front()));
  CHECK(window->scan_name() == QString::fromUtf8(built_in_people().front().title.data()));
  CHECK(window->message().isEmpty());
  const double stature_cm = size_in(window->scan()->made->sizes, BodySize::kStature) / 10;
  CHECK(control<QDoubleSpinBox>(*window, "stature_number").value() == Approx(stature_cm).margin(0.06));
  CHECK(control<QSlider>(*window, "stature_slider").value() == std::lround(stature_cm * 10));
  CHECK_FALSE(control<QCheckBox>(*window, "stature_asked").isChecked());
  CHECK(control<QRadioButton>(*window, "sex_male").isChecked());
  for (const QWidget* widget : window->findChildren<QWidget*>())
    if (qobject_cast<const QSlider*>(widget) != nullptr ||
        qobject_cast<const QDoubleSpinBox*>(widget) != nullptr ||
        qobject_cast<const QCheckBox*>(widget) != nullptr) {
      CAPTURE(widget->objectName().toStdString());
      CHECK_FALSE(widget->accessibleName().isEmpty());
      CHECK_FALSE(widget->toolTip().isEmpty());
    }
}

TEST_CASE("Sliders change the body, and X-ray, pins and history go along") {
  const auto window = settled_window();
  show_body_tab(*window);
  MarkerModel& markers = window->markers();
  const auto before = window->scan();
  const std::vector<float> picture = window->xray_view().xray().pixels;
  auto& weight = control<QSlider>(*window, "weight_slider");

  SECTION("A drag of the weight makes a heavier body with another X-ray, as one undo step") {
    markers.set_pinned(kLiverTop, true);
    REQUIRE(at_rest(*window));
    const int steps = markers.undo_stack().count();
    const std::vector<float> pinned = window->xray_view().xray().pixels;
    drag(weight, weight.value() + 250, [&] {
      CHECK(QTest::qWaitFor([&] { return window->scan() != before; }, kPatienceMs));
      CHECK(QTest::qWaitFor([&] { return window->xray_view().xray().pixels != pinned; }, kPatienceMs));
    });
    REQUIRE(window->body().targets()[BodySize::kWeight].has_value());
    REQUIRE(at_rest(*window));
    const auto heavy = window->scan();
    const double asked = *window->body().targets()[BodySize::kWeight];
    CHECK(asked > size_in(before->made->sizes, BodySize::kWeight) + 15);
    CHECK(size_in(heavy->made->sizes, BodySize::kWeight) == Approx(asked).margin(0.2));
    CHECK(filled(*heavy) > 1.05 * filled(*before));
    CHECK(difference(window->xray_view().xray().pixels, picture) > 100);
    CHECK(control<QCheckBox>(*window, "weight_asked").isChecked());
    CHECK(control<QLabel>(*window, "weight_measured").text().toDouble() == Approx(asked).margin(0.2));
    // What is not asked for follows.
    CHECK(control<QDoubleSpinBox>(*window, "waist_number").value() * 10 >
          size_in(before->made->sizes, BodySize::kWaist) + 30);
    CHECK(markers.marker(kLiverTop).pinned);
    CHECK(markers.undo_stack().count() == steps + 1);

    markers.undo_stack().undo();
    REQUIRE(at_rest(*window));
    CHECK(window->scan()->scan.mesh.vertices == before->scan.mesh.vertices);
    CHECK_FALSE(control<QCheckBox>(*window, "weight_asked").isChecked());
    CHECK(markers.marker(kLiverTop).pinned);
  }
  SECTION("Keys do the same, a tick holds a size, and Reset leaves all of them open") {
    auto& waist = control<QCheckBox>(*window, "waist_asked");
    press(waist);
    REQUIRE(at_rest(*window));
    REQUIRE(waist.isChecked());
    const double held = *window->body().targets()[BodySize::kWaist];
    weight.setFocus();
    QTest::keyClick(&weight, Qt::Key_Right);
    QTest::keyClick(&weight, Qt::Key_Right);
    REQUIRE(at_rest(*window));
    CHECK(size_in(window->scan()->made->sizes, BodySize::kWeight) >
          size_in(before->made->sizes, BodySize::kWeight) + 1.5);
    CHECK(size_in(window->scan()->made->sizes, BodySize::kWaist) == Approx(held).margin(4));
    press(waist);
    CHECK_FALSE(window->body().targets()[BodySize::kWaist].has_value());
    QTest::mouseClick(&control<QPushButton>(*window, "reset_sizes"), Qt::LeftButton);
    REQUIRE(at_rest(*window));
    CHECK(window->scan()->scan.mesh.vertices == before->scan.mesh.vertices);
  }
  SECTION("Sizes that no body has leave the last body, and the panel says so") {
    const SizeRange weights = window->body().range(BodySize::kWeight);
    type_into(control<QDoubleSpinBox>(*window, "waist_number"), "70");
    REQUIRE(at_rest(*window));
    const auto good = window->scan();
    REQUIRE(good->made->targets[BodySize::kWaist] == 700);
    type_into(control<QDoubleSpinBox>(*window, "weight_number"), QString::number(weights.most));
    REQUIRE(at_rest(*window));
    auto& refusal = control<QLabel>(*window, "body_refusal");
    CHECK(refusal.text().contains("waist"));
    CHECK(refusal.text().contains("weight"));
    CHECK(refusal.isVisible());
    CHECK(QApplication::activeModalWidget() == nullptr);
    CHECK(window->message().isEmpty());
    CHECK(window->scan() == good);
    CHECK(control<QLabel>(*window, "weight_measured").text().toDouble() ==
          Approx(size_in(good->made->sizes, BodySize::kWeight)).margin(0.06));
    press(control<QCheckBox>(*window, "waist_asked"));
    REQUIRE(at_rest(*window));
    CHECK(refusal.text().isEmpty());
    CHECK(size_in(window->scan()->made->sizes, BodySize::kWeight) == Approx(weights.most).margin(0.2));
  }
}

TEST_CASE("A built-in person, chosen from list or menu, sets the targets and shows without pins") {
  const auto window = settled_window();
  show_body_tab(*window);
  const BuiltInPerson& stout = person_named("stout-woman");
  window->markers().set_pinned(kLiverTop, true);
  REQUIRE(at_rest(*window));
  click(control<QListWidget>(*window, "people"), stout.name);
  REQUIRE(at_rest(*window));
  CHECK(shows(*window->scan(), stout));
  CHECK(control<QDoubleSpinBox>(*window, "stature_number").value() == Approx(162));
  CHECK(control<QDoubleSpinBox>(*window, "weight_number").value() == Approx(95));
  CHECK(control<QCheckBox>(*window, "weight_asked").isChecked());
  CHECK_FALSE(control<QCheckBox>(*window, "hip_asked").isChecked());
  CHECK(control<QRadioButton>(*window, "sex_female").isChecked());
  CHECK(window->markers().pins().empty());

  SECTION("Undo brings back person and pins") {
    window->markers().undo_stack().undo();
    REQUIRE(at_rest(*window));
    CHECK(shows(*window->scan(), built_in_people().front()));
    CHECK(window->markers().marker(kLiverTop).pinned);
  }
  SECTION("The other sex keeps what is asked for") {
    QTest::mouseClick(&control<QRadioButton>(*window, "sex_male"), Qt::LeftButton, {}, QPoint(8, 8));
    REQUIRE(at_rest(*window));
    REQUIRE(window->scan()->made->targets.sex == Sex::kMale);
    CHECK(size_in(window->scan()->made->sizes, BodySize::kWeight) == Approx(95).margin(0.2));
  }
  SECTION("The menu has the same people") {
    QAction* slim = nullptr;
    for (QAction* action : window->findChildren<QAction*>())
      if (action->text() == QString::fromUtf8(person_named("slim-man").title.data())) slim = action;
    REQUIRE(slim != nullptr);
    slim->trigger();
    REQUIRE(at_rest(*window));
    CHECK(shows(*window->scan(), person_named("slim-man")));
    CHECK(slim->isChecked());
  }
}

TEST_CASE("On a scan the panel says so, a slider leaves it for a body made to measure, and undo returns") {
  const QTemporaryDir folder;
  const QString path = folder.filePath("somebody.ply");
  write_ply(path.toStdString(), built_in_person());
  const auto window = settled_window(shipped_bodies(), path);
  show_body_tab(*window);
  const auto scan = window->scan();
  REQUIRE_FALSE(scan->made);
  CHECK(control<QLabel>(*window, "body_source").text().contains("somebody.ply"));
  CHECK(control<QLabel>(*window, "stature_measured").text() == "–");
  auto& stature = control<QSlider>(*window, "stature_slider");
  drag(stature, stature.value() - 150);
  REQUIRE(at_rest(*window));
  REQUIRE(window->scan()->made);
  CHECK_FALSE(control<QLabel>(*window, "body_source").text().contains("somebody.ply"));
  window->markers().undo_stack().undo();
  REQUIRE(at_rest(*window));
  CHECK(window->scan() == scan);
  CHECK(window->markers().valid());
}

TEST_CASE("A saved body is the one that is shown") {
  const auto window = settled_window();
  const QTemporaryDir folder;
  const std::string path = folder.filePath("body.ply").toStdString();
  window->save_body(QString::fromStdString(path));
  REQUIRE(QTest::qWaitFor([&] { return std::filesystem::exists(path); }, kPatienceMs));
  REQUIRE(QTest::qWaitFor([&] { return window->status().contains("body.ply"); }, kPatienceMs));
  const TriangleMesh& shown = window->scan()->scan.mesh;
  const TriangleMesh saved = read_mesh(path);
  REQUIRE(saved.triangles.size() == shown.triangles.size());
  const auto top = [](const TriangleMesh& mesh) { return std::ranges::max(mesh.vertices, {}, &Vec3::z).z; };
  CHECK(top(saved) == Approx(top(shown)).margin(0.01));

  window->save_body("/nowhere/body.ply");
  REQUIRE(QTest::qWaitFor([&] { return !window->message().isEmpty(); }, kPatienceMs));
  CHECK(window->message().contains("/nowhere/body.ply"));
}

TEST_CASE("Without a usable body model the person made in code opens, and one sentence says why") {
  const QTemporaryDir folder;
  SECTION("Missing") {
    const auto window = settled_window(bodies_in(folder.path().toStdString()));
    CHECK_FALSE(window->scan()->made);
    CHECK(window->message().contains("body-male.safetensors"));
    CHECK_FALSE(control<QSlider>(*window, "weight_slider").isEnabled());
    CHECK_FALSE(control<QRadioButton>(*window, "sex_female").isEnabled());
  }
  SECTION("One of them damaged: the other sex can still be chosen") {
    copy_model(folder, Sex::kFemale);
    QFile damaged(folder.filePath("body-male.safetensors"));
    REQUIRE(damaged.open(QIODevice::WriteOnly));
    damaged.write("no tensors here");
    damaged.close();
    const auto window = settled_window(bodies_in(folder.path().toStdString()));
    show_body_tab(*window);
    CHECK_FALSE(window->scan()->made);
    CHECK(window->message().contains("body-male.safetensors"));
    CHECK_FALSE(control<QRadioButton>(*window, "sex_male").isEnabled());
    click(control<QListWidget>(*window, "people"), "small-woman");
    REQUIRE(at_rest(*window));
    CHECK(shows(*window->scan(), person_named("small-woman")));
  }
}
