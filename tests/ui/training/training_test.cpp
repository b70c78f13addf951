#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTreeWidget>
#include <catch2/catch.hpp>
#include <csignal>

#include "core/base/write_file.h"
#include "core/inference/model_library.h"
#include "tests/ui/training/people_and_recipe.h"
#include "ui/app/preferences.h"
#include "ui/text/marker_text.h"
#include "ui/training/curve_view.h"
#include "ui/training/models_page.h"
#include "ui/training/run_text.h"
#include "ui/training/sample_view.h"
#include "ui/training/workspace.h"

using namespace skiagraph;
using namespace skiagraph::ui;

TEST_CASE("The menu of training is hidden until its keys are pressed, and is remembered") {
  start_application();  // settings of its own
  show_training_menu(false);
  const auto menu_is_there = [](TestWindow& test) {
    return test.window.findChild<QMenu*>("hidden_menu")->menuAction()->isVisible();
  };
  {
    TestWindow before(no_networks(), shipped_bodies());
    CHECK_FALSE(menu_is_there(before));
  }
  TrainingTest test;
  CHECK(menu_is_there(test.main()));
  TestWindow after(no_networks(), shipped_bodies());
  CHECK(menu_is_there(after));
  test.main().window.findChild<QAction*>("hide_training")->trigger();
  CHECK_FALSE(menu_is_there(test.main()));
  CHECK_FALSE(test.training().isVisible());
  CHECK_FALSE(shows_training_menu());
}

TEST_CASE("From nothing to an installed model inside the window") {
  TrainingTest test;
  const QString shipped = test.main().app.engine.model();
  test.make_people();
  test.click("look_at_people");
  auto& spreads = test.find<QTableWidget>("landmark_spreads");
  REQUIRE(QTest::qWaitFor([&] { return spreads.rowCount() == kLandmarkCount; }, kPatienceMs));
  CHECK(spreads.item(0, 0)->text() == marker_label(0));
  CHECK(spreads.item(0, 1)->text().toDouble() > 5);
  CHECK(test.find<QTableWidget>("measure_spreads").rowCount() > 0);

  test.type_recipe(4);
  const auto run = test.start_run("first steps");
  REQUIRE(test.comes_to(run, RunLife::kDone));
  CHECK(test.find<QTreeWidget>("runs").topLevelItemCount() == 1);
  CHECK(test.find<CurveView>("losses").curves().size() == 3);
  CHECK_FALSE(test.find<CurveView>("validation").curves().empty());
  auto& samples = test.find<SampleView>("samples");
  REQUIRE(QTest::qWaitFor([&] { return !samples.image().isNull(); }, kPatienceMs));

  test.click("install_run");
  REQUIRE(QTest::qWaitFor([&] { return test.main().app.engine.model() == "first steps"; }, kPatienceMs));
  REQUIRE(test.main().at_rest());
  CHECK(inference::ModelLibrary().active() == "first steps");
  const auto facts = inference::read_model(inference::ModelLibrary().folder_of("first steps"));
  CHECK(facts.recipe == "tinier");
  CHECK(facts.card.find("| recipe | tinier |") != std::string::npos);

  test.show_tab("EvaluatePage");
  auto& markers = test.find<QTableWidget>("evaluated_markers");
  test.click("evaluate");
  REQUIRE(QTest::qWaitFor([&] { return markers.rowCount() == kMarkerCount; }, kPatienceMs));
  CHECK(markers.item(0, 1)->text().toDouble() > 0);

  test.show_tab("ModelsPage");
  auto& models = test.find<QListWidget>("models");
  REQUIRE(QTest::qWaitFor([&] { return models.count() == 2; }, kPatienceMs));
  models.setCurrentRow(1);
  test.click("finer_xrays");  // these people's pictures are not
  REQUIRE(QTest::qWaitFor([&] { return test.training().message().contains("fine pictures"); }, kPatienceMs));
  test.training().models().export_to(test.folder());
  const auto exported = test.folder() / "first steps";
  REQUIRE(QTest::qWaitFor([&] { return std::filesystem::exists(exported / "README.md"); }, kPatienceMs));
  write_file(exported / "LICENSE", "Do with it what you like.");
  test.training().models().import_folder(exported);
  QDialog* dialog = nullptr;
  REQUIRE(QTest::qWaitFor(
      [&] { return (dialog = test.training().findChild<QDialog*>("import_model_dialog")) != nullptr; },
      kPatienceMs));
  CHECK(dialog->findChild<QPlainTextEdit*>("licence")->toPlainText() == "Do with it what you like.");
  QTest::mouseClick(dialog->findChild<QPushButton*>("accept_import"), Qt::LeftButton);
  REQUIRE(QTest::qWaitFor([&] { return models.count() == 3; }, kPatienceMs));
  CHECK(inference::ModelLibrary().names() == std::vector<std::string>{"first steps", "first steps 2"});

  // One that is damaged is refused, and the one in use stays.
  const auto damaged = test.folder() / "damaged";
  std::filesystem::copy(inference::ModelLibrary().folder_of("first steps"), damaged);
  std::filesystem::resize_file(damaged / "mpn.safetensors", 1000);
  test.training().models().import_folder(damaged);
  REQUIRE(
      QTest::qWaitFor([&] { return test.training().message().contains("mpn.safetensors"); }, kPatienceMs));
  CHECK(inference::ModelLibrary().names().size() == 2);
  CHECK(test.main().app.engine.model() == "first steps");

  test.click("use_shipped");
  REQUIRE(QTest::qWaitFor([&] { return test.main().app.engine.model() == shipped; }, kPatienceMs));
  REQUIRE(test.main().at_rest());
  CHECK_FALSE(inference::ModelLibrary().active());
}

TEST_CASE("A run is paused, stopped, resumed and prolonged, and survives the death of its process") {
  TrainingTest test;
  test.give_people();
  test.type_recipe(100000);
  const auto run = test.start_run("long run");
  const auto steps = [&] { return read_run(run).status.total_step; };
  REQUIRE(test.comes_to(run, RunLife::kRunning));
  REQUIRE(QTest::qWaitFor([&] { return steps() > 2; }, kPatienceMs));

  test.click("pause_run");
  REQUIRE(test.comes_to(run, RunLife::kPaused));
  test.click("pause_run");  // says "Go on"
  REQUIRE(test.comes_to(run, RunLife::kRunning));

  test.click("stop_run");
  REQUIRE(test.comes_to(run, RunLife::kStopped));
  const auto stopped_at = steps();
  CHECK(std::filesystem::exists(run / "checkpoint.safetensors"));
  CHECK_FALSE(std::filesystem::exists(run / "lock"));

  test.click("resume_run");
  REQUIRE(test.comes_to(run, RunLife::kRunning));
  REQUIRE(QTest::qWaitFor([&] { return steps() > stopped_at; }, kPatienceMs));
  REQUIRE(read_run(run).owner.has_value());
  kill(static_cast<pid_t>(read_run(run).owner->process), SIGKILL);
  REQUIRE(test.comes_to(run, RunLife::kInterrupted));
  CHECK(test.find<QLabel>("run_sentence").text().contains("last checkpoint"));

  test.find<QSpinBox>("more_steps").setValue(5);
  test.click("prolong_run");
  REQUIRE(QTest::qWaitFor([&] { return read_run(run).status.stages == 4; }, kPatienceMs));
  REQUIRE(test.comes_to(run, RunLife::kRunning));
  test.training().close();  // nobody watches
  REQUIRE(QTest::qWaitFor([&] { return steps() > stopped_at; }, kPatienceMs));
  test.training().show();
  test.click("stop_run");
  REQUIRE(test.comes_to(run, RunLife::kStopped));
}

TEST_CASE("What cannot be trained with is told in a sentence, and nothing is started") {
  TrainingTest test;
  test.give_people();
  test.type_recipe(4);
  auto& verdict = test.find<QLabel>("recipe_verdict");
  auto& start = test.find<QPushButton>("start_training");
  CHECK(start.isEnabled());
  test.type(test.find<QPlainTextEdit>("recipe_text"), R"({"name": "x", "stages": [{"kind": "u"}]})");
  REQUIRE(QTest::qWaitFor([&] { return verdict.text().contains("no such \"kind\""); }, kPatienceMs));
  CHECK_FALSE(start.isEnabled());
}

TEST_CASE("A run with a foreign data set fails with its sentence and is in the list") {
  TrainingTest test;
  const Workspace workspace = remembered_workspace();
  make_workspace(workspace);
  std::filesystem::copy_file(SKIAGRAPH_SOURCE_DIR "/models/t.safetensors",
                             workspace.data() / "foreign.safetensors");
  test.training().hide();
  test.training().show();
  test.type_recipe(4);
  const auto run = test.start_run("foreign");
  REQUIRE(test.comes_to(run, RunLife::kFailed));
  CHECK(test.find<QLabel>("run_sentence").text().contains("foreign.safetensors"));
}
