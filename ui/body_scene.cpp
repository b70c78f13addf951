#include "ui/body_scene.h"

#include <vtkCamera.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkSphereSource.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/xray_painter.h"

namespace skiagraph {
namespace {

vtkSmartPointer<vtkActor> marker_actor(int index) {
  constexpr double kRadiusMm = 9;
  vtkNew<vtkSphereSource> sphere;
  sphere->SetRadius(kRadiusMm);
  sphere->SetThetaResolution(16);
  sphere->SetPhiResolution(12);
  vtkNew<vtkPolyDataMapper> mapper;
  mapper->SetInputConnection(sphere->GetOutputPort());
  auto actor = vtkSmartPointer<vtkActor>::New();
  actor->SetMapper(mapper);
  const QColor colour = marker_colour(index);
  actor->GetProperty()->SetColor(colour.redF(), colour.greenF(), colour.blueF());
  actor->GetProperty()->SetAmbient(0.4);
  actor->VisibilityOff();
  return actor;
}

}  // namespace

BodyScene::BodyScene(vtkGenericOpenGLRenderWindow* window) {
  window->AddRenderer(renderer_);
  renderer_->SetBackground(0.09, 0.10, 0.12);
  renderer_->SetBackground2(0.17, 0.19, 0.22);
  renderer_->GradientBackgroundOn();
  for (int n = 0; n < kMarkerCount; ++n) {
    markers_[static_cast<std::size_t>(n)] = marker_actor(n);
    renderer_->AddActor(markers_[static_cast<std::size_t>(n)]);
  }
}

void BodyScene::set_body(vtkPolyData* skin, double room_mm) {
  room_mm_ = room_mm;
  if (skin_) renderer_->RemoveActor(skin_);
  vtkNew<vtkPolyDataMapper> mapper;
  mapper->SetInputData(skin);
  mapper->ScalarVisibilityOff();
  skin_ = vtkSmartPointer<vtkActor>::New();
  skin_->SetMapper(mapper);
  auto* property = skin_->GetProperty();
  property->SetColor(0.87, 0.76, 0.69);
  property->SetOpacity(0.55);
  property->SetSpecular(0.15);
  // One layer of skin, so that the order of drawing does not matter.
  property->BackfaceCullingOn();
  renderer_->AddActor(skin_);
}

void BodyScene::set_markers(const MarkerModel& model, const SurfaceImage& surface) {
  for (int n = 0; n < kMarkerCount; ++n) {
    const Pixel pixel = model.marker(n).position;
    const Vec3 place = surface.placement.to_patient(pixel, surface.middle_y_mm(pixel));
    vtkActor* actor = markers_[static_cast<std::size_t>(n)];
    actor->SetPosition(place.x, place.y, place.z);
    actor->SetScale(n == model.highlighted() ? 1.6 : 1.0);
    actor->VisibilityOn();
  }
}

void BodyScene::hide_markers() {
  for (auto& marker : markers_) marker->VisibilityOff();
}

void BodyScene::look_from(BodySide side) {
  constexpr double kMargin = 1.06;
  const std::array<Vec3, 4> eyes{{{0, -1, 0}, {0, 1, 0}, {1, 0, 0}, {-1, 0, 0}}};
  const Vec3 eye = eyes[static_cast<std::size_t>(side)];
  if (!skin_) return;
  const double* box = skin_->GetBounds();
  const Vec3 size{box[1] - box[0], box[3] - box[2], std::max(box[5] - box[4], room_mm_)};
  const Vec3 middle{(box[0] + box[1]) / 2, (box[2] + box[3]) / 2, box[4] + size.z / 2};
  const double across = eye.x == 0 ? size.x : size.y, along = eye.x == 0 ? size.y : size.x;
  vtkCamera* camera = renderer_->GetActiveCamera();
  const double slope = std::tan(camera->GetViewAngle() / 2 * std::numbers::pi / 180);
  const double half = std::max(size.z, across / renderer_->GetTiledAspectRatio()) / 2;
  const Vec3 place = middle + eye * (kMargin * half / slope + along / 2);
  camera->SetFocalPoint(middle.x, middle.y, middle.z);
  camera->SetPosition(place.x, place.y, place.z);
  camera->SetViewUp(0, 0, 1);
  renderer_->ResetCameraClippingRange();
}

}  // namespace skiagraph
