#include "tests/ui/window.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <catch2/catch.hpp>
#include <cmath>

#include "core/bodies/body_model_file.h"

namespace skiagraph {

void start_application() {
  static int count = 1;
  static char name[] = "test_ui";
  static char* arguments[] = {name, nullptr};
  // Never deleted: OpenGL outlives no application.
  [[maybe_unused]] static auto* instance = new QApplication(count, arguments);
}

ui::PredictorFactory shipped_networks() {
  inference::PredictorOptions options;
  options.form = inference::ComputeType::kInt8;  // no self-test
  return [options] {
    return std::make_unique<inference::Predictor>(SKIAGRAPH_SOURCE_DIR "/models", "cpu", options);
  };
}

ui::BodyModelSource bodies_in(const std::filesystem::path& folder) {
  return [folder](bodies::Sex sex) {
    return bodies::read_body_model(folder / bodies::body_model_file_name(sex));
  };
}

ui::BodyModelSource shipped_bodies() {
  return bodies_in(SKIAGRAPH_SOURCE_DIR "/models");
}

std::unique_ptr<ui::MainWindow> settled_window(const ui::BodyModelSource& bodies, const QString& scan) {
  start_application();
  auto window = std::make_unique<ui::MainWindow>(shipped_networks(), bodies, scan);
  QSignalSpy settled(window.get(), &ui::MainWindow::settled);
  window->show();
  REQUIRE(QTest::qWaitForWindowExposed(window.get()));
  REQUIRE(settled.wait(kPatienceMs));
  return window;
}

double difference(const std::vector<float>& a, const std::vector<float>& b) {
  REQUIRE(a.size() == b.size());
  double sum = 0;
  for (std::size_t n = 0; n < a.size(); ++n) sum += std::abs(a[n] - b[n]);
  return sum;
}

}  // namespace skiagraph
