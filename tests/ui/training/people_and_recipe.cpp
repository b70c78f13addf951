#include "tests/ui/training/people_and_recipe.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <utility>

#include "core/inference/model_library.h"
#include "ui/training/workspace.h"

namespace skiagraph::ui {
namespace {

/// As the program finds them: the active model, else the shipped one.
PredictorFactory active_networks() {
  inference::PredictorOptions options;
  options.compute_type = inference::ComputeType::kInt8;  // no self-test
  return [options] {
    const inference::ModelLibrary library;
    const auto active = library.active();
    return std::make_unique<inference::Predictor>(
        active ? library.folder_of(*active) : std::filesystem::path(SKIAGRAPH_SOURCE_DIR "/models"), "cpu",
        options);
  };
}

}  // namespace

TrainingTest::TrainingTest(std::filesystem::path folder) : folder_(std::move(folder)) {
  start_application();
  if (folder_.empty()) folder_ = own_folder_.path().toStdString();
  setenv("SKIAGRAPH_CLI", SKIAGRAPH_CLI, 1);
  setenv("XDG_DATA_HOME", folder_.c_str(), 1);
  remember_workspace_folder(workspace());
  main_ = std::make_unique<TestWindow>(active_networks(), shipped_bodies());
  main_->start();
  REQUIRE(main_->at_rest());
  QTest::keyClick(&main_->window, Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
  training_ = main_->window.findChild<TrainingWindow*>();
  REQUIRE(training_ != nullptr);
  REQUIRE(QTest::qWaitForWindowExposed(training_));
}

TrainingTest::~TrainingTest() {
  main_.reset();  // before the folder that it looks at
  unsetenv("XDG_DATA_HOME");
}

void TrainingTest::show_tab(const char* page) {
  QTabWidget& tabs = training_->tabs();
  for (int n = 0; n < tabs.count(); ++n)
    if (QString(tabs.widget(n)->metaObject()->className()).endsWith(page)) tabs.setCurrentIndex(n);
}

void TrainingTest::click(const char* name) {
  auto& button = find<QPushButton>(name);
  INFO(name);
  REQUIRE(QTest::qWaitFor([&] { return button.isEnabled() && button.isVisible(); }, kPatienceMs));
  QTest::mouseClick(&button, Qt::LeftButton);
}

void TrainingTest::type(QWidget& field, const QString& text) {
  field.setFocus();
  QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(&field, text);
}

void TrainingTest::make_people() {
  show_tab("DataPage");
  find<QComboBox>("population_source").setCurrentIndex(1);
  find<QSpinBox>("phantom_bases").setValue(1);
  find<QSpinBox>("people").setValue(10);
  click("make_people");
  auto& files = find<QListWidget>("data_files");
  REQUIRE(QTest::qWaitFor([&] { return files.count() == 1; }, kPatienceMs));
  auto& info = find<QLabel>("data_info");
  REQUIRE(QTest::qWaitFor([&] { return info.text().contains("10 people"); }, kPatienceMs));
}

void TrainingTest::give_people() {
  static const QTemporaryDir kept;
  const std::filesystem::path people = kept.path().toStdString() + "/people.safetensors";
  const Workspace workspace = remembered_workspace();
  if (!std::filesystem::exists(people)) {
    make_people();
    std::filesystem::copy_file(data_files(workspace).front(), people);
    return;
  }
  make_workspace(workspace);
  std::filesystem::copy_file(people, workspace.data() / "people.safetensors");
  training_->hide();
  training_->show();  // it looks anew
}

void TrainingTest::type_recipe(int steps) {
  show_tab("RecipePage");
  auto& verdict = find<QLabel>("recipe_verdict");
  REQUIRE(QTest::qWaitFor([&] { return verdict.text().contains("64 steps"); }, kPatienceMs));  // the tiny one
  const QString stage =
      QStringLiteral(R"({"kind": "%1", "shrink": 4, "batch": 2, "steps": %2, "learning_rate": 2e-3})");
  QStringList stages;
  for (const char* kind : {"t", "cign", "mpn"}) stages << stage.arg(kind).arg(steps);
  type(find<QPlainTextEdit>("recipe_text"),
       R"({"name": "tinier", "seed": 7, "marker_shrink": 4, "stages": [)" + stages.join(", ") + "]}");
  REQUIRE(QTest::qWaitFor([&] { return verdict.text().contains(QString("%1 steps").arg(3 * steps)); },
                          kPatienceMs));
}

std::filesystem::path TrainingTest::start_run(const QString& name) {
  show_tab("RecipePage");
  type(find<QLineEdit>("run_name"), name);
  click("start_training");
  const std::filesystem::path run = workspace() / "runs" / name.toStdString();
  REQUIRE(QTest::qWaitFor([&] { return life_of(run) != RunLife::kUnreadable; }, kPatienceMs));
  return run;
}

RunLife TrainingTest::life_of(const std::filesystem::path& folder) const {
  for (const RunState& run : training_->hub().watcher().runs())
    if (run.folder == folder) return run.life;
  return RunLife::kUnreadable;
}

bool TrainingTest::comes_to(const std::filesystem::path& run, RunLife life, int patience_ms) const {
  return QTest::qWaitFor([&] { return life_of(run) == life; }, patience_ms);
}

}  // namespace skiagraph::ui
