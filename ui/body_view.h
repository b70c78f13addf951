#pragma once

#include <QOpenGLWidget>
#include <QTimer>
#include <memory>

#include "ui/marker_model.h"
#include "ui/scan_loader.h"

class vtkObject;

namespace skiagraph {

enum class BodySide : std::uint8_t { kFront, kBack, kLeft, kRight };

/// The body in 3D. Left drag turns, middle drag pans, wheel zooms. Debian's VTK has no widget for Qt 6, so
/// this one lends VTK its OpenGL context and feeds it Qt's events.
class BodyView : public QOpenGLWidget {
  Q_OBJECT

 public:
  explicit BodyView(MarkerModel& model, QWidget* parent = nullptr);
  ~BodyView() override;

  void set_scan(std::shared_ptr<const LoadedScan> scan);
  void look_from(BodySide side);

 protected:
  void initializeGL() override;
  void paintGL() override;
  void resizeGL(int width, int height) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void show_frame();
  void place_markers();
  void lend_context(vtkObject* window, unsigned long event, void* current);
  void tell_position(const QMouseEvent& event);

  MarkerModel& model_;
  std::shared_ptr<const LoadedScan> scan_;
  struct Vtk;
  std::unique_ptr<Vtk> vtk_;
  QTimer repaint_;  ///< gathers the changes of a drag, so that the 3D view does not slow the X-ray down
};

}  // namespace skiagraph
