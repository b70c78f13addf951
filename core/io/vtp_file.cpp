#include "core/io/vtp_file.h"

#include <vtkCellArray.h>
#include <vtkDataArray.h>
#include <vtkDataArraySelection.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkXMLPolyDataReader.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/io/byte_source.h"
#include "core/io/surface_builder.h"
#include "core/io/surface_errors.h"
#include "core/io/vtk_errors.h"

namespace skiagraph::io {
namespace {

constexpr std::string_view kFormat = "VTP";

std::uint64_t attribute(std::string_view tag, std::string_view name) {
  const std::size_t at = tag.find(name);
  if (at == std::string_view::npos) return 0;
  std::string_view value = tag.substr(at + name.size());
  const std::size_t begin = value.find_first_of("0123456789");
  if (begin == std::string_view::npos) return 0;
  value.remove_prefix(begin);
  std::uint64_t number = 0;
  const auto result = std::from_chars(value.data(), value.data() + value.size(), number);
  return result.ec == std::errc() ? number : ~std::uint64_t{0};
}

/// VTK takes memory for what the file promises before it looks whether it is there.
void check_promises(const std::filesystem::path& path) {
  ByteSource source(path);
  constexpr std::size_t kLooked = 1 << 16, kMostPacked = 1032;
  const std::string_view begin = source.peek(kLooked);
  const std::size_t piece = begin.find("<Piece");
  if (begin.find("PolyData") == std::string_view::npos || piece == std::string_view::npos)
    throw InputError("surface.damaged", "\"{}\" is a damaged VTP file: it does not begin like one.", path);
  const std::string_view tag = begin.substr(piece, begin.find('>', piece) - piece);
  const std::uint64_t vertices = attribute(tag, "NumberOfPoints"), most = kMostPacked * source.most_bytes();
  const std::uint64_t faces = attribute(tag, "NumberOfPolys"), strips = attribute(tag, "NumberOfStrips");
  if (vertices > most || faces > most || strips > most) throw ends_early(path, kFormat);
  check_surface_size(path, vertices, std::max(faces, strips));
}

/// The corners of each cell, one after the other; their numbers are checked when the surface is finished.
template <class Add>
void add_cells(vtkCellArray& cells, const std::filesystem::path& path, Add add) {
  vtkDataArray &offsets = *cells.GetOffsetsArray(), &corners = *cells.GetConnectivityArray();
  std::vector<std::uint32_t> cell;
  for (vtkIdType n = 0; n + 1 < offsets.GetNumberOfTuples(); ++n) {
    const auto begin = static_cast<vtkIdType>(offsets.GetTuple1(n)),
               end = static_cast<vtkIdType>(offsets.GetTuple1(n + 1));
    if (begin < 0 || end < begin || end > corners.GetNumberOfTuples()) throw ends_early(path, kFormat);
    cell.clear();
    for (vtkIdType c = begin; c < end; ++c) {
      const double corner = corners.GetTuple1(c);
      cell.push_back(corner >= 0 && corner < SurfaceBuilder::kNoVertex ? static_cast<std::uint32_t>(corner)
                                                                       : SurfaceBuilder::kNoVertex);
    }
    add(cell);
  }
}

}  // namespace

geometry::TriangleMesh read_vtp(const std::filesystem::path& path) {
  check_promises(path);
  vtkNew<vtkXMLPolyDataReader> reader;
  const VtkErrors errors(reader);
  reader->SetFileName(path.c_str());
  reader->GetPointDataArraySelection()->DisableAllArrays();
  reader->Update();
  vtkPolyData* data = reader->GetOutput();
  if (errors.any() || data == nullptr || data->GetPoints() == nullptr)
    throw InputError("surface.damaged", "\"{}\" is a damaged VTP file: it is cut off or makes no sense.",
                     path);
  SurfaceBuilder builder(path, kFormat);
  builder.reserve(static_cast<std::uint64_t>(data->GetNumberOfPoints()), 0);
  vtkDataArray& places = *data->GetPoints()->GetData();
  for (vtkIdType n = 0; n < places.GetNumberOfTuples(); ++n)
    builder.add_vertex({places.GetComponent(n, 0), places.GetComponent(n, 1), places.GetComponent(n, 2)});
  add_cells(*data->GetPolys(), path, [&](const auto& cell) { builder.add_polygon(cell); });
  add_cells(*data->GetStrips(), path, [&](const auto& cell) {
    if (std::ranges::find(cell, SurfaceBuilder::kNoVertex) != cell.end()) throw wrong_corner(path, kFormat);
    builder.add_strip(cell);
  });
  return builder.finish();
}

}  // namespace skiagraph::io
