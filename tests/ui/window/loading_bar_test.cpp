#include "ui/window/loading_bar.h"

#include <QTemporaryDir>
#include <QToolButton>
#include <catch2/catch.hpp>

#include "core/bodies/built_in_person.h"
#include "core/io/mesh_file.h"
#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

/// The same body with each triangle in four, `rounds` times; its vertices are not shared.
geometry::TriangleMesh refined(geometry::TriangleMesh mesh, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    geometry::TriangleMesh fine{mesh.vertices, {}};
    for (const auto& [a, b, c] : mesh.triangles) {
      const auto first = static_cast<std::uint32_t>(fine.vertices.size());
      const Vec3 p = mesh.vertices[a], q = mesh.vertices[b], r = mesh.vertices[c];
      for (const Vec3 middle : {(p + q) * 0.5, (q + r) * 0.5, (r + p) * 0.5}) fine.vertices.push_back(middle);
      fine.triangles.push_back({a, first, first + 2});
      fine.triangles.push_back({first, b, first + 1});
      fine.triangles.push_back({first + 2, first + 1, c});
      fine.triangles.push_back({first, first + 1, first + 2});
    }
    mesh = std::move(fine);
  }
  return mesh;
}

}  // namespace

TEST_CASE("A large scan tells how far it is read, can be stopped, and then everything is as before") {
  const QTemporaryDir folder;
  const QString path = folder.filePath("large.ply");
  geometry::TriangleMesh large = bodies::built_in_person();
  while (large.triangles.size() < 700'000) large = refined(std::move(large), 1);
  io::write_ply(path.toStdString(), large);
  const auto test = settled_window();
  const auto body = test->app.engine.body();
  bool told = false;
  QObject::connect(&test->app.engine, &Engine::loading_progressed, [&](double done) {
    CHECK(done >= 0);
    CHECK(done <= 1);
    told = true;
  });
  SECTION("stopped") {
    test->app.engine.open(path.toStdString());
    REQUIRE(QTest::qWaitFor([&] { return told; }, kPatienceMs));
    test->window.findChild<QToolButton*>("cancel_loading")->click();
    REQUIRE(test->at_rest());
    CHECK(test->app.engine.body() == body);
    CHECK(test->steps() == 0);
    CHECK(test->window.message().isEmpty());
    CHECK(test->window.findChild<LoadingBar*>()->isHidden());
  }
  SECTION("not stopped, it is drawn with fewer triangles and predicted from all of them") {
    test->app.engine.open(path.toStdString());
    REQUIRE(test->at_rest());
    CHECK(told);
    CHECK(test->body().mesh->triangles.size() == large.triangles.size());
    CHECK(test->body().coarse->triangles.size() < large.triangles.size());
    CHECK_FALSE(test->body().draft);
  }
}

TEST_CASE("What is read quickly shows no bar, what takes over a second does, with a button that stops it") {
  const auto test = settled_window();
  auto& bar = *test->window.findChild<LoadingBar*>();
  test->app.engine.open("/nowhere/scan.ply");
  Q_EMIT test->app.engine.loading_progressed(0.2);
  REQUIRE(test->at_rest());
  CHECK(bar.isHidden());
  Q_EMIT test->app.engine.loading_progressed(0.4);
  REQUIRE(QTest::qWaitFor([&] { return bar.isVisible(); }, kPatienceMs));
  CHECK(bar.findChild<QProgressBar*>()->value() == 400);
  CHECK(bar.findChild<QToolButton*>()->isVisible());
}
