#include "tests/core/bodies/mesh_measures.h"

#include <map>
#include <utility>

namespace skiagraph {

MeshMeasures measure(const geometry::TriangleMesh& mesh) {
  MeshMeasures result;
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> directed;
  for (const auto& t : mesh.triangles) {
    const Vec3 a = mesh.vertices[t[0]], b = mesh.vertices[t[1]], c = mesh.vertices[t[2]];
    result.area_mm2 += norm(cross(b - a, c - a)) / 2;
    result.volume_mm3 += dot(a, cross(b, c)) / 6;
    for (int n = 0; n < 3; ++n) ++directed[{t[n], t[(n + 1) % 3]}];
  }
  result.closed = !mesh.triangles.empty();
  for (const auto& [edge, count] : directed) {
    const auto opposite = directed.find({edge.second, edge.first});
    if (opposite == directed.end() || opposite->second != count) result.closed = false;
  }
  result.euler = static_cast<long>(mesh.vertices.size()) - static_cast<long>(directed.size() / 2) +
                 static_cast<long>(mesh.triangles.size());
  return result;
}

}  // namespace skiagraph
