// No test of every run: test_ui "[soak]" plays many shortened scenes and prints how much memory they take.
#include <QFile>
#include <QImage>
#include <catch2/catch.hpp>
#include <iostream>
#include <string>

#include "core/base/environment.h"
#include "tests/ui/demo/stand.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

/// Resident memory of this process.
double resident_mb() {
  QFile file("/proc/self/status");
  REQUIRE(file.open(QIODevice::ReadOnly));
  for (const QByteArray& line : file.readAll().split('\n'))
    if (line.startsWith("VmRSS:")) return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
  return 0;
}

/// A scene in a few frames: its person comes, every phase is gone through, and now and then a visitor drags.
void play_one(TestStand& stand, bool visited) {
  const int before = stand.player().scenes_played();
  if (visited) {
    stand.visit();
    XrayView& view = stand.window.xray_view();
    const QPoint at = view.geometry_now().to_pane(stand.marker(Marker::kLiverTop)).toPoint();
    QTest::mousePress(&view, Qt::LeftButton, {}, at);
    QTest::mouseMove(&view, at + QPoint(0, 20));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, at + QPoint(0, 20));
    QTest::mouseClick(&stand.part<QPushButton>("stand_what"), Qt::LeftButton);
    QTest::mouseClick(&stand.part<QPushButton>("stand_person"), Qt::LeftButton);
    stand.pass(DemoPlayer::kPauseSeconds);
  }
  constexpr double kSkip = 1.5;  // seconds of the script for each turn of the event loop
  REQUIRE(QTest::qWaitFor(
      [&] {
        stand.run(kSkip);
        return stand.player().scenes_played() > before;
      },
      kPatienceMs));
}

}  // namespace

TEST_CASE("Thousands of scenes take no more memory than a hundred", "[.soak]") {
  const int scenes = std::stoi(environment_variable("SKIAGRAPH_SOAK_SCENES").value_or("2000"));
  constexpr int kWarm = 100, kVisitEvery = 10;
  TestStand stand(shipped_networks(), shipped_bodies(), {640, 480});
  REQUIRE(stand.person_comes());
  std::cout << "at the first person: " << resident_mb() << " MB" << std::endl;
  double warm_mb = 0;
  for (int n = 1; n <= scenes; ++n) {
    play_one(stand, n % kVisitEvery == 0);
    if (n == kWarm) warm_mb = resident_mb();
    if (n % kWarm == 0) std::cout << "after " << n << " scenes: " << resident_mb() << " MB" << std::endl;
  }
  constexpr double kNoiseMb = 20;
  if (scenes > kWarm) CHECK(resident_mb() < warm_mb + kNoiseMb);
  CHECK(stand.app.document.history().count() <= 1);
}
