// No test: makes the pictures of the training window for the help pages, as packaging/pictures asks: from
// nothing to a trained model, by the window's own buttons.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTreeWidget>
#include <catch2/catch.hpp>

#include "core/base/environment.h"
#include "tests/ui/album.h"
#include "tests/ui/training/people_and_recipe.h"
#include "ui/text/file_text.h"
#include "ui/training/sample_view.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kTrainingMs = 6 * kPatienceMs;

/// A person's own folder while it lives: what lies in it is shown as ~.
class Home {
 public:
  explicit Home(const QByteArray& folder) : before_(qgetenv("HOME")) { qputenv("HOME", folder); }
  Home(const Home&) = delete;
  Home& operator=(const Home&) = delete;
  ~Home() { qputenv("HOME", before_); }

 private:
  QByteArray before_;
};

/// Sixty of them, and their data set is chosen.
void show_people(TrainingTest& test) {
  test.show_tab("DataPage");
  test.find<QLineEdit>("population_name").setText("phantom");
  if (!std::filesystem::exists(test.workspace() / "data" / "phantom.safetensors")) test.click("make_people");
  auto& info = test.find<QLabel>("data_info");
  REQUIRE(QTest::qWaitFor([&] { return info.text().contains("60"); }, kTrainingMs));
}

void look_at_people(TrainingTest& test) {
  test.click("look_at_people");
  auto& spreads = test.find<QTableWidget>("landmark_spreads");
  REQUIRE(QTest::qWaitFor([&] { return spreads.rowCount() > 0 && spreads.isVisible(); }, kPatienceMs));
}

/// One run that is done, and one that was stopped.
void train(TrainingTest& test) {
  REQUIRE(test.comes_to(test.start_run("tiny"), RunLife::kDone, kTrainingMs));
  const auto stopped = test.start_run("second try");
  REQUIRE(QTest::qWaitFor([&] { return read_run(stopped).status.total_step > 4; }, kPatienceMs));
  test.click("stop_run");
  REQUIRE(test.comes_to(stopped, RunLife::kStopped));
}

void choose_run(TrainingTest& test, const std::filesystem::path& run) {
  test.show_tab("RunsPage");
  auto& runs = test.find<QTreeWidget>("runs");
  REQUIRE(QTest::qWaitFor([&] { return runs.topLevelItemCount() == 2; }, kPatienceMs));
  runs.setCurrentItem(runs.findItems(file_name_text(run), Qt::MatchExactly).front());
  auto& samples = test.find<SampleView>("samples");
  REQUIRE(QTest::qWaitFor([&] { return !samples.image().isNull(); }, kPatienceMs));
}

void choose_model(TrainingTest& test, const char* list, const std::filesystem::path& folder) {
  auto& models = test.find<QComboBox>(list);
  const auto row = [&] { return models.findData(path_text(folder)); };
  REQUIRE(QTest::qWaitFor([&] { return row() >= 0; }, kPatienceMs));
  models.setCurrentIndex(row());
}

void evaluate(TrainingTest& test, const std::filesystem::path& run) {
  test.show_tab("EvaluatePage");
  choose_model(test, "evaluated_model", run);
  test.click("evaluate");
  auto& markers = test.find<QTableWidget>("evaluated_markers");
  REQUIRE(QTest::qWaitFor([&] { return markers.rowCount() == kMarkerCount; }, kPatienceMs));
}

void compare(TrainingTest& test, const std::filesystem::path& run) {
  test.show_tab("ComparePage");
  choose_model(test, "second_model", run);
  test.click("compare");
  auto& button = test.find<QPushButton>("compare");
  REQUIRE(QTest::qWaitFor([&] { return button.isEnabled(); }, kPatienceMs));
}

}  // namespace

TEST_CASE("Pictures of the training window", "[.pictures]") {
  const Album album;
  const QTemporaryDir own;
  // Where one is given, people and runs are made once for all variants.
  const std::string home = environment_variable("SKIAGRAPH_PICTURES_HOME").value_or(own.path().toStdString());
  const Home mine(QByteArray::fromStdString(home));
  TrainingTest test(home);
  const auto run = test.workspace() / "runs" / "tiny";
  test.training().resize(1200, 760);
  show_people(test);
  album.add(test.training(), "training-data");
  look_at_people(test);
  album.add(test.training(), "training-people");
  if (!std::filesystem::exists(run)) train(test);
  choose_run(test, run);
  album.add(test.training(), "training-runs");
  evaluate(test, run);
  album.add(test.training(), "training-evaluate");
  compare(test, run);
  album.add(test.training(), "training-compare");
}
