#include "ui/body/xray_plane.h"

#include "ui/xray/xray_view.h"

namespace skiagraph::ui {
namespace {

QImage picture(const Result& result, const imaging::WindowLevel& window_level) {
  QImage image = to_image(result.xray, window_level).convertToFormat(QImage::Format_RGBA8888);
  const geometry::SurfaceImage& surface = *result.body->surface;
  if (surface.placement.frame() != result.xray.frame) return image;
  for (int row = 0; row < image.height(); ++row) {
    uchar* alpha = image.scanLine(row) + 3;
    for (int column = 0; column < image.width(); ++column, alpha += 4)
      if (!surface.inside(row, column)) *alpha = 0;
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
