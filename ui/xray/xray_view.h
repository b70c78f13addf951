#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>
#include <memory>
#include <vector>

#include "ui/app/app.h"
#include "ui/xray/layers/layer.h"
#include "ui/xray/tools/tool.h"
#include "ui/xray/xray_geometry.h"

namespace skiagraph::ui {

/// The pane of the X-ray. It shows the engine's newest result with layers over it, and hands mouse and keys
/// to its tools. Wheel zooms at the cursor, double click shows the whole X-ray, Tab walks the markers.
class XrayView : public QWidget {
  Q_OBJECT

 public:
  explicit XrayView(const App& app, QWidget* parent = nullptr);

  [[nodiscard]] XrayGeometry geometry_now() const;

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
  void follow_document(const session::Session& before);
  void make_image();
  void release_tool();
  void paint_picture(QPainter& painter, const XrayGeometry& geometry);
  void point_at(QPointF at);

  App app_;
  std::vector<std::unique_ptr<Layer>> layers_;
  std::vector<std::unique_ptr<Tool>> tools_;
  Tool* active_ = nullptr;  ///< has the mouse
  Qt::MouseButton button_ = Qt::NoButton;
  std::shared_ptr<const Result> shown_;
  QImage image_;    ///< the X-ray in grey, before zooming
  QPixmap scaled_;  ///< image_ as the pane shows it; markers move over it without scaling it anew
};

/// The X-ray in 8-bit grey.
QImage to_image(const imaging::XrayImage& xray, const imaging::WindowLevel& window_level);

}  // namespace skiagraph::ui
