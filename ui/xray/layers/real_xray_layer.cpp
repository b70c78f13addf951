#include "ui/xray/layers/real_xray_layer.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/app/xray_edits.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

/// Sky blue of the same palette as the markers', dashed, so that it is taken for no line of the scan range.
const QColor kColour(130, 200, 245), kShade(0, 0, 0, 180);
constexpr int kMostPixels = 512;

/// Grey from the least to the largest value; transparent where nothing was recorded.
QImage grey_picture(const imaging::XrayPicture& xray) {
  const int step = std::max(1, std::max(xray.rows, xray.columns) / kMostPixels);
  QImage image((xray.columns + step - 1) / step, (xray.rows + step - 1) / step, QImage::Format_ARGB32);
  image.fill(Qt::transparent);
  const auto [least, most] = std::ranges::minmax(xray.values);
  const float scale = most > least ? 255 / (most - least) : 0;
  for (int row = 0; row < image.height(); ++row)
    for (int column = 0; column < image.width(); ++column) {
      const std::size_t n =
          static_cast<std::size_t>(row) * step * xray.columns + static_cast<std::size_t>(column) * step;
      const int grey = static_cast<int>(scale * (xray.values[n] - least));
      if (xray.known[n] != 0) image.setPixel(column, row, qRgba(grey, grey, grey, 255));
    }
  return image;
}

}  // namespace

std::optional<QPolygonF> real_xray_frame(const App& app, const XrayGeometry& geometry) {
  const auto place = xray_place(app);
  if (!place || place->width_mm <= 0 || place->height_mm <= 0) return std::nullopt;
  const geometry::CanonicalPlacement& body = app.engine.body()->surface->placement;
  QPolygonF frame;
  for (const auto& [left, up] : {std::pair(-1, 1), std::pair(1, 1), std::pair(1, -1), std::pair(-1, -1)})
    frame << geometry.to_pane(body.to_pixel(
        {place->centre.x + left * place->width_mm / 2, 0, place->centre.z + up * place->height_mm / 2}));
  return frame;
}

const QImage& RealXrayLayer::picture() {
  const auto xray = app_.engine.real_xray();
  if (xray_ != xray) {
    xray_ = xray;
    picture_ = xray ? grey_picture(*xray->picture) : QImage();
  }
  return picture_;
}

void RealXrayLayer::paint(const LayerCanvas& canvas) {
  const auto frame = real_xray_frame(app_, canvas.geometry);
  if (!frame) return;
  QPainter& painter = canvas.painter;
  const QRectF place = frame->boundingRect();
  const bool moved = app_.document.previewing() &&
                     app_.document.session().partial_xray != app_.document.committed().partial_xray;
  if (moved) {
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setOpacity(0.6);
    painter.drawImage(place, picture());
    painter.setOpacity(1);
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(kShade, 4));
  painter.drawRect(place);
  painter.setPen(QPen(kColour, 1.8, Qt::DashLine));
  painter.drawRect(place);
  constexpr double kGap = 6;
  const QString text = QCoreApplication::translate("Completion", "Real X-ray");
  const double y = std::clamp(place.top() - kGap, canvas.free.top() + 14, canvas.free.bottom());
  paint_text(painter, {std::max(place.left(), canvas.free.left()), y}, text, kColour);
}

}  // namespace skiagraph::ui
