#include "core/geometry/surface_image.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/geometry/surface_holes.h"

namespace skiagraph::geometry {
namespace {

/// Half the width of the column band, in torso lengths, in which the front-most point of the torso is looked
/// for.
constexpr double kTorsoHalfWidth = 0.25;
/// Pixels. Without it, a pixel on the shared edge of two triangles could belong to neither.
constexpr double kEdgeTolerance = 1e-7;
constexpr double kNowhere = Walls::kNowhere;
/// A gap where both walls are missing is a hole up to this area, and more often one between limbs above it.
constexpr double kLargestGapMm2 = 400;

/// A vertex in the picture, with its depth.
struct Corner {
  double row, column, y;
};

/// Draws triangles into walls.
class WallPainter {
 public:
  explicit WallPainter(Walls& walls) : walls_(walls), rows_(walls.rows), columns_(walls.columns) {}

  void add(const Corner& a, const Corner& b, const Corner& c) {
    const auto [top, bottom] = std::minmax({a.row, b.row, c.row});
    const auto [left, right] = std::minmax({a.column, b.column, c.column});
    const double first = std::max(0.0, std::ceil(top - kEdgeTolerance));
    const double last = std::min(rows_ - 1.0, std::floor(bottom + kEdgeTolerance));
    if (first > last || right < 0 || left > columns_ - 1) return;
    // Most triangles of a fine mesh lie between pixel centres.
    if (std::ceil(left - kEdgeTolerance) > std::floor(right + kEdgeTolerance)) return;

    const double area = (b.column - a.column) * (c.row - a.row) - (c.column - a.column) * (b.row - a.row);
    if (std::abs(area) < 1e-12) return;  // seen edge on: its neighbours cover the same place
    const double y_per_column = ((b.y - a.y) * (c.row - a.row) - (c.y - a.y) * (b.row - a.row)) / area;
    const double y_per_row =
        ((c.y - a.y) * (b.column - a.column) - (b.y - a.y) * (c.column - a.column)) / area;
    const auto [front, back] = std::minmax({a.y, b.y, c.y});

    for (int row = static_cast<int>(first); row <= static_cast<int>(last); ++row) {
      double begin = kNowhere, end = -kNowhere;
      cross_edge(a, b, row, begin, end);
      cross_edge(b, c, row, begin, end);
      cross_edge(c, a, row, begin, end);
      const double from = std::max(0.0, std::ceil(begin - kEdgeTolerance));
      const double to = std::min(columns_ - 1.0, std::floor(end + kEdgeTolerance));
      const double row_y = a.y + (row - a.row) * y_per_row;
      for (double column = from; column <= to; ++column) {
        // The plane of a triangle seen nearly edge on is steep, so y is limited to the triangle's own range.
        const double y = std::clamp(row_y + (column - a.column) * y_per_column, front, back);
        const std::size_t pixel = static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(column);
        walls_.nearest[pixel] = std::min(walls_.nearest[pixel], y);
        walls_.farthest[pixel] = std::max(walls_.farthest[pixel], y);
      }
    }
  }

 private:
  /// Widens [begin, end] by the columns in which the edge p q meets the middle of `row`.
  static void cross_edge(const Corner& p, const Corner& q, double row, double& begin, double& end) {
    const auto [low, high] = std::minmax(p.row, q.row);
    if (row < low - kEdgeTolerance || row > high + kEdgeTolerance) return;
    const double extent = q.row - p.row;
    if (std::abs(extent) < kEdgeTolerance) {
      begin = std::min({begin, p.column, q.column});
      end = std::max({end, p.column, q.column});
      return;
    }
    const double share = std::clamp((row - p.row) / extent, 0.0, 1.0);
    const double column = p.column + share * (q.column - p.column);
    begin = std::min(begin, column);
    end = std::max(end, column);
  }

  Walls& walls_;
  int rows_, columns_;
};

/// The largest patch of pixels, among those that belong, in which the front has no step.
template <class Belongs>
std::vector<std::size_t> smooth_front(const Walls& walls, const Belongs& belongs) {
  constexpr double kStepMm = 15;
  std::vector<bool> done(walls.nearest.size());
  std::vector<std::size_t> largest;
  for (std::size_t start = 0; start < done.size(); ++start) {
    if (done[start] || !belongs(start)) continue;
    std::vector<std::size_t> patch{start};
    done[start] = true;
    for (std::size_t next = 0; next < patch.size(); ++next) {
      const std::size_t pixel = patch[next], column = pixel % walls.columns;
      const auto consider = [&](bool within, std::size_t near) {
        if (!within || done[near] || !belongs(near) ||
            std::abs(walls.nearest[near] - walls.nearest[pixel]) > kStepMm)
          return;
        done[near] = true;
        patch.push_back(near);
      };
      consider(column > 0, pixel - 1),
          consider(column + 1 < static_cast<std::size_t>(walls.columns), pixel + 1);
      consider(pixel >= static_cast<std::size_t>(walls.columns), pixel - walls.columns);
      consider(pixel + walls.columns < done.size(), pixel + walls.columns);
    }
    if (patch.size() > largest.size()) largest = std::move(patch);
  }
  return largest;
}

/// The nearest y between the neck's and the symphysis' row and within the torso's columns, of the trunk and
/// not of hands before it; of the whole body when nothing is seen there.
double front_of_torso(const Walls& walls, const CanonicalFrame& frame) {
  const double half_width = kTorsoHalfWidth * (frame.symphysis_row - frame.neck_row);
  const auto in_body = [&](std::size_t pixel) { return walls.is_body(pixel); };
  const auto in_torso = [&](std::size_t pixel) {
    const auto row = static_cast<double>(pixel / frame.columns),
               column = static_cast<double>(pixel % frame.columns);
    return in_body(pixel) && row >= frame.neck_row && row <= frame.symphysis_row &&
           std::abs(column - frame.centre_column) <= half_width;
  };
  double front = kNowhere;
  for (const std::size_t pixel : smooth_front(walls, in_torso)) front = std::min(front, walls.nearest[pixel]);
  if (front < kNowhere) return front;
  for (std::size_t pixel = 0; pixel < walls.nearest.size(); ++pixel)
    if (in_body(pixel)) front = std::min(front, walls.nearest[pixel]);
  if (front == kNowhere)
    throw InputError("surface.out_of_picture",
                     "The surface is not seen from the front: no pixel shows a body.");
  return front;
}

}  // namespace

SurfaceImage rasterise_surface(std::span<const TriangleMesh> meshes, const CanonicalPlacement& placement) {
  const CanonicalFrame& frame = placement.frame();
  Walls walls(frame.rows, frame.columns);
  WallPainter painter(walls);
  std::vector<Corner> corners;
  for (const TriangleMesh& mesh : meshes) {
    corners.clear();
    corners.reserve(mesh.vertices.size());
    for (const Vec3& vertex : mesh.vertices) {
      const Pixel pixel = placement.to_pixel(vertex);
      corners.push_back({pixel.row, pixel.column, vertex.y});
    }
    for (const auto& [a, b, c] : mesh.triangles) painter.add(corners[a], corners[b], corners[c]);
  }

  const double pixel_mm2 = placement.mm_per_px() * placement.mm_per_px();
  const int filled = fill_holes(walls, static_cast<int>(kLargestGapMm2 / pixel_mm2));
  SurfaceImage image{placement, front_of_torso(walls, frame), {}, {}, filled * pixel_mm2};
  image.depth.assign(walls.nearest.size(), 0.0F);
  image.thickness.assign(walls.nearest.size(), 0.0F);
  const double torso = placement.torso_mm();
  for (std::size_t pixel = 0; pixel < walls.nearest.size(); ++pixel) {
    if (!walls.is_body(pixel)) continue;
    const double thickness = walls.farthest[pixel] - walls.nearest[pixel];
    image.depth[pixel] = static_cast<float>((walls.nearest[pixel] - image.front_mm) / torso);
    image.thickness[pixel] = static_cast<float>(thickness / torso);
  }
  return image;
}

double SurfaceImage::middle_y_mm(Pixel pixel) const {
  const CanonicalFrame& frame = placement.frame();
  double best = kNowhere;
  double middle = front_mm;
  const auto consider = [&](int row, int column) {
    if (!inside(row, column)) return;
    const double distance = norm(Pixel{static_cast<double>(row), static_cast<double>(column)} - pixel);
    if (distance >= best) return;
    best = distance;
    const std::size_t i = static_cast<std::size_t>(row) * frame.columns + column;
    middle = front_mm + (depth[i] + 0.5 * thickness[i]) * placement.torso_mm();
  };
  const double row = std::round(pixel.row), column = std::round(pixel.column);
  if (row >= 0 && row < frame.rows && column >= 0 && column < frame.columns) {
    consider(static_cast<int>(row), static_cast<int>(column));
    if (best < kNowhere) return middle;
  }
  for (int r = 0; r < frame.rows; ++r) {
    for (int c = 0; c < frame.columns; ++c) consider(r, c);
  }
  return middle;
}

std::vector<float> surface_planes(const SurfaceImage& surface) {
  const CanonicalFrame& frame = surface.placement.frame();
  const std::size_t pixels = static_cast<std::size_t>(frame.rows) * frame.columns;
  if (surface.depth.size() != pixels || surface.thickness.size() != pixels)
    throw InputError("surface_image.size", "The surface image does not have the size of its frame.");
  std::vector<float> planes = surface.depth;
  planes.insert(planes.end(), surface.thickness.begin(), surface.thickness.end());
  return planes;
}

}  // namespace skiagraph::geometry
