#include "core/geometry/body_axes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/geometry/body_sections.h"
#include "core/geometry/principal_axes.h"

namespace skiagraph::geometry {
namespace {

constexpr int kLevels = BodySections::kLevels;
/// Nearer to an axis of the file than this, the body is taken to have been aligned on purpose.
constexpr double kSnapDegrees = 7;

Vec3 normalised(Vec3 v) {
  return v * (1 / norm(v));
}

/// "+x", or three numbers with commas between them; of length 1.
std::optional<Vec3> parse_direction(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (text.size() == 2 && (text[0] == '+' || text[0] == '-') && text[1] >= 'x' && text[1] <= 'z') {
    const double sign = text[0] == '+' ? 1 : -1;
    return Vec3{text[1] == 'x' ? sign : 0, text[1] == 'y' ? sign : 0, text[1] == 'z' ? sign : 0};
  }
  const std::vector<std::string> parts = split(text, ',');
  if (parts.size() == 3) {
    const auto x = number_in(parts[0]), y = number_in(parts[1]), z = number_in(parts[2]);
    if (x && y && z && std::isfinite(*x + *y + *z) && norm({*x, *y, *z}) > 0) return normalised({*x, *y, *z});
  }
  throw InputError("axes.direction",
                   "\"{}\" is not a direction; use +x, -x, +y, -y, +z, -z or three numbers such as 0.1,-1,0.",
                   text);
}

/// The file axis (at right angles to `normal`, when given) that `direction` nearly has, else `direction`
/// itself.
Vec3 snapped(Vec3 direction, std::optional<Vec3> normal = std::nullopt, double degrees = kSnapDegrees) {
  for (Vec3 axis : {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}}) {
    if (normal) {
      axis = axis - *normal * dot(axis, *normal);
      if (norm(axis) < 0.5) continue;
      axis = normalised(axis);
    }
    const double cosine = dot(axis, direction);
    if (std::abs(cosine) > std::cos(degrees * std::numbers::pi / 180)) return cosine > 0 ? axis : axis * -1;
  }
  return direction;
}

Vec3 any_perpendicular(Vec3 axis) {
  return normalised(cross(axis, std::abs(axis.z) < 0.9 ? Vec3{0, 0, 1} : Vec3{1, 0, 0}));
}

/// The angle from +x in which cross-sections of trunk and head are broadest. Each level votes with the
/// doubled angle of its largest spread, so that a few levels with arms held forward do not decide. Legs have
/// no vote: in a step they are far apart fore and aft.
double broad_direction(const BodySections& sections, bool head_is_high) {
  double cosine = 0, sine = 0;
  const int from = kLevels * 48 / 100, to = kLevels * 93 / 100;
  for (int n = from; n < to; ++n) {
    const int level = head_is_high ? n : kLevels - 1 - n;
    double weight = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0;
    for (const Region& r : sections.regions(level)) {
      weight += r.area, x += r.area * r.x, y += r.area * r.y;
      xx += r.area * (r.xx + r.x * r.x), xy += r.area * (r.xy + r.x * r.y), yy += r.area * (r.yy + r.y * r.y);
    }
    if (weight == 0) continue;
    x /= weight, y /= weight;
    xx = xx / weight - x * x, xy = xy / weight - x * y, yy = yy / weight - y * y;
    const double spread = xx + yy;
    if (spread <= 0) continue;
    const double vote = std::sqrt(weight) / spread;
    cosine += vote * (xx - yy), sine += vote * 2 * xy;
  }
  return 0.5 * std::atan2(sine, cosine);
}

/// The direction of the trunk's middle, from hips to shoulders, in the axes of the sections: a leg held
/// forward takes the long axis of the whole body with it, and this not. Nothing where the legs are not apart
/// fore and aft of each other.
std::optional<Vec3> trunk_direction(const BodySections& sections, bool head_is_high, double breadth_angle) {
  constexpr double kApart = 0.15;  // of the height
  const auto level = [&](double share) {
    return static_cast<int>((head_is_high ? share : 1 - share) * (kLevels - 1));
  };
  const auto depth = [&](const Region& region) {
    return region.y * std::cos(breadth_angle) - region.x * std::sin(breadth_angle);
  };
  double apart = 0;
  for (double share = 0.1; share < 0.48; share += 0.01) {
    const auto& regions = sections.regions(level(share));
    if (regions.size() > 1 && regions[1].area > 0.3 * regions[0].area)
      apart = std::max(apart, std::abs(depth(regions[1]) - depth(regions[0])));
  }
  if (apart < kApart * sections.height()) return std::nullopt;
  double count = 0, x = 0, y = 0, z = 0, zz = 0, xz = 0, yz = 0;
  for (double share = 0.58; share < 0.8; share += 0.01) {
    const int n = level(share);
    if (sections.regions(n).empty()) continue;
    const Region& trunk = sections.regions(n).front();
    const double at = sections.z(n);
    ++count, x += trunk.x, y += trunk.y, z += at, zz += at * at, xz += trunk.x * at, yz += trunk.y * at;
  }
  const double spread = count * zz - z * z;
  if (!(spread > 0)) return std::nullopt;
  return normalised({(count * xz - x * z) / spread, (count * yz - y * z) / spread, 1});
}

/// How much narrower a profile gets between two broader parts: 0 not at all, 1 down to nothing. The profile
/// is read from one end inwards.
double waist(const std::vector<double>& profile) {
  double best = 0, outer = 0;
  for (std::size_t i = 0; i < profile.size(); ++i) {
    const double inner = *std::max_element(profile.begin() + static_cast<std::ptrdiff_t>(i), profile.end());
    const double sides = std::min(outer, inner);
    if (sides > 0) best = std::max(best, 1 - profile[i] / sides);
    outer = std::max(outer, profile[i]);
  }
  return best;
}

/// > 0 when the high levels are the head end.
double head_is_high(const BodySections& sections) {
  // Legs are two regions of similar area. Raised arms are too, but their area is smaller.
  double low = 0, high = 0, total = 0, moment = 0;
  std::array<std::vector<double>, 2> ends;
  for (int level = 0; level < kLevels; ++level) {
    const auto& regions = sections.regions(level);
    if (regions.empty()) continue;
    double area = 0;
    for (const Region& r : regions) area += r.area;
    total += area, moment += area * (level + 0.5) / kLevels;
    if (regions.size() >= 2 && regions[1].area > 0.45 * regions[0].area) {
      (level < kLevels / 2 ? low : high) += regions[1].area;
    }
  }
  const int reach = kLevels * 35 / 100;
  for (int i = 0; i < reach; ++i) {
    for (int end = 0; end < 2; ++end) {
      const auto& regions = sections.regions(end == 0 ? i : kLevels - 1 - i);
      ends[end].push_back(regions.empty() ? 0 : regions[0].area);
    }
  }
  const double taper = std::clamp((moment / std::max(total, 1e-300) - 0.5) / 0.05, -1.0, 1.0);
  const bool legs = low + high > 0.03 * total;
  if (legs) return 2 * (low - high) / (low + high) + 0.3 * taper;
  // A body without legs: the neck is a waist near the head end.
  return waist(ends[1]) - waist(ends[0]);
}

/// Head and breadth can be found with any two axes at right angles to the long axis.
struct Around {
  Around(const TriangleMesh& mesh, Vec3 up)
      : axes{any_perpendicular(up), cross(up, any_perpendicular(up)), up}, sections(rotated(mesh, axes)) {}

  BodyAxes axes;
  BodySections sections;
};

}  // namespace

void rotate(TriangleMesh& mesh, const BodyAxes& axes) {
  for (Vec3& p : mesh.vertices) p = {dot(p, axes.left), dot(p, axes.back), dot(p, axes.up)};
}

TriangleMesh rotated(TriangleMesh mesh, const BodyAxes& axes) {
  rotate(mesh, axes);
  return mesh;
}

BodyAxes find_body_axes(const TriangleMesh& mesh, const ScanAxes& given) {
  const std::optional<Vec3> given_up = parse_direction(given.up), given_front = parse_direction(given.front);
  if (given_up && given_front && std::abs(dot(*given_up, *given_front)) > 0.5) {
    throw InputError("axes.angle", "Up and front must be at right angles, but {} and {} are not.", given.up,
                     given.front);
  }

  Vec3 up = given_up.value_or(principal_axes(mesh)[0]);
  if (!given_up) {
    if (given_front) {
      up = up - *given_front * dot(up, *given_front);
      if (norm(up) < 0.3)
        throw InputError("axes.front_along_body",
                         "The front {} lies along the body; give the up direction too.", given.front);
      up = normalised(up);
    }
    up = snapped(up, given_front);
  }

  Around around(mesh, up);
  bool upside_down = !given_up && head_is_high(around.sections) < 0;
  double angle = broad_direction(around.sections, !upside_down);
  const bool aligned_on_purpose = std::max({std::abs(up.x), std::abs(up.y), std::abs(up.z)}) == 1;
  if (!given_up && !given_front && !aligned_on_purpose) {
    constexpr double kLeaning = 12;  // degrees that a trunk may lean in a step
    if (const auto trunk = trunk_direction(around.sections, !upside_down, angle)) {
      up = snapped(around.axes.left * trunk->x + around.axes.back * trunk->y + up * trunk->z, std::nullopt,
                   kLeaning);
      around = Around(mesh, up);
      upside_down = head_is_high(around.sections) < 0;
      angle = broad_direction(around.sections, !upside_down);
    }
  }

  Vec3 left = around.axes.left * std::cos(angle) + around.axes.back * std::sin(angle);
  if (upside_down) up = up * -1;
  if (given_front) {
    const Vec3 back = normalised(up * dot(up, *given_front) - *given_front);
    return {cross(back, up), back, up};
  }
  left = snapped(left, up);
  return {left, cross(up, left), up};
}

}  // namespace skiagraph::geometry
