#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::io {

/// Puts a surface together from what a file holds, in whatever order: faces may come before their vertices.
/// Throws InputError, one sentence naming the file, as soon as the surface is too large. Private to core/io.
class SurfaceBuilder {
 public:
  /// The number of a vertex that no file holds.
  static constexpr std::uint32_t kNoVertex = std::numeric_limits<std::uint32_t>::max();

  /// `file_bytes`: of the file, or files, that the surface comes from.
  SurfaceBuilder(std::filesystem::path path, std::string_view format, std::uint64_t file_bytes);

  void reserve(std::uint64_t vertices, std::uint64_t triangles);
  [[nodiscard]] std::uint32_t vertex_count() const {
    return static_cast<std::uint32_t>(mesh_.vertices.size());
  }

  void add_vertex(Vec3 place) {
    if (mesh_.vertices.size() >= most_) refuse_size();
    mesh_.vertices.push_back(place);
  }
  void add_triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    if (mesh_.triangles.size() >= most_) refuse_size();
    mesh_.triangles.push_back({a, b, c});
  }
  /// A face of any number of corners; points and lines are left out.
  void add_polygon(std::span<const std::uint32_t> corners);
  /// Each corner makes a triangle with the two before it; all face the same way. kNoVertex begins another
  /// strip.
  void add_strip(std::span<const std::uint32_t> corners);

  /// Vertices at the same place are one, those in no face are left out. Throws InputError when there are no
  /// triangles, or when a face has a corner that does not exist.
  geometry::TriangleMesh finish();

 private:
  [[noreturn]] void refuse_size() const;
  void keep(std::span<const std::uint32_t> early);
  void divide(std::span<const std::uint32_t> polygon);

  std::filesystem::path path_;
  std::string format_;
  std::uint64_t file_bytes_;
  std::size_t most_;  // vertices, or triangles
  geometry::TriangleMesh mesh_;
  std::vector<std::vector<std::uint32_t>> early_;  // polygons that came before their vertices
  std::size_t early_corners_ = 0;
};

}  // namespace skiagraph::io
