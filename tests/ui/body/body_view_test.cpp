#include "ui/body/body_view.h"

#include <QTest>
#include <catch2/catch.hpp>

#include "core/bodies/built_in_person.h"
#include "tests/ui/window.h"
#include "ui/xray/marker_painter.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using namespace skiagraph::inference;
using namespace skiagraph::ui;

namespace {

constexpr int kShoulder = static_cast<int>(Marker::kShoulderLeft);

std::shared_ptr<const LoadedScan> built_in_scan() {
  auto scan = std::make_shared<LoadedScan>();
  scan->scan = align_scan(built_in_person());
  scan->surface = std::make_shared<const SurfaceImage>(
      rasterise_surface({&scan->scan.mesh, 1}, scan->scan.placement(CanonicalFrame{})));
  scan->skin = body_geometry(scan->scan.mesh);
  return scan;
}

/// The middle of what has exactly the shoulders' colour; nothing where there is none.
std::optional<QPointF> dot(BodyView& view) {
  const QImage image = view.grab().toImage();
  QPointF sum;
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (image.pixelColor(x, y) == marker_colour(kShoulder)) sum += QPointF(x, y), ++count;
  if (count == 0) return std::nullopt;
  return sum / count;
}

}  // namespace

TEST_CASE("Markers are seen at their place in the body, from every side, and follow at once") {
  start_application();
  MarkerModel model;
  BodyView view(model);
  view.resize(500, 800);
  model.reset(CanonicalFrame{});
  view.set_scan(built_in_scan(), false);
  view.show();
  REQUIRE(QTest::qWaitForWindowExposed(&view));
  CHECK_FALSE(dot(view));  // no answer yet

  const CanonicalFrame frame;
  MarkerEstimates markers;
  for (MarkerEstimate& marker : markers) {
    const double middle_row = (frame.neck_row + frame.symphysis_row) / 2.0;
    marker.position = marker.answer = {middle_row, static_cast<double>(frame.centre_column)};
  }
  const auto place = [&](double row, double column) {
    markers.back().position = markers.back().answer = {row, column};
    model.take_answer(markers);
    const auto at = dot(view);
    REQUIRE(at);
    return *at;
  };
  REQUIRE(kShoulder + 1 == kMarkerCount);  // painted last, over the others
  const double row = frame.neck_row + 20.0, column = frame.centre_column + 15.0;
  const QPointF before = place(row, column), lower = place(row + 30, column), left = place(row, column + 10);
  CHECK(lower.y() > before.y() + 20);
  CHECK(std::abs(lower.x() - before.x()) < 2);
  CHECK(left.x() > before.x() + 5);  // the patient's left is on the right, seen from the front
  CHECK(std::abs(left.y() - before.y()) < 2);

  view.look_from(BodySide::kBack);
  view.catch_up();
  const QPointF behind = place(row, column);
  CHECK(behind.x() + before.x() == Approx(view.width()).margin(10));
  CHECK(behind.y() == Approx(before.y()).margin(10));
}
