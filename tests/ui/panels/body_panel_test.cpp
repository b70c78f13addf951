#include <QApplication>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenuBar>
#include <QPushButton>
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
#include "ui/commands/commands.h"

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
Widget& control(TestWindow& test, const char* name) {
  auto* found = test.window.findChild<Widget*>(name);
  REQUIRE(found != nullptr);
  return *found;
}

void show_body_tab(TestWindow& window) {
  control<QTabWidget>(window, "tabs").setCurrentIndex(1);
  QTest::qWait(50);
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

double filled(const LoadedBody& body) {
  const auto& thickness = body.surface->thickness;
  return std::accumulate(thickness.begin(), thickness.end(), 0.0);
}

bool shows(const TestWindow& window, const BuiltInPerson& person) {
  return window.body().made_to_measure() && window.body().source == session::BodySource(person.targets);
}

double measured(const TestWindow& window, BodySize size) {
  return size_in(*window.body().sizes, size);
}

const SizeTargets& targets(const TestWindow& window) {
  return std::get<SizeTargets>(window.session().body);
}

/// A folder with copies of some of the body models.
void copy_model(const QTemporaryDir& folder, Sex sex) {
  const QString name = QString::fromStdString(body_model_file_name(sex).string());
  REQUIRE(QFile::copy(QStringLiteral(SKIAGRAPH_SOURCE_DIR "/models/") + name, folder.filePath(name)));
}

}  // namespace

TEST_CASE("The window begins with a built-in person of the body model, and its targets show this person") {
  const auto window = settled_window();
  CHECK(shows(*window, built_in_people().front()));
  CHECK(window->body().name == QString::fromUtf8(built_in_people().front().title.data()));
  CHECK(window->window.message().isEmpty());
  const double stature_cm = measured(*window, BodySize::kStature) / 10;
  CHECK(control<QDoubleSpinBox>(*window, "stature_number").value() == Approx(stature_cm).margin(0.06));
  CHECK(control<QSlider>(*window, "stature_slider").value() == std::lround(stature_cm * 10));
  CHECK_FALSE(control<QCheckBox>(*window, "stature_given").isChecked());
  CHECK(control<QRadioButton>(*window, "sex_male").isChecked());
  for (const QWidget* widget : window->window.findChildren<QWidget*>())
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
  const auto before = window->app.engine.body();
  const std::vector<float> picture = window->pixels();
  auto& weight = control<QSlider>(*window, "weight_slider");

  SECTION("A drag of the weight makes a heavier body with another X-ray, as one undo step") {
    set_pinned(window->app, kLiverTop, true);
    REQUIRE(window->at_rest());
    const int steps = window->steps();
    const std::vector<float> pinned = window->pixels();
    drag(weight, weight.value() + 250, [&] {
      CHECK(QTest::qWaitFor([&] { return window->app.engine.body() != before; }, kPatienceMs));
      CHECK(QTest::qWaitFor([&] { return window->pixels() != pinned; }, kPatienceMs));
    });
    REQUIRE(targets(*window)[BodySize::kWeight].has_value());
    REQUIRE(window->at_rest());
    const auto heavy = window->app.engine.body();
    const double asked = *targets(*window)[BodySize::kWeight];
    CHECK(asked > size_in(*before->sizes, BodySize::kWeight) + 15);
    CHECK(size_in(*heavy->sizes, BodySize::kWeight) == Approx(asked).margin(0.2));
    CHECK(filled(*heavy) > 1.05 * filled(*before));
    CHECK(difference(window->pixels(), picture) > 100);
    CHECK(control<QCheckBox>(*window, "weight_given").isChecked());
    CHECK(control<QLabel>(*window, "weight_measured").text().toDouble() == Approx(asked).margin(0.2));
    // What is not asked for follows.
    CHECK(control<QDoubleSpinBox>(*window, "waist_number").value() * 10 >
          size_in(*before->sizes, BodySize::kWaist) + 30);
    CHECK(window->marker(kLiverTop).pinned);
    CHECK(window->steps() == steps + 1);

    window->app.document.undo();
    REQUIRE(window->at_rest());
    CHECK(window->body().mesh->vertices == before->mesh->vertices);
    CHECK_FALSE(control<QCheckBox>(*window, "weight_given").isChecked());
    CHECK(window->marker(kLiverTop).pinned);
  }
  SECTION("Keys do the same, a tick holds a size, and Reset leaves all of them open") {
    auto& waist = control<QCheckBox>(*window, "waist_given");
    press(waist);
    REQUIRE(window->at_rest());
    REQUIRE(waist.isChecked());
    const double held = *targets(*window)[BodySize::kWaist];
    weight.setFocus();
    QTest::keyClick(&weight, Qt::Key_Right);
    QTest::keyClick(&weight, Qt::Key_Right);
    REQUIRE(window->at_rest());
    CHECK(measured(*window, BodySize::kWeight) > size_in(*before->sizes, BodySize::kWeight) + 1.5);
    CHECK(measured(*window, BodySize::kWaist) == Approx(held).margin(4));
    press(waist);
    CHECK_FALSE(targets(*window)[BodySize::kWaist].has_value());
    QTest::mouseClick(&control<QPushButton>(*window, "reset_sizes"), Qt::LeftButton);
    REQUIRE(window->at_rest());
    CHECK(window->body().mesh->vertices == before->mesh->vertices);
  }
  SECTION("Sizes that no body has leave the last body, and the panel says so") {
    const SizeRange weights = (*window->app.engine.limits())[static_cast<std::size_t>(Sex::kMale)]
                                  .ranges[static_cast<std::size_t>(BodySize::kWeight)];
    type_into(control<QDoubleSpinBox>(*window, "waist_number"), "70");
    REQUIRE(window->at_rest());
    const auto good = window->app.engine.body();
    REQUIRE(targets(*window)[BodySize::kWaist] == 700);
    type_into(control<QDoubleSpinBox>(*window, "weight_number"), QString::number(weights.most));
    REQUIRE(window->at_rest());
    auto& refusal = control<QLabel>(*window, "body_refusal");
    CHECK(refusal.text().contains("waist"));
    CHECK(refusal.text().contains("weight"));
    CHECK(refusal.isVisible());
    CHECK(QApplication::activeModalWidget() == nullptr);
    CHECK(window->window.message().isEmpty());
    CHECK(window->app.engine.body() == good);
    CHECK(control<QLabel>(*window, "weight_measured").text().toDouble() ==
          Approx(size_in(*good->sizes, BodySize::kWeight)).margin(0.06));
    press(control<QCheckBox>(*window, "waist_given"));
    REQUIRE(window->at_rest());
    CHECK(refusal.text().isEmpty());
    CHECK(measured(*window, BodySize::kWeight) == Approx(weights.most).margin(0.2));
  }
}

TEST_CASE("A key that is held on a slider is one undo step") {
  const auto window = settled_window();
  show_body_tab(*window);
  auto& weight = control<QSlider>(*window, "weight_slider");
  for (int press = 0; press < 2; ++press)
    for (int n = 0; n < 20; ++n) {
      QKeyEvent event(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier, {}, n > 0);
      QApplication::sendEvent(&weight, &event);
    }
  CHECK(window->steps() == 2);
  window->app.document.undo();
  window->app.document.undo();
  CHECK_FALSE(targets(*window)[BodySize::kWeight].has_value());
  CHECK(window->at_rest());
}

TEST_CASE("Ctrl+Z while a slider is dragged takes the drag back, and the slider does not bring it back") {
  const auto window = settled_window();
  show_body_tab(*window);
  auto& weight = control<QSlider>(*window, "weight_slider");
  const int before = weight.value();
  drag(weight, before + 200, [&] {
    window->window.findChild<QAction*>("undo")->trigger();
    QTest::mouseMove(&weight, handle(weight, before + 150));
  });
  CHECK(window->steps() == 0);
  CHECK_FALSE(targets(*window)[BodySize::kWeight].has_value());
  REQUIRE(window->at_rest());
  CHECK(weight.value() == before);
}

TEST_CASE("A slider drag that leaves a scan with pins is one undo step") {
  const QTemporaryDir folder;
  const QString path = folder.filePath("somebody.ply");
  write_ply(path.toStdString(), built_in_person());
  const auto window = settled_window(shipped_bodies(), path);
  show_body_tab(*window);
  set_pinned(window->app, kLiverTop, true);
  const int steps = window->steps();
  auto& stature = control<QSlider>(*window, "stature_slider");
  drag(stature, stature.value() - 100);
  CHECK(window->steps() == steps + 1);
  CHECK_FALSE(any_pinned(window->session()));
  window->app.document.undo();
  CHECK(any_pinned(window->session()));
  CHECK(window->at_rest());
}

TEST_CASE("Numbers that are typed and numbers that are shown have the same decimal sign") {
  QLocale::setDefault(QLocale(QLocale::German));
  const auto window = settled_window();
  const QString typed = control<QDoubleSpinBox>(*window, "stature_number").text();
  const QString shown = control<QLabel>(*window, "stature_measured").text();
  QLocale::setDefault(QLocale::c());
  CHECK(typed.contains(','));
  CHECK(shown.contains(','));
  CHECK_FALSE(shown.contains('.'));
}

TEST_CASE("A built-in person, chosen from list or menu, sets the targets and shows without pins") {
  const auto window = settled_window();
  show_body_tab(*window);
  const BuiltInPerson& stout = person_named("stout-woman");
  set_pinned(window->app, kLiverTop, true);
  REQUIRE(window->at_rest());
  click(control<QListWidget>(*window, "people"), stout.name);
  REQUIRE(window->at_rest());
  CHECK(shows(*window, stout));
  CHECK(control<QDoubleSpinBox>(*window, "stature_number").value() == Approx(162));
  CHECK(control<QDoubleSpinBox>(*window, "weight_number").value() == Approx(95));
  CHECK(control<QCheckBox>(*window, "weight_given").isChecked());
  CHECK_FALSE(control<QCheckBox>(*window, "hip_given").isChecked());
  CHECK(control<QRadioButton>(*window, "sex_female").isChecked());
  CHECK(!any_pinned(window->session()));

  SECTION("Undo brings back person and pins") {
    window->app.document.undo();
    REQUIRE(window->at_rest());
    CHECK(shows(*window, built_in_people().front()));
    CHECK(window->marker(kLiverTop).pinned);
  }
  SECTION("The other sex keeps what is asked for") {
    QTest::mouseClick(&control<QRadioButton>(*window, "sex_male"), Qt::LeftButton, {}, QPoint(8, 8));
    REQUIRE(window->at_rest());
    REQUIRE(targets(*window).sex == Sex::kMale);
    CHECK(measured(*window, BodySize::kWeight) == Approx(95).margin(0.2));
  }
  SECTION("The menu has the same people") {
    QAction* slim = nullptr;
    for (QAction* action : window->window.findChildren<QAction*>())
      if (action->text() == QString::fromUtf8(person_named("slim-man").title.data())) slim = action;
    REQUIRE(slim != nullptr);
    slim->trigger();
    REQUIRE(window->at_rest());
    CHECK(shows(*window, person_named("slim-man")));
    CHECK(slim->isChecked());
  }
}

TEST_CASE("On a scan the panel says so, a slider leaves it for a body made to measure, and undo returns") {
  const QTemporaryDir folder;
  const QString path = folder.filePath("somebody.ply");
  write_ply(path.toStdString(), built_in_person());
  const auto window = settled_window(shipped_bodies(), path);
  show_body_tab(*window);
  const auto scan = window->app.engine.body();
  REQUIRE_FALSE(scan->made_to_measure());
  CHECK(control<QLabel>(*window, "body_source").text().contains("somebody.ply"));
  CHECK(control<QLabel>(*window, "stature_measured").text() == "–");
  auto& stature = control<QSlider>(*window, "stature_slider");
  drag(stature, stature.value() - 150);
  REQUIRE(window->at_rest());
  REQUIRE(window->body().made_to_measure());
  CHECK_FALSE(control<QLabel>(*window, "body_source").text().contains("somebody.ply"));
  window->app.document.undo();
  REQUIRE(window->at_rest());
  CHECK(window->app.engine.body() == scan);
  CHECK(window->app.engine.result() != nullptr);
}

TEST_CASE("A saved body is the one that is shown") {
  const auto window = settled_window();
  const QTemporaryDir folder;
  const std::string path = folder.filePath("body.ply").toStdString();
  write_body(window->window.commands(), QString::fromStdString(path));
  REQUIRE(QTest::qWaitFor([&] { return std::filesystem::exists(path); }, kPatienceMs));
  REQUIRE(QTest::qWaitFor([&] { return window->window.statusBar()->currentMessage().contains("body.ply"); },
                          kPatienceMs));
  const TriangleMesh& shown = *window->body().mesh;
  const TriangleMesh saved = read_mesh(path);
  REQUIRE(saved.triangles.size() == shown.triangles.size());
  const auto top = [](const TriangleMesh& mesh) { return std::ranges::max(mesh.vertices, {}, &Vec3::z).z; };
  CHECK(top(saved) == Approx(top(shown)).margin(0.01));

  write_body(window->window.commands(), "/nowhere/body.ply");
  REQUIRE(QTest::qWaitFor([&] { return !window->window.message().isEmpty(); }, kPatienceMs));
  CHECK(window->window.message().contains("/nowhere/body.ply"));
}

TEST_CASE("Without a usable body model the person made in code opens, and one sentence says why") {
  const QTemporaryDir folder;
  SECTION("Missing") {
    const auto window = settled_window(bodies_in(folder.path().toStdString()));
    CHECK_FALSE(window->body().made_to_measure());
    CHECK(window->window.message().contains("body-male.safetensors"));
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
    CHECK_FALSE(window->body().made_to_measure());
    CHECK(window->window.message().contains("body-male.safetensors"));
    CHECK_FALSE(control<QRadioButton>(*window, "sex_male").isEnabled());
    click(control<QListWidget>(*window, "people"), "small-woman");
    REQUIRE(window->at_rest());
    CHECK(shows(*window, person_named("small-woman")));
  }
}
