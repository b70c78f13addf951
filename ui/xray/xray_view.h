#pragma once

#include <QImage>
#include <QPixmap>
#include <QTransform>
#include <QWidget>
#include <memory>

#include "core/geometry/surface_image.h"
#include "core/imaging/xray_image.h"
#include "ui/xray/xray_painter.h"

namespace skiagraph::ui {

/// The X-ray with its markers. Left drag moves a marker; wheel zooms at the cursor, middle drag pans, right
/// drag changes window and level, double click fits. Arrow keys nudge the selected marker by 1 mm, with Shift
/// by 10 mm; Tab walks the markers.
class XrayView : public QWidget {
  Q_OBJECT

 public:
  explicit XrayView(MarkerModel& model, QWidget* parent = nullptr);

  /// `same_person`: the picture stays until there is a new one.
  void set_surface(std::shared_ptr<const geometry::SurfaceImage> surface, bool same_person);
  void set_xray(const imaging::XrayImage& xray);
  [[nodiscard]] const imaging::XrayImage& xray() const { return xray_; }
  /// Where a place of the picture is in the widget.
  [[nodiscard]] QPointF to_view(Pixel pixel) const;

  void fit();
  void reset_window();

 Q_SIGNALS:
  /// What is under the cursor; empty outside.
  void pointed_at(const QString& text);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  [[nodiscard]] QTransform transform() const;
  [[nodiscard]] Pixel to_pixel(QPointF view) const;
  [[nodiscard]] int marker_at(QPointF view) const;
  [[nodiscard]] double mm_per_px() const { return surface_ ? surface_->placement.mm_per_px() : 1; }
  void render_image();
  void show_scaled(QPainter& painter);
  void point_at(QPointF view);

  MarkerModel& model_;
  std::shared_ptr<const geometry::SurfaceImage> surface_;
  imaging::XrayImage xray_;
  Window window_;
  QImage image_;
  QPixmap scaled_;  ///< image_ as the widget shows it; markers move over it without scaling it anew
  double zoom_ = 1;
  QPointF offset_;      ///< of the picture's corner in the widget
  bool fitted_ = true;  ///< follows the widget's size
  bool hint_ = true;
  QPointF last_mouse_;
  Pixel grip_;  ///< from the cursor to the dragged marker, so that it does not jump
};

}  // namespace skiagraph::ui
