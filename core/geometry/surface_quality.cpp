#include "core/geometry/surface_quality.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

#include "core/geometry/extent.h"

namespace skiagraph::geometry {
namespace {

/// Of a thousand places that are not rounded, two always come nearer than any step that is looked for.
constexpr std::size_t kFewestVertices = 1000, kMostVertices = 100'000;
/// Of an axis's length; what differs by less is one place.
constexpr double kSamePlace = 1e-6;

double step_along(const TriangleMesh& mesh, Vec3 axis) {
  std::vector<double> places;
  const std::size_t stride = mesh.vertices.size() / kMostVertices + 1;
  for (std::size_t n = 0; n < mesh.vertices.size(); n += stride)
    places.push_back(dot(mesh.vertices[n], axis));
  std::ranges::sort(places);
  const double same = kSamePlace * (places.back() - places.front());
  double step = std::numeric_limits<double>::infinity();
  for (std::size_t n = 1; n < places.size(); ++n)
    if (const double gap = places[n] - places[n - 1]; gap > same) step = std::min(step, gap);
  return step;
}

/// For each vertex the first one at its place.
std::vector<std::uint32_t> first_at_place(const std::vector<Vec3>& vertices) {
  const auto place = [&](std::uint32_t n) { return std::array{vertices[n].x, vertices[n].y, vertices[n].z}; };
  std::vector<std::uint32_t> order(vertices.size()), first(vertices.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, place);
  for (std::size_t n = 0; n < order.size(); ++n)
    first[order[n]] = n > 0 && place(order[n]) == place(order[n - 1]) ? first[order[n - 1]] : order[n];
  return first;
}

}  // namespace

double coordinate_step(const TriangleMesh& mesh) {
  if (mesh.vertices.size() < kFewestVertices) return 0;
  double coarsest = 0;
  for (const Vec3 axis : {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}})
    if (const double step = step_along(mesh, axis); step < extent(mesh, axis).size())
      coarsest = std::max(coarsest, step);
  return coarsest;
}

double open_edges_length(const TriangleMesh& mesh) {
  const std::vector<std::uint32_t> first = first_at_place(mesh.vertices);
  std::vector<std::array<std::uint32_t, 2>> edges;
  for (const auto& triangle : mesh.triangles)
    for (const std::size_t corner : {0U, 1U, 2U}) {
      const auto [from, to] = std::minmax(first[triangle[corner]], first[triangle[(corner + 1) % 3]]);
      if (from != to) edges.push_back({from, to});
    }
  std::ranges::sort(edges);
  double length = 0;
  for (std::size_t n = 0; n < edges.size(); ++n) {
    const bool again =
        (n > 0 && edges[n] == edges[n - 1]) || (n + 1 < edges.size() && edges[n] == edges[n + 1]);
    if (!again) length += norm(mesh.vertices[edges[n][1]] - mesh.vertices[edges[n][0]]);
  }
  return length;
}

}  // namespace skiagraph::geometry
