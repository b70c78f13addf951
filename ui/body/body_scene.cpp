#include "ui/body/body_scene.h"

#include <vtkCamera.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkImageData.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkSmartPointer.h>

#include <cstring>
#include <utility>

#include "ui/body/body_camera.h"

namespace skiagraph::ui {
namespace {

/// Rows from below, as VTK counts them.
vtkSmartPointer<vtkImageData> texture_image(const QImage& picture) {
  auto image = vtkSmartPointer<vtkImageData>::New();
  image->SetDimensions(picture.width(), picture.height(), 1);
  image->AllocateScalars(VTK_UNSIGNED_CHAR, 4);
  for (int row = 0; row < picture.height(); ++row)
    std::memcpy(image->GetScalarPointer(0, picture.height() - 1 - row, 0), picture.constScanLine(row),
                static_cast<std::size_t>(picture.width()) * 4);
  return image;
}

/// A rectangle with its texture's coordinates.
vtkSmartPointer<vtkPolyData> rectangle(const std::array<Vec3, 3>& corners) {
  const auto& [origin, right, up] = corners;
  vtkNew<vtkPoints> points;
  for (const Vec3 p : {origin, right, right + up - origin, up}) points->InsertNextPoint(p.x, p.y, p.z);
  vtkNew<vtkCellArray> cells;
  cells->InsertNextCell({0, 1, 2, 3});
  vtkNew<vtkFloatArray> places;
  places->SetNumberOfComponents(2);
  for (const auto& [x, y] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}}) places->InsertNextTuple2(x, y);
  auto shape = vtkSmartPointer<vtkPolyData>::New();
  shape->SetPoints(points);
  shape->SetPolys(cells);
  shape->GetPointData()->SetTCoords(places);
  return shape;
}

}  // namespace

BodyScene::BodyScene(vtkGenericOpenGLRenderWindow* window) {
  constexpr int kMostPeels = 6;
  window->SetAlphaBitPlanes(1);
  window->AddRenderer(renderer_);
  renderer_->SetBackground(0.09, 0.10, 0.12);
  renderer_->SetBackground2(0.17, 0.19, 0.22);
  renderer_->GradientBackgroundOn();
  // Where the driver cannot peel, VTK blends by weights, which needs no order.
  renderer_->UseDepthPeelingOn();
  renderer_->SetMaximumNumberOfPeels(kMostPeels);
  renderer_->SetOcclusionRatio(0.002);
  renderer_->GetActiveCamera()->SetViewAngle(kViewDegrees);
  vtkNew<vtkPolyDataMapper> skin_mapper;
  skin_mapper->ScalarVisibilityOff();
  skin_actor_->SetMapper(skin_mapper);
  skin_actor_->GetProperty()->SetColor(0.55, 0.49, 0.45);
  skin_actor_->GetProperty()->SetSpecular(0.1);
  vtkNew<vtkPolyDataMapper> plane_mapper;
  plane_actor_->SetMapper(plane_mapper);
  plane_actor_->SetTexture(texture_);
  plane_actor_->GetProperty()->LightingOff();
  plane_actor_->ForceTranslucentOn();  // nothing but the body shows of the picture
  texture_->InterpolateOn();
  texture_->MipmapOff();
  texture_->RepeatOff();
  texture_->EdgeClampOn();
  make_slab();
}

/// Drawn as faces and as edges; invisible until it is asked for.
void BodyScene::make_slab() {
  for (vtkActor* actor : {slab_actor_.Get(), slab_edges_.Get()}) {
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputConnection(slab_box_->GetOutputPort());
    actor->SetMapper(mapper);
    actor->GetProperty()->SetColor(0.96, 0.47, 0.24);
    actor->GetProperty()->LightingOff();
    actor->SetVisibility(0);
    renderer_->AddActor(actor);
  }
  slab_actor_->GetProperty()->SetOpacity(0.16);
  slab_edges_->GetProperty()->SetRepresentationToWireframe();
  slab_edges_->GetProperty()->SetLineWidth(1.5);
}

void BodyScene::show_slab(const std::optional<RangeSlab>& slab) {
  slab_actor_->SetVisibility(slab.has_value());
  slab_edges_->SetVisibility(slab.has_value());
  if (!slab) return;
  slab_box_->SetBounds(slab->low.x, slab->high.x, slab->low.y, slab->high.y, slab->low.z, slab->high.z);
}

void BodyScene::show_skin(const std::shared_ptr<vtkPolyData>& skin) {
  if (skin == skin_) return;
  if (!skin_) renderer_->AddActor(skin_actor_);
  skin_ = skin;
  static_cast<vtkPolyDataMapper*>(skin_actor_->GetMapper())->SetInputData(skin.get());
}

void BodyScene::show_plane(const std::shared_ptr<const XrayPlane>& plane) {
  if (plane == plane_) return;
  if (!plane_) renderer_->AddActor(plane_actor_);
  if (!plane) renderer_->RemoveActor(plane_actor_);
  plane_ = plane;
  if (!plane) return;
  static_cast<vtkPolyDataMapper*>(plane_actor_->GetMapper())->SetInputData(rectangle(plane->corners));
  texture_->SetInputData(texture_image(plane->picture));
}

void BodyScene::show(const BodyPicture& picture) {
  show_skin(picture.skin);
  show_plane(picture.plane);
  show_slab(picture.slab);
  skin_actor_->GetProperty()->SetOpacity(picture.opacity);
  skin_actor_->SetVisibility(picture.opacity > 0);
  vtkCamera* camera = renderer_->GetActiveCamera();
  const auto& [position, focal_point, up] = picture.camera;
  camera->SetPosition(position.x, position.y, position.z);
  camera->SetFocalPoint(focal_point.x, focal_point.y, focal_point.z);
  camera->SetViewUp(up.x, up.y, up.z);
  renderer_->ResetCameraClippingRange();
}

}  // namespace skiagraph::ui
