#include "ui/engine/convergence_worker.h"

#include <catch2/catch.hpp>

#include "core/bodies/built_in_person.h"
#include "tests/ui/engine/works.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using namespace skiagraph::ui;

namespace {

std::shared_ptr<const geometry::SurfaceImage> surface() {
  const geometry::AlignedScan scan = geometry::align_scan(bodies::built_in_person());
  return std::make_shared<const geometry::SurfaceImage>(
      geometry::rasterise_surface({&scan.mesh, 1}, scan.placement(geometry::CanonicalFrame{})));
}

LoopRequest request(const std::shared_ptr<const geometry::SurfaceImage>& surface, int most_iterations) {
  LoopRequest request;
  request.surface = surface;
  request.max_iterations = most_iterations;
  request.tolerance_px = most_iterations == 1 ? 0.05 : 0;  // nothing is at rest for a tolerance of 0
  request.start = MarkerPositions{};
  request.start->fill({120, 96});
  return request;
}

struct Worker {
  ConvergenceWorker worker{shipped_networks()};
  std::vector<std::shared_ptr<const LoopReport>> reports;

  Worker() {
    start_core_application();
    bool ready = false;
    QObject::connect(&worker, &ConvergenceWorker::ready, &worker, [&] { ready = true; });
    QObject::connect(&worker, &ConvergenceWorker::reported, &worker,
                     [this](const auto& report) { reports.push_back(report); });
    worker.start();
    REQUIRE(QTest::qWaitFor([&] { return ready; }, kPatienceMs));
  }
  [[nodiscard]] bool wait_for_last(std::uint64_t id) const {
    return QTest::qWaitFor(
        [&] { return !reports.empty() && reports.back()->id == id && reports.back()->last; }, kPatienceMs);
  }
};

}  // namespace

TEST_CASE("What is shown is twice as fine as what the loop found, and has its means") {
  Worker worker;
  worker.worker.request(7, request(surface(), 3));
  REQUIRE(worker.wait_for_last(7));
  const LoopReport& report = *worker.reports.back();
  const geometry::CanonicalFrame& frame = report.xray.frame;
  REQUIRE(report.fine_xray.frame == refined(frame, 2));
  double largest = 0, added = 0;
  const auto at = [&](int row, int column) {
    return report.fine_xray.pixels[static_cast<std::size_t>(row * report.fine_xray.frame.columns + column)];
  };
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column) {
      const float whole = report.xray.pixels[static_cast<std::size_t>(row * frame.columns + column)];
      // Where nothing was cut off at black.
      if (whole < 0.1F) continue;
      const float mean = (at(2 * row, 2 * column) + at(2 * row, 2 * column + 1) +
                          at(2 * row + 1, 2 * column) + at(2 * row + 1, 2 * column + 1)) /
                         4;
      largest = std::max(largest, std::abs(static_cast<double>(mean) - whole));
      added = std::max(added, std::abs(static_cast<double>(at(2 * row, 2 * column)) - whole));
    }
  CHECK(largest < 1e-4);
  CHECK(added > 5e-3);
}

TEST_CASE("A draft is delivered once") {
  Worker worker;
  worker.worker.request(1, request(surface(), 1));
  REQUIRE(worker.wait_for_last(1));
  CHECK(worker.reports.size() == 1);
}

TEST_CASE("Each iteration is delivered once, and the last one says so") {
  Worker worker;
  worker.worker.request(1, request(surface(), 4));
  REQUIRE(worker.wait_for_last(1));
  std::vector<int> iterations;
  for (const auto& report : worker.reports) iterations.push_back(report->iterations);
  CHECK(iterations == std::vector<int>{1, 2, 3, 4});
}

TEST_CASE("A cancelled request never says that it is complete") {
  Worker worker;
  const auto body = surface();
  worker.worker.request(1, request(body, 10000));
  REQUIRE(QTest::qWaitFor([&] { return !worker.reports.empty(); }, kPatienceMs));
  worker.worker.request(2, request(body, 1));
  REQUIRE(worker.wait_for_last(2));
  for (const auto& report : worker.reports)
    if (report->id == 1) CHECK_FALSE(report->last);
}

TEST_CASE("A failed request says which it was, and the next one is answered") {
  Worker worker;
  LoopRequest wrong = request(surface(), 1);
  wrong.pins.push_back({Marker::kNeck, {-500, 0}});
  std::vector<std::uint64_t> failed;
  QObject::connect(&worker.worker, &ConvergenceWorker::failed, &worker.worker,
                   [&](std::uint64_t id, const auto&) { failed.push_back(id); });
  worker.worker.request(7, wrong);
  REQUIRE(QTest::qWaitFor([&] { return !failed.empty(); }, kPatienceMs));
  CHECK(failed == std::vector<std::uint64_t>{7});
  worker.worker.request(8, request(surface(), 1));
  CHECK(worker.wait_for_last(8));
}
