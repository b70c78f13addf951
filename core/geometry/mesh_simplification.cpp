#include "core/geometry/mesh_simplification.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <queue>
#include <utility>
#include <vector>

namespace skiagraph::geometry {
namespace {

/// Sum of squared distances to planes and points, as x A x + 2 b x + c with a symmetric A.
struct Quadric {
  double xx = 0, xy = 0, xz = 0, yy = 0, yz = 0, zz = 0;
  Vec3 b;
  double c = 0;

  void add(const Quadric& q) {
    xx += q.xx, xy += q.xy, xz += q.xz, yy += q.yy, yz += q.yz, zz += q.zz;
    b = b + q.b;
    c += q.c;
  }
  [[nodiscard]] Vec3 times(Vec3 p) const {
    return {xx * p.x + xy * p.y + xz * p.z, xy * p.x + yy * p.y + yz * p.z, xz * p.x + yz * p.y + zz * p.z};
  }
  [[nodiscard]] double at(Vec3 p) const { return dot(p, times(p)) + 2 * dot(b, p) + c; }
  /// Where it is least, by Cramer's rule.
  [[nodiscard]] Vec3 least() const {
    const Vec3 u{xx, xy, xz}, v{xy, yy, yz}, w{xz, yz, zz};
    const Vec3 vw = cross(v, w), wu = cross(w, u), uv = cross(u, v);
    return (vw * b.x + wu * b.y + uv * b.z) * (-1 / dot(u, vw));
  }
};

Quadric plane_quadric(Vec3 normal, Vec3 p, double weight) {
  const double d = -dot(normal, p);
  const Vec3 n = normal * weight;
  return {n.x * normal.x, n.x * normal.y, n.x * normal.z, n.y * normal.y,
          n.y * normal.z, n.z * normal.z, n * d,          weight * d * d};
}

Quadric point_quadric(Vec3 p, double weight) {
  return {weight, 0, 0, weight, 0, weight, p * -weight, weight * dot(p, p)};
}

class Simplifier {
 public:
  explicit Simplifier(const TriangleMesh& mesh)
      : places_(mesh.vertices),
        triangles_(mesh.triangles),
        quadrics_(places_.size()),
        around_(places_.size()),
        version_(places_.size(), 0),
        remaining_(places_.size()) {
    for (std::uint32_t t = 0; t < triangles_.size(); ++t) add_triangle(t);
    for (std::uint32_t v = 0; v < places_.size(); ++v)
      for (const std::uint32_t other : neighbours(v))
        if (v < other) propose(v, other);
  }

  TriangleMesh reduced(std::size_t vertices) {
    while (remaining_ > vertices && !proposals_.empty()) {
      const Proposal best = proposals_.top();
      proposals_.pop();
      if (version_[best.kept] != best.kept_version || version_[best.gone] != best.gone_version) continue;
      if (can_collapse(best)) collapse(best);
    }
    return compacted();
  }

 private:
  using Vertices = std::vector<std::uint32_t>;

  struct Proposal {
    double cost;
    std::uint32_t kept, gone;
    int kept_version, gone_version;
    Vec3 place;

    friend bool operator<(const Proposal& a, const Proposal& b) {  // the cheapest on top, ties by number
      return a.cost != b.cost ? a.cost > b.cost : std::pair(a.kept, a.gone) > std::pair(b.kept, b.gone);
    }
  };

  void add_triangle(std::uint32_t t) {
    // Nearness to the old vertices counts a little: flat places keep even triangles.
    constexpr double kEvenness = 0.003;
    const auto& [a, b, c] = triangles_[t];
    const Vec3 normal = cross(places_[b] - places_[a], places_[c] - places_[a]);
    const double area = norm(normal);
    for (const std::uint32_t v : triangles_[t]) {
      around_[v].push_back(t);
      if (area <= 0) continue;
      quadrics_[v].add(plane_quadric(normal * (1 / area), places_[a], area));
      quadrics_[v].add(point_quadric(places_[v], kEvenness * area));
    }
  }

  [[nodiscard]] Vertices neighbours(std::uint32_t v) const {
    Vertices found;
    for (const std::uint32_t t : around_[v])
      for (const std::uint32_t other : triangles_[t])
        if (other != v) found.push_back(other);
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
  }

  void propose(std::uint32_t kept, std::uint32_t gone) {
    Quadric sum = quadrics_[kept];
    sum.add(quadrics_[gone]);
    Vec3 place = sum.least();
    if (!std::isfinite(place.x + place.y + place.z)) place = (places_[kept] + places_[gone]) * 0.5;
    proposals_.push({sum.at(place), kept, gone, version_[kept], version_[gone], place});
  }

  [[nodiscard]] bool can_collapse(const Proposal& p) const {
    // Two common neighbours, those opposite the edge; more would fold the surface onto itself. Each of them
    // loses a triangle and must keep three.
    const Vertices of_kept = neighbours(p.kept), of_gone = neighbours(p.gone);
    Vertices common;
    std::ranges::set_intersection(of_kept, of_gone, std::back_inserter(common));
    const auto keeps_three = [&](std::uint32_t v) { return around_[v].size() > 3; };
    return common.size() == 2 && std::ranges::all_of(common, keeps_three) &&
           keeps_facing(p, p.kept, p.gone) && keeps_facing(p, p.gone, p.kept);
  }

  /// The triangles round `moved` that stay face about where they did.
  [[nodiscard]] bool keeps_facing(const Proposal& p, std::uint32_t moved, std::uint32_t other) const {
    constexpr double kLeastCosine = 0.3;
    return std::ranges::all_of(around_[moved], [&](std::uint32_t t) {
      const auto& corners = triangles_[t];
      if (std::ranges::find(corners, other) != corners.end()) return true;
      std::array<Vec3, 3> before, after;
      for (std::size_t n = 0; n < 3; ++n) {
        before[n] = places_[corners[n]];
        after[n] = corners[n] == moved ? p.place : before[n];
      }
      const Vec3 old_normal = cross(before[1] - before[0], before[2] - before[0]),
                 new_normal = cross(after[1] - after[0], after[2] - after[0]);
      return dot(old_normal, new_normal) >= kLeastCosine * norm(old_normal) * norm(new_normal);
    });
  }

  void collapse(const Proposal& p) {
    places_[p.kept] = p.place;
    quadrics_[p.kept].add(quadrics_[p.gone]);
    for (const std::uint32_t t : Vertices(around_[p.gone])) {
      auto& corners = triangles_[t];
      if (std::ranges::find(corners, p.kept) != corners.end()) {
        for (const std::uint32_t v : corners) std::erase(around_[v], t);
      } else {
        std::ranges::replace(corners, p.gone, p.kept);
        around_[p.kept].push_back(t);
      }
    }
    around_[p.gone].clear();
    ++version_[p.kept];
    ++version_[p.gone];
    --remaining_;
    for (const std::uint32_t other : neighbours(p.kept)) propose(p.kept, other);
  }

  [[nodiscard]] TriangleMesh compacted() const {
    TriangleMesh mesh;
    std::vector<std::uint32_t> number(places_.size());
    for (std::size_t v = 0; v < places_.size(); ++v) {
      if (around_[v].empty()) continue;
      number[v] = static_cast<std::uint32_t>(mesh.vertices.size());
      mesh.vertices.push_back(places_[v]);
    }
    for (std::uint32_t t = 0; t < triangles_.size(); ++t) {
      const auto& [a, b, c] = triangles_[t];
      if (std::ranges::find(around_[a], t) != around_[a].end())
        mesh.triangles.push_back({number[a], number[b], number[c]});
    }
    return mesh;
  }

  std::vector<Vec3> places_;
  std::vector<std::array<std::uint32_t, 3>> triangles_;
  std::vector<Quadric> quadrics_;
  std::vector<Vertices> around_;  ///< triangles
  std::vector<int> version_;      ///< of a vertex: older proposals are void
  std::size_t remaining_;
  std::priority_queue<Proposal> proposals_;
};

}  // namespace

TriangleMesh simplified(const TriangleMesh& mesh, std::size_t vertices) {
  return Simplifier(mesh).reduced(vertices);
}

}  // namespace skiagraph::geometry
