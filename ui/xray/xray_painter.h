#pragma once

#include <QImage>
#include <QPainter>
#include <QTransform>

#include "core/imaging/xray_image.h"
#include "ui/document/marker_model.h"

namespace skiagraph::ui {

/// Which values of the X-ray are black and white. Values are in [0, 1].
struct Window {
  static constexpr double kLevel = 0.36, kWidth = 0.72;

  double level = kLevel, width = kWidth;
};

/// The picture as it is drawn before zooming.
QImage to_image(const imaging::XrayImage& xray, const Window& window);

/// Draws markers, ruler and notices over the picture. `to_view` maps pixels (x: column, y: row, centres at
/// whole numbers) to the widget.
class XrayPainter {
 public:
  XrayPainter(QPainter& painter, const QTransform& to_view, const QRect& area)
      : painter_(painter), to_view_(to_view), area_(area) {}

  void markers(const MarkerModel& model, double mm_per_px);
  void ruler(double mm_per_px);
  void notice(const QString& text);
  void hint(const QString& text);

 private:
  void marker(const inference::MarkerEstimate& marker, int index, bool highlighted, double mm_per_px);

  QPainter& painter_;
  QTransform to_view_;
  QRect area_;
};

}  // namespace skiagraph::ui
