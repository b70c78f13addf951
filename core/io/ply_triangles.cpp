#include "core/io/ply_triangles.h"

#include <vtkCellArray.h>
#include <vtkCellArrayIterator.h>
#include <vtkNew.h>
#include <vtkPLYReader.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include "core/io/vtk_errors.h"

namespace skiagraph::io {

std::optional<geometry::TriangleMesh> read_ply_triangles(const std::filesystem::path& path) {
  vtkNew<vtkPLYReader> reader;
  const VtkErrors errors(reader);
  reader->SetFileName(path.c_str());
  reader->Update();
  vtkPolyData& data = *reader->GetOutput();
  const vtkIdType points = data.GetNumberOfPoints(), polygons = data.GetNumberOfPolys();
  constexpr vtkIdType kCorners = 3;
  if (errors.any() || polygons == 0 || data.GetPolys()->IsHomogeneous() != kCorners) return std::nullopt;

  geometry::TriangleMesh mesh;
  mesh.vertices.reserve(static_cast<std::size_t>(points));
  mesh.triangles.reserve(static_cast<std::size_t>(polygons));
  for (vtkIdType n = 0; n < points; ++n) {
    double p[3];
    data.GetPoint(n, p);
    mesh.vertices.push_back({p[0], p[1], p[2]});
  }
  const auto all = vtk::TakeSmartPointer(data.GetPolys()->NewIterator());
  for (all->GoToFirstCell(); !all->IsDoneWithTraversal(); all->GoToNextCell()) {
    vtkIdType count = 0;
    const vtkIdType* corners = nullptr;
    all->GetCurrentCell(count, corners);
    auto& triangle = mesh.triangles.emplace_back();
    for (vtkIdType k = 0; k < kCorners; ++k) {
      if (corners[k] < 0 || corners[k] >= points) return std::nullopt;
      triangle[static_cast<std::size_t>(k)] = static_cast<std::uint32_t>(corners[k]);
    }
  }
  return mesh;
}

}  // namespace skiagraph::io
