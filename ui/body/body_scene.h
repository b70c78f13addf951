#pragma once

#include <vtkActor.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkPlaneSource.h>
#include <vtkPolyData.h>
#include <vtkRenderer.h>
#include <vtkTexture.h>

#include <QImage>
#include <QSize>
#include <array>
#include <cstdint>
#include <memory>

#include "core/session/session.h"

namespace skiagraph::ui {

/// The X-ray as a plane in the body: its picture, and where the picture's lower left, lower right and upper
/// left corners are.
struct XrayPlane {
  QImage picture;  ///< RGBA
  std::array<Vec3, 3> corners;
};

/// What is to be drawn. Patient frame, mm. Nobody changes what it points to.
struct BodyPicture {
  QSize size;  ///< in the screen's pixels
  session::BodyCamera camera;
  std::shared_ptr<vtkPolyData> skin;
  double opacity = 1;
  std::shared_ptr<const XrayPlane> plane;  ///< null: none
};

/// What VTK draws: the skin and, inside it, the X-ray. Belongs to the thread that has the OpenGL context.
class BodyScene {
 public:
  explicit BodyScene(vtkGenericOpenGLRenderWindow* window);

  void show(const BodyPicture& picture);

 private:
  void show_skin(const std::shared_ptr<vtkPolyData>& skin);
  void show_plane(const std::shared_ptr<const XrayPlane>& plane);

  vtkNew<vtkRenderer> renderer_;
  vtkNew<vtkActor> skin_actor_, plane_actor_;
  vtkNew<vtkPlaneSource> plane_source_;
  vtkNew<vtkTexture> texture_;
  std::shared_ptr<vtkPolyData> skin_;
  std::shared_ptr<const XrayPlane> plane_;
};

}  // namespace skiagraph::ui
