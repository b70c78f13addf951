#include "ui/body/xray_plane.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::ui {
namespace {

/// 0 at the edge of the picture and 255 a little inside, so that a limb that goes on beyond it is not cut
/// off.
uchar opacity(const QImage& image, int row, int column) {
  constexpr double kFade = 0.08;  // of the picture's breadth
  const int inside =
      std::min(std::min(row, image.height() - 1 - row), std::min(column, image.width() - 1 - column));
  return static_cast<uchar>(std::lround(255 * std::min(1.0, inside / (kFade * image.width()))));
}

/// Transparent outside the body.
QImage picture(const Result& result, const imaging::WindowLevel& window_level) {
  const imaging::XrayImage& xray = result.fine_xray;
  const geometry::SurfaceImage& surface = *result.body->surface;
  // The X-ray's pixels for each of the surface's; 0: of another frame.
  const int fine = xray.frame.columns / surface.placement.frame().columns;
  QImage image(xray.frame.columns, xray.frame.rows, QImage::Format_RGBA8888);
  auto value = xray.pixels.begin();
  for (int row = 0; row < image.height(); ++row) {
    uchar* pixel = image.scanLine(row);
    for (int column = 0; column < image.width(); ++column, pixel += 4) {
      const auto grey = static_cast<uchar>(std::lround(255 * imaging::grey(window_level, *value++)));
      pixel[0] = pixel[1] = pixel[2] = grey;
      pixel[3] = fine > 0 && !surface.inside(row / fine, column / fine) ? 0 : opacity(image, row, column);
    }
  }
  return image;
}

}  // namespace

std::shared_ptr<const XrayPlane> xray_plane(const Result& result, const imaging::WindowLevel& window_level) {
  const geometry::CanonicalPlacement& placement = result.body->surface->placement;
  const geometry::CanonicalFrame& frame = placement.frame();
  const double depth = (result.body->scan.neck.y + result.body->scan.symphysis.y) / 2;
  // Pixels have their centres at whole numbers.
  const double top = -0.5, left = -0.5, bottom = frame.rows - 0.5, right = frame.columns - 0.5;
  return std::make_shared<const XrayPlane>(
      XrayPlane{picture(result, window_level),
                {placement.to_patient({bottom, left}, depth), placement.to_patient({bottom, right}, depth),
                 placement.to_patient({top, left}, depth)}});
}

}  // namespace skiagraph::ui
