#include "ui/engine/scan_picture.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/geometry/extent.h"
#include "core/geometry/surface_image.h"
#include "core/imaging/window_level.h"

namespace skiagraph::ui {
namespace {

constexpr int kRows = 420, kMostColumns = 900;

/// A frame in which the whole mesh is seen: its highest point in the first row, its lowest in the last.
geometry::CanonicalPlacement whole(const geometry::TriangleMesh& mesh) {
  const geometry::Extent x = extent(mesh, {1, 0, 0}), z = extent(mesh, {0, 0, 1});
  constexpr double kLeastMm = 101;
  const double height = std::max(z.size(), kLeastMm), middle = (x.low + x.high) / 2;
  const int columns = std::clamp(static_cast<int>(x.size() / height * (kRows - 1)) + 3, 3, kMostColumns);
  const geometry::CanonicalFrame frame{kRows, columns, 0, kRows - 1.0, (columns - 1) / 2.0};
  return {frame, {middle, 0, z.low + height}, {middle, 0, z.low}};
}

/// How steep the surface falls away from the light, which comes over the viewer's left shoulder.
int shade(double across, double down) {
  const double length = std::sqrt(across * across + down * down + 1);
  constexpr double kLeft = 0.35, kAbove = 0.45, kFront = 0.82;
  const double light = (kFront - kLeft * across - kAbove * down) / length;
  return std::clamp(static_cast<int>(45 + 195 * light), 25, 245);
}

ScanPicture empty_picture(const geometry::CanonicalPlacement& placement) {
  const geometry::CanonicalFrame& frame = placement.frame();
  const Vec3 first = placement.to_patient({-0.5, -0.5}, 0),
             last = placement.to_patient({frame.rows - 0.5, frame.columns - 0.5}, 0);
  ScanPicture result{QImage(frame.columns, frame.rows, QImage::Format_ARGB32), first.x, last.x, last.z,
                     first.z};
  result.image.fill(Qt::transparent);
  return result;
}

ScanPicture picture(const geometry::TriangleMesh& mesh) {
  const geometry::SurfaceImage surface = geometry::rasterise_surface(std::span(&mesh, 1), whole(mesh));
  const geometry::CanonicalFrame& frame = surface.placement.frame();
  ScanPicture result = empty_picture(surface.placement);
  const auto depth = [&](int row, int column) {
    return surface.depth[static_cast<std::size_t>(row) * frame.columns + column] * (frame.rows - 1);
  };
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column) {
      if (!surface.inside(row, column)) continue;
      const auto slope = [&](int down, int across) {
        const int r = row + down, c = column + across;
        const bool there = r >= 0 && c >= 0 && r < frame.rows && c < frame.columns && surface.inside(r, c);
        return there ? std::clamp<double>(depth(r, c) - depth(row, column), -4, 4) : 0.0;
      };
      const int grey = shade(slope(0, 1) - slope(0, -1), slope(1, 0) - slope(-1, 0));
      result.image.setPixel(column, row, qRgb(grey, grey * 94 / 100, grey * 88 / 100));
    }
  return result;
}

}  // namespace

ScanPicture picture_from_front(const geometry::TriangleMesh& mesh) {
  return picture(mesh);
}

ScanPicture picture_from_left(const geometry::TriangleMesh& mesh) {
  geometry::TriangleMesh turned = mesh;
  for (Vec3& p : turned.vertices) p = {p.y, -p.x, p.z};
  return picture(turned);
}

ScanPicture xray_picture(const io::CtReading& ct) {
  const geometry::TriangleMesh& skin = ct.subject.skin;
  const geometry::CanonicalPlacement placement = whole(skin);
  const imaging::CtXray xray = ct.subject.columns.project(placement);
  ScanPicture result = empty_picture(placement);
  std::size_t n = 0;
  for (int row = 0; row < placement.frame().rows; ++row)
    for (int column = 0; column < placement.frame().columns; ++column, ++n) {
      const int grey =
          static_cast<int>(255 * imaging::grey(imaging::kDefaultWindowLevel, xray.image.pixels[n]));
      if (xray.covered[n] != 0) result.image.setPixel(column, row, qRgb(grey, grey, grey));
    }
  const double low = extent(skin, {0, 0, 1}).low;
  result.left_mm -= ct.subject.midline_mm, result.right_mm -= ct.subject.midline_mm;
  result.bottom_mm -= low, result.top_mm -= low;
  return result;
}

}  // namespace skiagraph::ui
