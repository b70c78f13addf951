#include "ui/body/body_camera.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace skiagraph::ui {
namespace {

double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}

double half_slope() {
  return std::tan(radians(kViewDegrees / 2));
}

Vec3 unit(Vec3 v) {
  return v * (1 / norm(v));
}

/// Rodrigues' formula.
Vec3 rotated(Vec3 v, Vec3 axis, double angle) {
  return v * std::cos(angle) + cross(axis, v) * std::sin(angle) +
         axis * (dot(axis, v) * (1 - std::cos(angle)));
}

/// Of the box along a direction.
double half_size(const BodyBox& box, Vec3 direction) {
  const Vec3 half = (box.high - box.low) * 0.5;
  return std::abs(direction.x) * half.x + std::abs(direction.y) * half.y + std::abs(direction.z) * half.z;
}

QVector3D vector(Vec3 v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}

struct Side {
  Vec3 eye, up;
};
constexpr std::array<Side, 6> kSides{{{{0, -1, 0}, {0, 0, 1}},
                                      {{0, 1, 0}, {0, 0, 1}},
                                      {{1, 0, 0}, {0, 0, 1}},
                                      {{-1, 0, 0}, {0, 0, 1}},
                                      {{0, 0, 1}, {0, -1, 0}},
                                      {{0, 0, -1}, {0, -1, 0}}}};

}  // namespace

bool usable(const session::BodyCamera& camera) {
  constexpr double kLeastMm = 1;
  const Vec3 arm = camera.position - camera.focal_point;
  return norm(arm) > kLeastMm && norm(cross(camera.up, arm)) > 1e-6 * norm(arm);
}

session::BodyCamera standard_camera(session::BodySide side, const BodyBox& box, double aspect) {
  constexpr double kMargin = 1.06;
  const auto& [eye, up] = kSides[static_cast<std::size_t>(side)];
  const Vec3 middle = (box.low + box.high) * 0.5;
  const double half = std::max(half_size(box, up), half_size(box, cross(up, eye)) / aspect);
  return {middle + eye * (kMargin * half / half_slope() + half_size(box, eye)), middle, up};
}

session::BodyCamera turned(const session::BodyCamera& camera, double round_degrees, double tilt_degrees) {
  constexpr Vec3 kHeight{0, 0, 1};
  Vec3 arm = camera.position - camera.focal_point;
  const Vec3 across = unit(cross(camera.up, arm));  // to the right in the picture
  Vec3 up = unit(cross(arm, across));
  // Between straight from above and straight from below, where `up` becomes level.
  const double tilt = std::asin(std::clamp(arm.z / norm(arm), -1.0, 1.0));
  const double by =
      std::clamp(tilt + radians(tilt_degrees), -std::numbers::pi / 2, std::numbers::pi / 2) - tilt;
  arm = rotated(arm, across, -by);
  up = rotated(up, across, -by);
  const double round = radians(-round_degrees);
  return {camera.focal_point + rotated(arm, kHeight, round), camera.focal_point,
          unit(rotated(up, kHeight, round))};
}

session::BodyCamera panned(const session::BodyCamera& camera, QPointF by) {
  const Vec3 arm = camera.position - camera.focal_point;
  const double height = 2 * norm(arm) * half_slope();
  const Vec3 across = unit(cross(camera.up, arm)), up = unit(cross(arm, across));
  const Vec3 move = (across * -by.x() + up * by.y()) * height;
  return {camera.position + move, camera.focal_point + move, camera.up};
}

session::BodyCamera zoomed(const session::BodyCamera& camera, double factor) {
  constexpr double kNearestMm = 50, kFarthestMm = 50'000;
  const Vec3 arm = camera.position - camera.focal_point;
  const double distance = std::clamp(norm(arm) / factor, kNearestMm, kFarthestMm);
  return {camera.focal_point + unit(arm) * distance, camera.focal_point, camera.up};
}

QMatrix4x4 picture_matrix(const session::BodyCamera& camera, double aspect) {
  constexpr float kNear = 1, kFar = 100'000;
  QMatrix4x4 matrix;
  matrix.perspective(static_cast<float>(kViewDegrees), static_cast<float>(aspect), kNear, kFar);
  matrix.lookAt(vector(camera.position), vector(camera.focal_point), vector(camera.up));
  return matrix;
}

std::optional<QPointF> BodyProjection::to_pane(Vec3 place) const {
  const QVector4D at = matrix_ * QVector4D(vector(place), 1);
  if (at.w() <= 0) return std::nullopt;
  return QPointF((1 + at.x() / at.w()) / 2 * pane_.width(), (1 - at.y() / at.w()) / 2 * pane_.height());
}

}  // namespace skiagraph::ui
