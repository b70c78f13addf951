#pragma once

#include <QImage>
#include <QWidget>
#include <memory>

#include "ui/app/app.h"
#include "ui/xray/tools/view_tools.h"

namespace skiagraph::ui {

/// The true X-ray beside the predicted one, at the same place, zoom, window and level. The mouse
/// zooms, pans and changes window and level as on the prediction.
class CtPicture : public QWidget {
  Q_OBJECT

 public:
  /// beside: the pane of the predicted X-ray.
  CtPicture(const App& app, const QWidget& beside, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void refresh();
  [[nodiscard]] XrayGeometry geometry_now() const;

  App app_;
  const QWidget& beside_;
  PanTool pan_;
  WindowLevelTool window_level_;
  Tool* active_ = nullptr;
  QImage image_;
  std::shared_ptr<const imaging::CtXray> truth_;  ///< that the image is of, as the next
  imaging::WindowLevel shown_;
};

}  // namespace skiagraph::ui
