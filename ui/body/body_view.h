#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QMatrix4x4>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>

#include "ui/document/marker_model.h"
#include "ui/engine/scan_loader.h"

class vtkObject;

namespace skiagraph::ui {

enum class BodySide : std::uint8_t { kFront, kBack, kLeft, kRight };

/// The body in 3D with the markers in it. Left drag turns, middle drag pans, wheel zooms. Debian's VTK has no
/// widget for Qt 6, so this one lends VTK an OpenGL context, feeds it Qt's events and shows the frames as
/// images. An OpenGL widget would make Qt draw the whole window through OpenGL, each time a marker moves:
/// slow where OpenGL is software. VTK draws the skin when it or the view changes; markers, which move with
/// every X-ray, are painted over its frame.
class BodyView : public QWidget {
  Q_OBJECT

 public:
  explicit BodyView(MarkerModel& model, QWidget* parent = nullptr);
  ~BodyView() override;

  /// `same_person`: seen as before, else from the front.
  void set_scan(std::shared_ptr<const LoadedScan> scan, bool same_person);
  void look_from(BodySide side);
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
  void render();
  void render_soon();
  void render_in_time();
  void paint_markers(QPainter& painter) const;
  void lend_context(vtkObject* window, unsigned long event, void* current);
  void tell_position(const QMouseEvent& event);

  MarkerModel& model_;
  std::shared_ptr<const LoadedScan> scan_;
  QOffscreenSurface surface_;
  QOpenGLContext context_;
  struct Vtk;
  std::unique_ptr<Vtk> vtk_;
  QImage frame_;
  QMatrix4x4 to_picture_;  ///< of the frame
  QTimer frame_timer_;
  QElapsedTimer since_frame_;
  qint64 frame_ms_ = 0;                  ///< what the last frame cost
  std::optional<BodySide> wanted_side_;  ///< until the window's size is known
};

}  // namespace skiagraph::ui
