#include "ui/body/body_scene.h"

#include <vtkCamera.h>
#include <vtkMatrix4x4.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "core/base/vector.h"

namespace skiagraph::ui {

BodyScene::BodyScene(vtkGenericOpenGLRenderWindow* window) {
  window->AddRenderer(renderer_);
  renderer_->SetBackground(0.09, 0.10, 0.12);
  renderer_->SetBackground2(0.17, 0.19, 0.22);
  renderer_->GradientBackgroundOn();
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
  property->SetColor(0.55, 0.49, 0.45);
  property->SetSpecular(0.1);
  renderer_->AddActor(skin_);
}

QMatrix4x4 BodyScene::to_picture() {
  vtkMatrix4x4* matrix = renderer_->GetActiveCamera()->GetCompositeProjectionTransformMatrix(
      renderer_->GetTiledAspectRatio(), -1, 1);
  std::array<float, 16> values{};
  std::ranges::transform(std::span(matrix->GetData(), 16), values.begin(),
                         [](double value) { return static_cast<float>(value); });
  return QMatrix4x4(values.data());
}

void BodyScene::look_from(session::BodySide side) {
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

session::BodyCamera BodyScene::camera() {
  vtkCamera* camera = renderer_->GetActiveCamera();
  const auto vec = [](const double* v) { return Vec3{v[0], v[1], v[2]}; };
  return {vec(camera->GetPosition()), vec(camera->GetFocalPoint()), vec(camera->GetViewUp())};
}

void BodyScene::set_camera(const session::BodyCamera& stored) {
  vtkCamera* camera = renderer_->GetActiveCamera();
  camera->SetPosition(stored.position.x, stored.position.y, stored.position.z);
  camera->SetFocalPoint(stored.focal_point.x, stored.focal_point.y, stored.focal_point.z);
  camera->SetViewUp(stored.up.x, stored.up.y, stored.up.z);
  renderer_->ResetCameraClippingRange();
}

void BodyScene::zoom(double factor) {
  renderer_->GetActiveCamera()->Dolly(factor);
  renderer_->ResetCameraClippingRange();
}

}  // namespace skiagraph::ui
