#pragma once

#include <QImage>
#include <QObject>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QThread>
#include <functional>
#include <memory>
#include <optional>

#include "ui/body/body_picture.h"

namespace skiagraph::ui {

/// A picture as it was drawn.
struct BodyFrame {
  BodyPicture picture;
  QImage image;
  qint64 milliseconds = 0;
};

/// Draws the body with VTK on a thread of its own, so that the window answers however long that takes.
/// Debian's VTK has no widget for Qt 6; it draws into a context of ours, and its frames come back as images.
/// One frame at a time; the newest picture wins. GUI thread.
class BodyRenderer : public QObject {
  Q_OBJECT

 public:
  explicit BodyRenderer(QObject* parent = nullptr);
  ~BodyRenderer() override;

  /// Whether there is OpenGL.
  [[nodiscard]] bool can_draw() const { return can_draw_; }
  /// Answers with drawn(), unless a newer picture comes before its turn.
  void draw(const BodyPicture& picture);
  /// Waits for the newest picture that was asked for.
  void finish();
  [[nodiscard]] bool busy() const { return drawing_ || waiting_; }

 Q_SIGNALS:
  void drawn(const skiagraph::ui::BodyFrame& frame);

 private:
  class Works;
  void begin(const BodyPicture& picture);
  void take(const BodyFrame& frame);

  QOffscreenSurface surface_;
  QThread thread_;
  std::unique_ptr<Works> works_;  ///< lives on the thread
  std::optional<BodyPicture> waiting_;
  bool drawing_ = false, can_draw_ = false;
};

}  // namespace skiagraph::ui
