#include "tests/ui/scans.h"

#include <cmath>

#include "core/geometry/extent.h"
#include "core/io/mesh_file.h"

namespace skiagraph::ui {

QString test_case(const QString& name) {
  return QStringLiteral(SKIAGRAPH_SOURCE_DIR "/tests/cases/") + name;
}

QString front_unknown(const QTemporaryDir& folder) {
  constexpr double kBelowKnees = 0.2;
  geometry::TriangleMesh mesh = io::read_mesh(test_case("surfaces/person.ply").toStdString());  // y up, m
  const geometry::Extent height = geometry::extent(mesh, {0, 1, 0});
  const double knees = height.low + kBelowKnees * height.size();
  double sum = 0, count = 0;
  for (const Vec3& p : mesh.vertices)
    if (std::abs(p.y - knees) < 0.02) sum += p.z, ++count;
  for (Vec3& p : mesh.vertices)
    if (p.y < knees) p.z = 2 * sum / count - p.z;
  io::write_ply(folder.filePath("feet_backwards.ply").toStdString(), mesh);
  return folder.filePath("feet_backwards.ply");
}

}  // namespace skiagraph::ui
