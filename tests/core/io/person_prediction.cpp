#include "tests/core/io/person_prediction.h"

#include <span>

#include "core/bodies/built_in_person.h"
#include "core/inference/result_warnings.h"
#include "core/io/checksum.h"
#include "core/io/mesh_file.h"
#include "core/io/scan_file.h"

namespace skiagraph::testing {
namespace {

geometry::AlignedScan align(const std::filesystem::path& path) {
  geometry::TriangleMesh mesh = bodies::built_in_person();
  for (Vec3& p : mesh.vertices) p = Vec3{p.z, p.y, -p.x} * 0.001;
  io::write_ply(path, mesh);
  return io::read_scan(path);
}

}  // namespace

PersonPrediction::PersonPrediction()
    : scan(align(scan_path())),
      surface(geometry::rasterise_surface(std::span(&scan.mesh, 1), scan.placement())) {
  for (int n = 0; n < kMarkerCount; ++n) {
    result.markers[n].position = {62.25 + 8 * n, 90.5 + n};
    result.markers[n].confidence_mm = 3.5 + n;
  }
  result.markers[6].pinned = true;
  result.converged = true;
  result.iterations = 3;
  result.milliseconds = 41.5;
  result.max_move_px = {2.5, 0.5, 0.03125};
  const geometry::CanonicalFrame& frame = surface.placement.frame();
  result.xray.frame = frame;
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column)
      result.xray.pixels.push_back(static_cast<float>(0.7 * row / frame.rows + 0.2 * column / frame.columns));
}

io::Prediction PersonPrediction::prediction() const {
  io::Prediction prediction{
      {scan_path(), io::sha256(scan_path()), "test 1"}, scan, scan.mesh, surface, result, result.xray,
      inference::remarks_on(scan, surface, result)};
  prediction.range = scan_range::Plan{};
  return prediction;
}

}  // namespace skiagraph::testing
