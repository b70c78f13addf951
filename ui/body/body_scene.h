#pragma once

#include <vtkActor.h>
#include <vtkCubeSource.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkRenderer.h>
#include <vtkTexture.h>

#include <memory>

#include "ui/body/body_picture.h"

namespace skiagraph::ui {

/// What VTK draws: the skin, inside it the X-ray, and around it the scan range. Belongs to the thread that
/// has the OpenGL context.
class BodyScene {
 public:
  explicit BodyScene(vtkGenericOpenGLRenderWindow* window);

  void show(const BodyPicture& picture);

 private:
  void show_skin(const std::shared_ptr<vtkPolyData>& skin);
  void show_plane(const std::shared_ptr<const XrayPlane>& plane);
  void make_slab();
  void show_slab(const std::optional<RangeSlab>& slab);

  vtkNew<vtkRenderer> renderer_;
  vtkNew<vtkActor> skin_actor_, plane_actor_, slab_actor_, slab_edges_;
  vtkNew<vtkCubeSource> slab_box_;
  vtkNew<vtkTexture> texture_;
  std::shared_ptr<vtkPolyData> skin_;
  std::shared_ptr<const XrayPlane> plane_;
};

}  // namespace skiagraph::ui
