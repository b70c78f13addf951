#include "ui/body/body_renderer.h"

#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QOpenGLExtraFunctions>
#include <utility>

#include "ui/body/body_scene.h"

namespace skiagraph::ui {

/// What belongs to the drawing thread: the OpenGL context and all of VTK.
class BodyRenderer::Works : public QObject {
 public:
  explicit Works(QOffscreenSurface& surface) : surface_(surface) {}

  /// On the GUI thread, before the context moves. False without OpenGL.
  bool create() {
    context_.create();
    surface_.setFormat(context_.format());
    surface_.create();
    return context_.isValid() && context_.makeCurrent(&surface_);
  }
  void move_to(QThread* thread) {
    context_.doneCurrent();
    context_.moveToThread(thread);
    moveToThread(thread);
  }

  BodyFrame draw(const BodyPicture& picture) {
    QElapsedTimer clock;
    clock.start();
    BodyFrame frame{picture, {}, 0};
    if (!context_.makeCurrent(&surface_)) return frame;
    if (!vtk_) vtk_ = std::make_unique<Vtk>(*this);
    vtk_->window->SetSize(picture.size.width(), picture.size.height());
    vtk_->scene.show(picture);
    vtk_->window->Render();
    frame.image = read_frame(picture.size);
    frame.milliseconds = clock.elapsed();
    return frame;
  }

  /// While the context is still here.
  void end(QThread* home) {
    if (vtk_) {
      context_.makeCurrent(&surface_);
      vtk_->window->RemoveAllObservers();
      vtk_->window->Finalize();
      vtk_->window->SetReadyForRendering(false);
      vtk_.reset();
    }
    move_to(home);
  }

 private:
  struct Vtk {
    explicit Vtk(Works& works) {
      window->SetOwnContext(0);
      window->SetSupportsOpenGL(1);
      window->SetIsDirect(1);
      window->SetMultiSamples(0);
      // VTK asks before it draws whether its context is the current one.
      window->AddObserver(vtkCommand::WindowMakeCurrentEvent, &works, &Works::lend_context);
      window->AddObserver(vtkCommand::WindowIsCurrentEvent, &works, &Works::lend_context);
      window->SetFrameBlitModeToNoBlit();
      window->SetReadyForRendering(true);
    }
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    BodyScene scene{window};
  };

  /// `current` is VTK's bool to fill, or null when it only wants the context.
  void lend_context(vtkObject*, unsigned long, void* current) {
    const bool is_current = QOpenGLContext::currentContext() == &context_;
    if (current != nullptr) {
      *static_cast<bool*>(current) = is_current;
    } else if (!is_current) {
      context_.makeCurrent(&surface_);
    }
  }

  QImage read_frame(QSize size) {
    QImage frame(size, QImage::Format_RGBX8888);
    QOpenGLExtraFunctions* gl = context_.extraFunctions();
    gl->glBindFramebuffer(GL_READ_FRAMEBUFFER, vtk_->window->GetRenderFramebuffer()->GetFBOIndex());
    gl->glPixelStorei(GL_PACK_ALIGNMENT, 4);
    gl->glReadPixels(0, 0, size.width(), size.height(), GL_RGBA, GL_UNSIGNED_BYTE, frame.bits());
    // OpenGL counts rows from below; the other format is the one that windows paint fast.
    return std::move(frame).mirrored().convertToFormat(QImage::Format_RGB32);
  }

  QOffscreenSurface& surface_;
  QOpenGLContext context_;
  std::unique_ptr<Vtk> vtk_;
};

BodyRenderer::BodyRenderer(QObject* parent) : QObject(parent), works_(std::make_unique<Works>(surface_)) {
  can_draw_ = works_->create();
  thread_.setObjectName("body");
  // Where the driver allows no second thread, drawing takes the window's.
  works_->move_to(can_draw_ && QOpenGLContext::supportsThreadedOpenGL() ? &thread_ : thread());
  thread_.start();
}

BodyRenderer::~BodyRenderer() {
  Works* works = works_.get();
  const auto end = [works, home = thread()] { works->end(home); };
  QMetaObject::invokeMethod(
      works, end, works->thread() == thread() ? Qt::DirectConnection : Qt::BlockingQueuedConnection);
  thread_.quit();
  thread_.wait();
}

void BodyRenderer::draw(const BodyPicture& picture) {
  if (!can_draw_) return;
  if (drawing_) {
    waiting_ = picture;
  } else {
    begin(picture);
  }
}

void BodyRenderer::begin(const BodyPicture& picture) {
  drawing_ = true;
  QMetaObject::invokeMethod(
      works_.get(),
      [this, picture] {
        BodyFrame frame = works_->draw(picture);
        QMetaObject::invokeMethod(
            this, [this, frame = std::move(frame)] { take(frame); }, Qt::QueuedConnection);
      },
      Qt::QueuedConnection);
}

void BodyRenderer::take(const BodyFrame& frame) {
  drawing_ = false;
  if (waiting_) begin(*std::exchange(waiting_, std::nullopt));
  if (!frame.image.isNull()) Q_EMIT drawn(frame);
}

void BodyRenderer::finish() {
  while (busy()) {
    // What the thread has begun comes first; then its answer lies in our own queue.
    if (works_->thread() == thread()) {
      QCoreApplication::sendPostedEvents(works_.get(), QEvent::MetaCall);
    } else {
      QMetaObject::invokeMethod(
          works_.get(), [] {}, Qt::BlockingQueuedConnection);
    }
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
  }
}

}  // namespace skiagraph::ui
