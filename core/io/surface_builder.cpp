#include "core/io/surface_builder.h"

#include <algorithm>
#include <utility>

#include "core/io/joined_vertices.h"
#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

/// Where a fan of triangles begins that faces the same way all over, even when the polygon has a concave
/// corner.
std::size_t fan_centre(std::span<const Vec3> vertices, std::span<const std::uint32_t> polygon) {
  const std::size_t count = polygon.size();
  constexpr std::size_t kMostTried =
      64;  // so that the time for large polygons does not grow with their square
  const auto place = [&](std::size_t n) { return vertices[polygon[n % count]]; };
  Vec3 normal;
  for (std::size_t n = 1; n + 1 < count; ++n)
    normal = normal + cross(place(n) - place(0), place(n + 1) - place(0));
  const auto faces_one_way = [&](std::size_t centre) {
    for (std::size_t n = 1; n + 1 < count; ++n)
      if (dot(normal, cross(place(centre + n) - place(centre), place(centre + n + 1) - place(centre))) < 0)
        return false;
    return true;
  };
  for (std::size_t centre = 0; centre < std::min(count, kMostTried); ++centre)
    if (faces_one_way(centre)) return centre;
  return 0;
}

}  // namespace

SurfaceBuilder::SurfaceBuilder(std::filesystem::path path, std::string_view format, std::uint64_t file_bytes)
    : path_(std::move(path)),
      format_(format),
      file_bytes_(file_bytes),
      most_(std::min(kMostSurfaceParts, kMostPartsOfByte * file_bytes)) {}

void SurfaceBuilder::reserve(std::uint64_t vertices, std::uint64_t triangles) {
  check_surface_size(path_, vertices, triangles, file_bytes_);
  mesh_.vertices.reserve(vertices);
  mesh_.triangles.reserve(triangles);
}

void SurfaceBuilder::refuse_size() const {
  check_surface_size(path_, mesh_.vertices.size() + 1, mesh_.triangles.size() + early_corners_ + 1,
                     file_bytes_);
  std::abort();  // one of them is at its limit
}

void SurfaceBuilder::add_polygon(std::span<const std::uint32_t> corners) {
  if (corners.size() < 3) return;
  if (corners.size() == 3) {
    add_triangle(corners[0], corners[1], corners[2]);
  } else if (std::ranges::all_of(corners, [&](std::uint32_t corner) { return corner < vertex_count(); })) {
    divide(corners);
  } else {
    keep(corners);
  }
}

void SurfaceBuilder::keep(std::span<const std::uint32_t> early) {
  early_corners_ += early.size();
  if (early_corners_ > most_) refuse_size();
  early_.emplace_back(early.begin(), early.end());
}

void SurfaceBuilder::add_strip(std::span<const std::uint32_t> corners) {
  std::size_t first = 0;
  for (std::size_t n = 0; n < corners.size(); ++n) {
    if (corners[n] == kNoVertex) first = n + 1;
    if (n < first + 2) continue;
    const std::size_t odd = (n - first) % 2;
    add_triangle(corners[n - 2 + odd], corners[n - 1 - odd], corners[n]);
  }
}

void SurfaceBuilder::divide(std::span<const std::uint32_t> polygon) {
  const std::size_t count = polygon.size(), centre = fan_centre(mesh_.vertices, polygon);
  for (std::size_t n = 1; n + 1 < count; ++n)
    add_triangle(polygon[centre], polygon[(centre + n) % count], polygon[(centre + n + 1) % count]);
}

geometry::TriangleMesh SurfaceBuilder::finish() {
  const auto exists = [&](std::uint32_t corner) { return corner < vertex_count(); };
  for (const auto& polygon : early_) {
    if (!std::ranges::all_of(polygon, exists)) throw wrong_corner(path_, format_);
    divide(polygon);
  }
  for (const auto& triangle : mesh_.triangles)
    if (!std::ranges::all_of(triangle, exists)) throw wrong_corner(path_, format_);
  if (mesh_.triangles.empty() && !mesh_.vertices.empty())
    throw InputError(
        "surface.points",
        "\"{}\" holds {} points and no triangles. Make a surface of them first, for example with "
        "MeshLab (Screened Poisson) or CloudCompare, and save it as PLY.",
        path_, mesh_.vertices.size());
  if (mesh_.triangles.empty()) throw InputError("surface.empty", "\"{}\" holds no triangles.", path_);
  join_vertices(mesh_);
  return std::move(mesh_);
}

}  // namespace skiagraph::io
