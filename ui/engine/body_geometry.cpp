#include "ui/engine/body_geometry.h"

#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include <functional>
#include <utility>
#include <vector>

#include "core/geometry/vertex_clustering.h"

namespace skiagraph::ui {
namespace {

/// Area-weighted normals of `count` vertices; `vertex` says which of them a vertex of the mesh is. Several
/// times faster than VTK's filter, which also sorts the triangles.
template <class Vertex>
std::vector<Vec3> normals_of(const geometry::TriangleMesh& mesh, std::size_t count, const Vertex& vertex) {
  std::vector<Vec3> sums(count);
  for (const auto& t : mesh.triangles) {
    const Vec3 n =
        cross(mesh.vertices[t[1]] - mesh.vertices[t[0]], mesh.vertices[t[2]] - mesh.vertices[t[0]]);
    for (const auto v : t) sums[vertex(v)] = sums[vertex(v)] + n;
  }
  for (Vec3& sum : sums) {
    const double length = norm(sum);
    sum = length > 0 ? sum * (1 / length) : Vec3{0, 0, 1};
  }
  return sums;
}

/// Where cells are cut at a slant, triangles between them may face the wrong way, which VTK would draw black.
void turn_to(const std::vector<Vec3>& normals, geometry::TriangleMesh& mesh) {
  for (auto& t : mesh.triangles) {
    const Vec3 n =
        cross(mesh.vertices[t[1]] - mesh.vertices[t[0]], mesh.vertices[t[2]] - mesh.vertices[t[0]]);
    if (dot(n, normals[t[0]] + normals[t[1]] + normals[t[2]]) < 0) std::swap(t[1], t[2]);
  }
}

vtkSmartPointer<vtkFloatArray> normal_array(const std::vector<Vec3>& normals) {
  auto array = vtkSmartPointer<vtkFloatArray>::New();
  array->SetName("Normals");
  array->SetNumberOfComponents(3);
  array->SetNumberOfTuples(static_cast<vtkIdType>(normals.size()));
  for (std::size_t v = 0; v < normals.size(); ++v)
    array->SetTuple3(static_cast<vtkIdType>(v), normals[v].x, normals[v].y, normals[v].z);
  return array;
}

std::shared_ptr<vtkPolyData> geometry_of(const geometry::TriangleMesh& mesh,
                                         const std::vector<Vec3>& normals) {
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
  data->GetPointData()->SetNormals(normal_array(normals));
  data->ComputeBounds();  // not by whoever asks first
  return data;
}

}  // namespace

/// Normals of a coarser mesh are those of the fine one: its own would show the cells.
DrawnBody drawn_body(const std::shared_ptr<const geometry::TriangleMesh>& mesh) {
  constexpr std::size_t kMostTriangles = 600'000;
  constexpr double kCellMm = 3;  // one or two pixels of a screen
  if (mesh->triangles.size() <= kMostTriangles)
    return {mesh, geometry_of(*mesh, normals_of(*mesh, mesh->vertices.size(), std::identity()))};
  std::vector<std::uint32_t> number;
  geometry::TriangleMesh coarse = geometry::clustered(*mesh, kCellMm, &number);
  const auto normals =
      normals_of(*mesh, coarse.vertices.size(), [&](std::uint32_t vertex) { return number[vertex]; });
  turn_to(normals, coarse);
  const auto skin = geometry_of(coarse, normals);
  return {std::make_shared<const geometry::TriangleMesh>(std::move(coarse)), skin};
}

}  // namespace skiagraph::ui
