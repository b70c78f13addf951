#pragma once

#include <vtkActor.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

#include <QMatrix4x4>

#include "core/session/session.h"

namespace skiagraph::ui {

/// What VTK draws: the skin. Patient frame, mm.
class BodyScene {
 public:
  explicit BodyScene(vtkGenericOpenGLRenderWindow* window);

  /// Views leave room for a body of at least `room_mm` on the same soles.
  void set_body(vtkPolyData* skin, double room_mm);
  /// Looks at the whole body from one side, as large as the window's size allows.
  void look_from(session::BodySide side);
  [[nodiscard]] session::BodyCamera camera();
  void set_camera(const session::BodyCamera& camera);
  /// Moves the camera towards what it looks at; above 1 the body gets larger.
  void zoom(double factor);
  /// From a place to where it is drawn: x to the right and y up, both from -1 to 1.
  [[nodiscard]] QMatrix4x4 to_picture();

 private:
  vtkNew<vtkRenderer> renderer_;
  vtkSmartPointer<vtkActor> skin_;
  double room_mm_ = 0;
};

}  // namespace skiagraph::ui
