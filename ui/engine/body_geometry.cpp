#include "ui/engine/body_geometry.h"

#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include <vector>

#include "core/geometry/vertex_clustering.h"

namespace skiagraph::ui {
namespace {

/// Area-weighted normals; several times faster than VTK's filter, which also sorts the triangles.
vtkSmartPointer<vtkFloatArray> vertex_normals(const geometry::TriangleMesh& mesh) {
  std::vector<Vec3> sums(mesh.vertices.size());
  for (const auto& t : mesh.triangles) {
    const Vec3 n =
        cross(mesh.vertices[t[1]] - mesh.vertices[t[0]], mesh.vertices[t[2]] - mesh.vertices[t[0]]);
    for (const auto v : t) sums[v] = sums[v] + n;
  }
  auto normals = vtkSmartPointer<vtkFloatArray>::New();
  normals->SetName("Normals");
  normals->SetNumberOfComponents(3);
  normals->SetNumberOfTuples(static_cast<vtkIdType>(sums.size()));
  for (std::size_t v = 0; v < sums.size(); ++v) {
    const double length = norm(sums[v]);
    const Vec3 n = length > 0 ? sums[v] * (1 / length) : Vec3{0, 0, 1};
    normals->SetTuple3(static_cast<vtkIdType>(v), n.x, n.y, n.z);
  }
  return normals;
}

}  // namespace

std::shared_ptr<const geometry::TriangleMesh> mesh_to_draw(
    const std::shared_ptr<const geometry::TriangleMesh>& mesh) {
  constexpr std::size_t kMostTriangles = 600'000;
  constexpr double kCellMm = 3;  // one or two pixels of a screen
  if (mesh->triangles.size() <= kMostTriangles) return mesh;
  return std::make_shared<const geometry::TriangleMesh>(geometry::clustered(*mesh, kCellMm));
}

std::shared_ptr<vtkPolyData> body_geometry(const geometry::TriangleMesh& mesh) {
  vtkNew<vtkPoints> points;
  points->SetNumberOfPoints(static_cast<vtkIdType>(mesh.vertices.size()));
  for (std::size_t v = 0; v < mesh.vertices.size(); ++v)
    points->SetPoint(static_cast<vtkIdType>(v), mesh.vertices[v].x, mesh.vertices[v].y, mesh.vertices[v].z);
  vtkNew<vtkCellArray> cells;
  cells->AllocateExact(static_cast<vtkIdType>(mesh.triangles.size()),
                       static_cast<vtkIdType>(3 * mesh.triangles.size()));
  for (const auto& t : mesh.triangles) cells->InsertNextCell({t[0], t[1], t[2]});
  std::shared_ptr<vtkPolyData> data(vtkPolyData::New(), [](vtkPolyData* unused) { unused->Delete(); });
  data->SetPoints(points);
  data->SetPolys(cells);
  data->GetPointData()->SetNormals(vertex_normals(mesh));
  return data;
}

}  // namespace skiagraph::ui
