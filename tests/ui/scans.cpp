#include "tests/ui/scans.h"

#include <cmath>

#include "core/io/mesh_file.h"

namespace skiagraph::ui {
namespace {

using geometry::TriangleMesh;

/// Metres, y up, facing +z.
TriangleMesh person() {
  return io::read_mesh(test_case("surfaces/person.ply").toStdString());
}

void add(TriangleMesh& mesh, const TriangleMesh& other) {
  const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
  mesh.vertices.insert(mesh.vertices.end(), other.vertices.begin(), other.vertices.end());
  for (const auto& [a, b, c] : other.triangles) mesh.triangles.push_back({a + first, b + first, c + first});
}

/// The person and the same person turned round, in one place.
TriangleMesh two_faced() {
  TriangleMesh mesh = person(), other = mesh;
  double low = 1e9, high = -1e9;
  for (const Vec3& p : mesh.vertices) low = std::min(low, p.z), high = std::max(high, p.z);
  for (Vec3& p : other.vertices) p = {-p.x, p.y, low + high - p.z};
  add(mesh, other);
  return mesh;
}

QString written(const QTemporaryDir& folder, const QString& name, const TriangleMesh& mesh) {
  io::write_ply(folder.filePath(name).toStdString(), mesh);
  return folder.filePath(name);
}

TriangleMesh speck(Vec3 at) {
  constexpr double kSize = 0.006;
  return {{at, at + Vec3{kSize, 0, 0}, at + Vec3{0, kSize, 0}, at + Vec3{0, 0, kSize}},
          {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}}};
}

}  // namespace

QString test_case(const QString& name) {
  return QStringLiteral(SKIAGRAPH_SOURCE_DIR "/tests/cases/") + name;
}

QString front_unknown(const QTemporaryDir& folder) {
  return written(folder, "two_faced.ply", two_faced());
}

QString doubtful_in_many_ways(const QTemporaryDir& folder) {
  TriangleMesh mesh = two_faced();
  std::erase_if(mesh.triangles, [&](const auto& t) {
    const Vec3 p = mesh.vertices[t[0]];
    return std::abs(p.x) < 0.06 && std::abs(p.y - 1.25) < 0.06 && p.z > 0;
  });
  for (int n = 0; n < 5; ++n) add(mesh, speck({0.3, -0.1, 0.05 * n}));
  return written(folder, "many.ply", mesh);
}

QString person_lying(const QTemporaryDir& folder) {
  TriangleMesh mesh = person();
  for (Vec3& p : mesh.vertices) p = {p.y, -p.x, p.z};
  return written(folder, "lying.ply", mesh);
}

}  // namespace skiagraph::ui
