#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::io {

/// Finds vertices by their exact place. Private to core/io.
class VertexTable {
 public:
  explicit VertexTable(std::size_t expected = 0);

  /// The number of the vertex of `known` that lies at `place`; when there is none, known.size(), which the
  /// table takes for the number of this place from now on: the caller has to append it.
  std::uint32_t number_of(Vec3 place, std::span<const Vec3> known);

 private:
  void insert(std::uint32_t number, Vec3 place);
  void grow(std::span<const Vec3> known);

  std::vector<std::uint32_t> slots_;
};

/// Makes vertices at exactly the same place one and leaves out those that no triangle has; the order of the
/// first ones stays. Every corner must exist. Private to core/io.
void join_vertices(geometry::TriangleMesh& mesh);

}  // namespace skiagraph::io
