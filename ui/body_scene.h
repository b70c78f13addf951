#pragma once

#include <vtkActor.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

#include <array>

#include "core/geometry/scan_alignment.h"
#include "core/geometry/surface_image.h"
#include "ui/body_view.h"

namespace skiagraph {

/// What the 3D view shows: the skin, translucent, and the markers inside it. Patient frame, mm.
class BodyScene {
 public:
  explicit BodyScene(vtkGenericOpenGLRenderWindow* window);

  /// Views leave room for a body of at least `room_mm` on the same soles.
  void set_body(vtkPolyData* skin, double room_mm);
  void set_markers(const MarkerModel& model, const SurfaceImage& surface);
  void hide_markers();
  /// Looks at the whole body from one side, as large as the window's size allows.
  void look_from(BodySide side);

 private:
  vtkNew<vtkRenderer> renderer_;
  vtkSmartPointer<vtkActor> skin_;
  double room_mm_ = 0;
  std::array<vtkSmartPointer<vtkActor>, kMarkerCount> markers_;
};

}  // namespace skiagraph
