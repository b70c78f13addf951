#include "ui/xray/layers/anomaly_layer.h"

#include "ui/app/xray_edits.h"

namespace skiagraph::ui {

void AnomalyLayer::refresh() {
  const auto& result = app_.engine.result();
  const session::AnomalyCriterion& criterion = app_.document.session().anomalies;
  if (result_ == result && criterion_ == criterion) return;
  result_ = result, criterion_ = criterion;
  image_ = QImage();
  const auto shown = shown_anomalies(app_);
  if (!shown) return;
  const geometry::CanonicalFrame& frame = result->xray.frame;
  image_ = QImage(frame.columns, frame.rows, QImage::Format_ARGB32);
  image_.fill(Qt::transparent);
  constexpr QRgb kDenser = qRgba(255, 159, 44, 130), kThinner = qRgba(70, 150, 255, 130);
  for (const applications::AnomalyRegion& region : shown->regions)
    for (const std::uint32_t pixel : region.pixels)
      image_.setPixel(static_cast<int>(pixel) % frame.columns, static_cast<int>(pixel) / frame.columns,
                      region.denser ? kDenser : kThinner);
}

void AnomalyLayer::paint(const LayerCanvas& canvas) {
  if (!app_.document.session().view.anomalies) return;
  refresh();
  if (image_.isNull()) return;
  canvas.painter.setRenderHint(QPainter::SmoothPixmapTransform);
  canvas.painter.drawImage(canvas.geometry.picture(), image_);
}

}  // namespace skiagraph::ui
