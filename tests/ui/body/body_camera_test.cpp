#include "ui/body/body_camera.h"

#include <QSizeF>
#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

const BodyBox kBox{{-250, -150, 0}, {250, 150, 1750}};
const QSizeF kPane(500, 800);
const Vec3 kMiddle{0, 0, 875};

QPointF at(const session::BodyCamera& camera, Vec3 place) {
  const auto found = BodyProjection(camera, kPane).to_pane(place);
  REQUIRE(found);
  return *found;
}

session::BodyCamera view_from(session::BodySide side) {
  return standard_camera(side, kBox, kPane.width() / kPane.height());
}

}  // namespace

TEST_CASE("Every standard view shows the whole body, and each side where it belongs") {
  using enum session::BodySide;
  for (const auto side : {kFront, kBack, kLeft, kRight, kTop, kBottom})
    for (const double x : {kBox.low.x, kBox.high.x})
      for (const double y : {kBox.low.y, kBox.high.y})
        for (const double z : {kBox.low.z, kBox.high.z})
          CHECK(QRectF({}, kPane).contains(at(view_from(side), {x, y, z})));
  const Vec3 left{100, 0, 875}, front{0, -100, 875}, head{0, 0, 1700};
  const QPointF middle(250, 400);
  CHECK(at(view_from(kFront), left).x() > middle.x());
  CHECK(at(view_from(kBack), left).x() < middle.x());
  CHECK(at(view_from(kLeft), front).x() < middle.x());
  CHECK(at(view_from(kRight), front).x() > middle.x());
  for (const auto side : {kFront, kBack, kLeft, kRight}) CHECK(at(view_from(side), head).y() < middle.y());
  for (const auto side : {kTop, kBottom}) CHECK(at(view_from(side), front).y() < middle.y());
  CHECK(at(view_from(kTop), left).x() < middle.x());
  CHECK(at(view_from(kBottom), left).x() > middle.x());
}

TEST_CASE("However far it is turned and tilted, the head stays up and the distance the same") {
  session::BodyCamera camera = view_from(session::BodySide::kFront);
  const double distance = norm(camera.position - camera.focal_point);
  for (const double tilt : {30.0, 100.0, -50.0, -200.0, 40.0, 300.0}) {
    camera = turned(camera, 37, tilt);
    CHECK(camera.up.z > -1e-9);
    CHECK(norm(camera.position - camera.focal_point) == Approx(distance));
    CHECK(std::abs(dot(camera.up, camera.position - camera.focal_point)) < 1e-6 * distance);
  }
  camera = turned(camera, 0, -60);
  CHECK(at(camera, {0, 0, 1700}).y() < at(camera, {0, 0, 100}).y());
}

TEST_CASE("The body follows a hand that pans, and stays in the middle when it is zoomed") {
  const session::BodyCamera camera = turned(view_from(session::BodySide::kFront), 25, 15);
  const QPointF from = at(camera, kMiddle), to = at(panned(camera, {0.1, -0.05}), kMiddle);
  CHECK(to.x() - from.x() == Approx(0.1 * kPane.height()).margin(0.5));
  CHECK(to.y() - from.y() == Approx(-0.05 * kPane.height()).margin(0.5));
  const session::BodyCamera near = zoomed(camera, 2);
  CHECK(norm(near.position - near.focal_point) == Approx(norm(camera.position - camera.focal_point) / 2));
  CHECK(norm(zoomed(camera, 1e9).position - camera.focal_point) > 10);
}

TEST_CASE("A camera through which nothing can be seen is told from a good one") {
  CHECK(usable(view_from(session::BodySide::kTop)));
  CHECK_FALSE(usable({{1, 2, 3}, {1, 2, 3}, {0, 0, 1}}));
  CHECK_FALSE(usable({{0, 0, 2000}, {0, 0, 0}, {0, 0, 1}}));
  CHECK_FALSE(usable({{0, -2000, 0}, {0, 0, 0}, {0, 0, 0}}));
}
