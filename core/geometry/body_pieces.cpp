#include "core/geometry/body_pieces.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/geometry/extent.h"
#include "core/geometry/principal_axes.h"

namespace skiagraph::geometry {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
/// Shares of the body's length. Pieces with a smaller gap belong together.
constexpr double kNear = 0.012;
/// A sheet is thinner than the first of its own length, and at least the second of the body's long. People
/// are twice as deep.
constexpr double kSheetThinness = 0.07, kSheetLength = 0.3;
/// What lies wholly beyond the body's ends, but for this much, is no part of it when it is a speck (of so
/// small a share of the body's area) or lower than `kPlinth`.
constexpr double kBeyondEnd = 0.015, kSpeck = 0.01, kPlinth = 0.06;

/// Sets that are joined bit by bit (Tarjan, "Efficiency of a good but not linear set union algorithm", 1975).
class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t root(std::uint32_t item) {
    while (parent_[item] != item) item = parent_[item] = parent_[parent_[item]];
    return item;
  }
  void join(std::uint32_t a, std::uint32_t b) { parent_[root(a)] = root(b); }

 private:
  std::vector<std::uint32_t> parent_;
};

/// For each triangle the number of its piece; pieces are joined at vertices.
struct Pieces {
  std::vector<std::uint32_t> of_triangle;
  std::uint32_t count = 0;
};

Pieces pieces_of(const TriangleMesh& mesh) {
  Sets sets(mesh.vertices.size());
  for (const auto& [a, b, c] : mesh.triangles) sets.join(a, b), sets.join(b, c);
  std::vector<std::uint32_t> number(mesh.vertices.size(), kNone);
  Pieces pieces;
  pieces.of_triangle.reserve(mesh.triangles.size());
  for (const auto& triangle : mesh.triangles) {
    std::uint32_t& piece = number[sets.root(triangle[0])];
    if (piece == kNone) piece = pieces.count++;
    pieces.of_triangle.push_back(piece);
  }
  return pieces;
}

/// The mesh of the triangles that are chosen; vertices keep their order.
template <class Chosen>
TriangleMesh part(const TriangleMesh& mesh, const Chosen& chosen) {
  std::vector<std::uint32_t> place(mesh.vertices.size(), kNone);
  TriangleMesh result;
  for (std::size_t n = 0; n < mesh.triangles.size(); ++n) {
    if (!chosen(n)) continue;
    result.triangles.push_back(mesh.triangles[n]);
    for (const std::uint32_t corner : mesh.triangles[n]) place[corner] = 0;
  }
  for (std::size_t n = 0; n < place.size(); ++n) {
    if (place[n] == kNone) continue;
    place[n] = static_cast<std::uint32_t>(result.vertices.size());
    result.vertices.push_back(mesh.vertices[n]);
  }
  for (auto& triangle : result.triangles)
    for (std::uint32_t& corner : triangle) corner = place[corner];
  return result;
}

double area(const TriangleMesh& mesh, const std::array<std::uint32_t, 3>& triangle) {
  const Vec3 a = mesh.vertices[triangle[0]];
  return norm(cross(mesh.vertices[triangle[1]] - a, mesh.vertices[triangle[2]] - a)) / 2;
}

/// The pieces of a scan, each with what tells whether it is part of the person.
class Scan {
 public:
  explicit Scan(const TriangleMesh& mesh) : mesh_(mesh), pieces_(pieces_of(mesh)), areas_(pieces_.count) {
    for (std::size_t n = 0; n < mesh.triangles.size(); ++n)
      areas_[pieces_.of_triangle[n]] += area(mesh, mesh.triangles[n]);
  }

  [[nodiscard]] std::uint32_t count() const { return pieces_.count; }
  [[nodiscard]] std::uint32_t piece(std::size_t triangle) const { return pieces_.of_triangle[triangle]; }
  /// Chosen pieces of the person; all of them when every one is a sheet.
  std::vector<bool> person();

 private:
  TriangleMesh mesh_of(std::uint32_t piece) const {
    return part(mesh_, [&](std::size_t n) { return pieces_.of_triangle[n] == piece; });
  }
  void join_near(const std::vector<bool>& candidates, double reach, Sets& sets) const;
  [[nodiscard]] std::vector<Extent> extents_along(Vec3 axis) const;
  /// Candidates that are near the body, or near one that is.
  [[nodiscard]] std::vector<bool> joined_to(std::uint32_t body, const std::vector<bool>& candidates,
                                            double reach) const;
  /// Strikes out what lies beyond the ends of the body.
  void drop_beyond(std::uint32_t body, double reach, std::vector<bool>& candidates) const;

  const TriangleMesh& mesh_;
  Pieces pieces_;
  std::vector<double> areas_;
};

bool is_flat(const TriangleMesh& mesh) {
  const auto axes = principal_axes(mesh);
  return extent(mesh, axes[2]).size() < kSheetThinness * extent(mesh, axes[0]).size();
}

/// Furniture: most of its area lies in a few planes. Of a person's hardly a quarter does.
bool is_made_of_boards(const TriangleMesh& mesh) {
  constexpr double kAngles = 8, kThickness = 0.02;  // steps of a unit normal; share of the length
  constexpr std::size_t kPlanes = 12;
  constexpr double kShare = 0.6;
  const double step = kThickness * extent(mesh, principal_axes(mesh)[0]).size();
  std::map<std::array<long, 4>, double> planes;
  double all = 0;
  for (const auto& triangle : mesh.triangles) {
    const Vec3 a = mesh.vertices[triangle[0]];
    const Vec3 normal = cross(mesh.vertices[triangle[1]] - a, mesh.vertices[triangle[2]] - a);
    const double twice = norm(normal);
    if (!(twice > 0) || !(step > 0)) continue;
    const double along = dot(normal, a - mesh.vertices.front()) / twice;
    planes[{std::lround(kAngles * normal.x / twice), std::lround(kAngles * normal.y / twice),
            std::lround(kAngles * normal.z / twice), std::lround(along / step)}] += twice;
    all += twice;
  }
  std::vector<double> areas;
  for (const auto& [plane, area] : planes) areas.push_back(area);
  std::ranges::sort(areas, std::ranges::greater{});
  areas.resize(std::min(areas.size(), kPlanes));
  return std::accumulate(areas.begin(), areas.end(), 0.0) > kShare * all;
}

/// Joins candidates that come nearer than `reach`: their triangles are sampled into cells of that size, and
/// neighbouring cells belong together.
void Scan::join_near(const std::vector<bool>& candidates, double reach, Sets& sets) const {
  struct Cell {
    std::int32_t x, y, z;
    bool operator==(const Cell&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Cell& c) const {
      return (static_cast<std::size_t>(c.x) * 73856093U) ^ (static_cast<std::size_t>(c.y) * 19349663U) ^
             (static_cast<std::size_t>(c.z) * 83492791U);
    }
  };
  const Vec3 origin = mesh_.vertices.front();
  std::unordered_map<Cell, std::uint32_t, Hash> cells;
  const auto enter = [&](Vec3 p, std::uint32_t piece) {
    const Vec3 at = (p - origin) * (1 / reach);
    const Cell cell{static_cast<std::int32_t>(std::floor(at.x)), static_cast<std::int32_t>(std::floor(at.y)),
                    static_cast<std::int32_t>(std::floor(at.z))};
    const auto [found, is_new] = cells.try_emplace(cell, piece);
    if (!is_new) sets.join(found->second, piece);
  };
  for (std::size_t n = 0; n < mesh_.triangles.size(); ++n) {
    const std::uint32_t piece = pieces_.of_triangle[n];
    if (!candidates[piece]) continue;
    const auto& t = mesh_.triangles[n];
    const Vec3 a = mesh_.vertices[t[0]], b = mesh_.vertices[t[1]] - a, c = mesh_.vertices[t[2]] - a;
    const int steps =
        std::clamp(static_cast<int>(std::max({norm(b), norm(c), norm(c - b)}) / reach) + 1, 1, 400);
    for (int i = 0; i <= steps; ++i)
      for (int j = 0; i + j <= steps; ++j)
        enter(a + b * (static_cast<double>(i) / steps) + c * (static_cast<double>(j) / steps), piece);
  }
  for (const auto& [cell, piece] : cells)
    for (int x = -1; x <= 1; ++x)
      for (int y = -1; y <= 1; ++y)
        for (int z = -1; z <= 1; ++z)
          if (const auto near = cells.find({cell.x + x, cell.y + y, cell.z + z}); near != cells.end())
            sets.join(piece, near->second);
}

/// Of each piece along an axis.
std::vector<Extent> Scan::extents_along(Vec3 axis) const {
  std::vector<Extent> along(pieces_.count);
  for (std::size_t n = 0; n < mesh_.triangles.size(); ++n)
    for (const std::uint32_t corner : mesh_.triangles[n])
      along[pieces_.of_triangle[n]].add(dot(mesh_.vertices[corner], axis));
  return along;
}

std::vector<bool> Scan::joined_to(std::uint32_t body, const std::vector<bool>& candidates,
                                  double reach) const {
  Sets sets(pieces_.count);
  join_near(candidates, reach, sets);
  std::vector<bool> joined(pieces_.count);
  for (std::uint32_t piece = 0; piece < pieces_.count; ++piece)
    joined[piece] = candidates[piece] && sets.root(piece) == sets.root(body);
  return joined;
}

void Scan::drop_beyond(std::uint32_t body, double reach, std::vector<bool>& candidates) const {
  std::vector<bool> large(pieces_.count);
  for (std::uint32_t piece = 0; piece < pieces_.count; ++piece)
    large[piece] = candidates[piece] && areas_[piece] >= kSpeck * areas_[body];
  std::vector<bool> core = joined_to(body, large, reach);
  const TriangleMesh core_mesh = part(mesh_, [&](std::size_t n) { return core[pieces_.of_triangle[n]]; });
  const std::vector<Extent> along = extents_along(principal_axes(core_mesh)[0]);
  const auto ends_without = [&](std::uint32_t left_out) {
    Extent ends;
    for (std::uint32_t piece = 0; piece < pieces_.count; ++piece)
      if (core[piece] && piece != left_out) ends.add(along[piece].low), ends.add(along[piece].high);
    return ends;
  };
  const auto is_beyond = [&](std::uint32_t piece, const Extent& ends) {
    return along[piece].low > ends.high - kBeyondEnd * ends.size() ||
           along[piece].high < ends.low + kBeyondEnd * ends.size();
  };
  for (std::uint32_t piece = 0; piece < pieces_.count; ++piece) {
    if (!core[piece] || piece == body) continue;
    const Extent ends = ends_without(piece);
    if (is_beyond(piece, ends) && along[piece].size() < kPlinth * ends.size())
      core[piece] = candidates[piece] = false;
  }
  const Extent ends = ends_without(kNone);
  for (std::uint32_t piece = 0; piece < pieces_.count; ++piece)
    if (!large[piece] && is_beyond(piece, ends)) candidates[piece] = false;
}

std::vector<bool> Scan::person() {
  // The largest piece that is no sheet and no furniture. Few pieces are large, so few are looked at.
  std::vector<std::uint32_t> order(pieces_.count);
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, std::ranges::greater{}, [&](std::uint32_t piece) { return areas_[piece]; });
  std::vector<bool> candidates(pieces_.count, true);
  TriangleMesh largest;
  std::size_t looked_at = 0;
  for (; looked_at < order.size(); ++looked_at) {
    largest = mesh_of(order[looked_at]);
    if (!is_flat(largest) && !is_made_of_boards(largest)) break;
    candidates[order[looked_at]] = false;
  }
  if (looked_at == order.size()) return std::vector<bool>(pieces_.count, true);
  const std::uint32_t body = order[looked_at];
  const double length = extent(largest, principal_axes(largest)[0]).size();
  // Furniture, and sheets among the rest that are too large for hair or cloth.
  const double least_sheet = kSheetLength * length * kSheetThinness * length;
  for (std::size_t n = looked_at + 1; n < order.size() && areas_[order[n]] > least_sheet; ++n) {
    const TriangleMesh piece = mesh_of(order[n]);
    const bool sheet =
        is_flat(piece) && extent(piece, principal_axes(piece)[0]).size() > kSheetLength * length;
    if (sheet || is_made_of_boards(piece)) candidates[order[n]] = false;
  }
  const double reach = kNear * length;
  drop_beyond(body, reach, candidates);
  return joined_to(body, candidates, reach);
}

}  // namespace

TriangleMesh used_part(TriangleMesh mesh) {
  std::vector<bool> used(mesh.vertices.size());
  for (const auto& triangle : mesh.triangles)
    for (const std::uint32_t corner : triangle) {
      if (corner >= mesh.vertices.size())
        throw InputError("surface.damaged", "The surface has a triangle whose corner does not exist.");
      const Vec3& p = mesh.vertices[corner];
      if (!std::isfinite(p.x) || !std::isfinite(p.y) || !std::isfinite(p.z))
        throw InputError("surface.not_finite",
                         "The surface has coordinates that are not numbers (NaN or infinite).");
      used[corner] = true;
    }
  if (std::ranges::find(used, false) == used.end()) return mesh;
  return part(mesh, [](std::size_t) { return true; });
}

ScannedBody scanned_body(TriangleMesh mesh) {
  Scan scan(mesh);
  if (scan.count() == 1) return {std::move(mesh), std::nullopt};
  const std::vector<bool> chosen = scan.person();
  const auto left_out = std::count(chosen.begin(), chosen.end(), false);
  if (left_out == 0) return {std::move(mesh), std::nullopt};
  return {part(mesh, [&](std::size_t n) { return chosen[scan.piece(n)]; }),
          Remark{.code = "scan.left_out",
                 .title = "Pieces left out",
                 .sentence = "Pieces of the scan that are not part of the person were left out: {}.",
                 .arguments = {std::to_string(left_out)}}};
}

}  // namespace skiagraph::geometry
