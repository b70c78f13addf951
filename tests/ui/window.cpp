#include "tests/ui/window.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <catch2/catch.hpp>
#include <cmath>

#include "core/anatomy/body_model_file.h"

namespace skiagraph {

void start_application() {
  static int count = 1;
  static char name[] = "test_ui";
  static char* arguments[] = {name, nullptr};
  // Never deleted: OpenGL outlives no application.
  [[maybe_unused]] static auto* instance = new QApplication(count, arguments);
}

PredictorFactory shipped_networks() {
  PredictorOptions options;
  options.form = NetworkForm::kInt8;  // no self-test
  return [options] { return std::make_unique<Predictor>(SKIAGRAPH_SOURCE_DIR "/models", "cpu", options); };
}

BodyModelSource bodies_in(const std::filesystem::path& folder) {
  return [folder](Sex sex) { return read_body_model(folder / body_model_file_name(sex)); };
}

BodyModelSource shipped_bodies() {
  return bodies_in(SKIAGRAPH_SOURCE_DIR "/models");
}

std::unique_ptr<MainWindow> settled_window(const BodyModelSource& bodies, const QString& scan) {
  start_application();
  auto window = std::make_unique<MainWindow>(shipped_networks(), bodies, scan);
  QSignalSpy settled(window.get(), &MainWindow::settled);
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
