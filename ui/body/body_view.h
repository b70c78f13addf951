#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QMatrix4x4>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QTimer>
#include <QWidget>
#include <memory>

#include "ui/app/app.h"

class vtkObject;

namespace skiagraph::ui {

/// The pane of the body in 3D, with the markers in it. Left drag turns, middle drag pans, wheel zooms.
/// Debian's VTK has no widget for Qt 6. So this one lends VTK an OpenGL context, passes Qt's events to it and
/// shows its frames as images. An OpenGL widget would make Qt draw the whole window through OpenGL each time
/// a marker moves, which is slow where OpenGL runs in software. VTK draws the skin when the skin or the
/// camera changes; the markers, which move with every X-ray, are painted over VTK's last frame.
class BodyView : public QWidget {
  Q_OBJECT

 public:
  explicit BodyView(const App& app, QWidget* parent = nullptr);
  ~BodyView() override;

  /// Draws at once what is still to be drawn.
  void catch_up();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void show_body();
  void follow_document(const session::Session& before);
  void place_camera();
  void store_camera();
  void render();
  void render_soon();
  void render_in_time();
  void paint_markers(QPainter& painter) const;
  void lend_context(vtkObject* window, unsigned long event, void* current);
  void tell_position(const QMouseEvent& event);

  App app_;
  std::shared_ptr<const LoadedBody> body_;
  QOffscreenSurface surface_;
  QOpenGLContext context_;
  bool can_draw_ = false;  ///< OpenGL is there
  struct Vtk;
  std::unique_ptr<Vtk> vtk_;
  QImage frame_;
  QMatrix4x4 to_picture_;  ///< of the frame
  QTimer frame_timer_;
  QElapsedTimer since_frame_;
  qint64 frame_ms_ = 0;                ///< what the last frame cost
  session::BodyCamera camera_before_;  ///< when the mouse was pressed
  bool place_camera_ = false;          ///< before the next frame, when the pane's size is known
};

}  // namespace skiagraph::ui
