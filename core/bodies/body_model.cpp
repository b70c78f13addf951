#include "core/bodies/body_model.h"

#include <algorithm>
#include <cmath>

#include "core/bodies/girth.h"

namespace skiagraph::bodies {
namespace {

using Points = std::vector<Vec3>;

/// Where the skin passes a height.
std::vector<SlicePoint> slice(const BodyModel& model, const Points& points, double z, bool with_arms) {
  std::vector<SlicePoint> outline;
  for (const auto& corners : model.triangles) {
    if (!with_arms && std::ranges::any_of(corners, [&](std::uint32_t v) { return model.on_arm[v] != 0; }))
      continue;
    for (std::size_t n = 0; n < 3; ++n) {
      const Vec3 a = points[corners[n]], b = points[corners[(n + 1) % 3]];
      // Two triangles share each edge; counted only where it rises, it is counted once.
      if (!(a.z <= z && z < b.z)) continue;
      const Vec3 p = a + (b - a) * ((z - a.z) / (b.z - a.z));
      outline.push_back({p.x, p.y});
    }
  }
  return outline;
}

double breadth(const std::vector<SlicePoint>& outline) {
  if (outline.empty()) return 0;
  const auto [right, left] = std::ranges::minmax(outline, {}, &SlicePoint::x);
  return left.x - right.x;
}

}  // namespace

Points body_points(const BodyModel& model, const std::vector<double>& coefficients) {
  Points points = model.mean;
  for (std::size_t k = 0; k < coefficients.size(); ++k) {
    const Points& component = model.components[k];
    for (std::size_t n = 0; n < points.size(); ++n) points[n] = points[n] + component[n] * coefficients[k];
  }
  return points;
}

double enclosed_litres(const Points& vertices, const std::vector<std::array<std::uint32_t, 3>>& triangles) {
  constexpr double kCubicMmPerLitre = 1e6;
  double six_volumes = 0;
  for (const auto& [a, b, c] : triangles) six_volumes += dot(vertices[a], cross(vertices[b], vertices[c]));
  return six_volumes / 6 / kCubicMmPerLitre;
}

BodySizes measured_sizes(const BodyModel& model, const Points& points) {
  constexpr double kHumeralHeadRadiusMm = 24;
  const Vec3* tracked = points.data() + model.on_arm.size();
  const auto [lowest, highest] = std::ranges::minmax_element(
      points.begin(), points.begin() + static_cast<std::ptrdiff_t>(model.on_arm.size()), {}, &Vec3::z);
  const double litres = enclosed_litres(points, model.triangles), symphysis = tracked[kSymphysisPoint].z;
  BodySizes sizes{};
  const double stature = size_in(sizes, BodySize::kStature) = highest->z - lowest->z;
  const double metres = stature / 1000;
  size_in(sizes, BodySize::kWeight) =
      litres * (model.density.constant + model.density.by_build * litres / (metres * metres));
  const double torso = size_in(sizes, BodySize::kTorso) = tracked[kNeckPoint].z - symphysis;
  const double joints =
      (tracked[kRightShoulderPoint].z + tracked[kLeftShoulderPoint].z) / 2 - kHumeralHeadRadiusMm;
  size_in(sizes, BodySize::kShoulder) = breadth(slice(model, points, joints, true));
  const auto girth = [&](Girth where) {
    const double level = kGirthLevels[static_cast<std::size_t>(where)];
    return tape_length(slice(model, points, symphysis + level * torso, false));
  };
  size_in(sizes, BodySize::kChest) = girth(Girth::kChest);
  size_in(sizes, BodySize::kWaist) = girth(Girth::kWaist);
  size_in(sizes, BodySize::kHip) = girth(Girth::kHip);
  return sizes;
}

SizeRange size_range(const BodyModel& model, BodySize size) {
  constexpr double kDeviations = 3.5;
  const auto n = static_cast<std::size_t>(size);
  const double reach = kDeviations * std::sqrt(model.statistics.covariance[n][n]);
  return {std::exp(model.statistics.mean[n] - reach), std::exp(model.statistics.mean[n] + reach)};
}

}  // namespace skiagraph::bodies
