#include "tests/core/anatomy/synthetic_anatomy.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace skiagraph {
namespace {

enum Label : std::uint8_t {
  kAir,
  kFat,
  kMuscle,
  kArmFat,
  kArmMuscle,
  kCervical,
  kThoracic,
  kLumbar,
  kRightLung,
  kLeftLung,
  kSternum,
  kTrachea,
  kLiver,
  kPelvis,
  kFemora,
  kHumeri,
  kRightKidney,
  kLeftKidney,
  kRibs,
  kLabelCount
};

using Shape = std::function<bool(Vec3)>;

Shape ellipsoid(Vec3 centre, Vec3 radii) {
  return [=](Vec3 p) {
    const Vec3 d = p - centre;
    return norm({d.x / radii.x, d.y / radii.y, d.z / radii.z}) < 1;
  };
}

/// Elliptic, along z.
Shape column(double x, double y, double radius_x, double radius_y, double low, double high) {
  return [=](Vec3 p) {
    return p.z >= low && p.z < high && std::hypot((p.x - x) / radius_x, (p.y - y) / radius_y) < 1;
  };
}

Shape box(Vec3 low, Vec3 high) {
  return [=](Vec3 p) {
    return p.x >= low.x && p.x < high.x && p.y >= low.y && p.y < high.y && p.z >= low.z && p.z < high.z;
  };
}

Shape capsule(Vec3 a, Vec3 b, double radius) {
  return [=](Vec3 p) {
    const Vec3 axis = b - a, d = p - a;
    return norm(d - axis * std::clamp(dot(d, axis) / dot(axis, axis), 0.0, 1.0)) < radius;
  };
}

/// The same shape on both sides of the midline.
Shape both(const Shape& left) {
  return [=](Vec3 p) { return left({std::abs(p.x), p.y, p.z}); };
}

Shape ribs() {
  return [](Vec3 p) {
    const double r = std::hypot(p.x / 140, (p.y - 2) / 85);
    return p.z > 300 && p.z < 520 && std::fmod(p.z, 32) < 12 && r > 0.92 && r < 1 && p.y > -70;
  };
}

struct Part {
  Label label;
  Shape shape;
};

/// Later ones replace earlier ones.
std::vector<Part> parts() {
  const Vec3 shoulder{180, 0, 508}, hand{270, 0, 10};
  return {{kArmFat, both(capsule(shoulder, hand, 44))},
          {kArmMuscle, both(capsule(shoulder, hand, 36))},
          {kFat, both(column(85, 0, 84, 92, -400, 20))},
          {kMuscle, both(column(85, 0, 68, 76, -400, 20))},
          {kFat, column(0, 0, 165, 100, -40, 560)},
          {kMuscle, column(0, 0, 145, 86, -40, 560)},
          {kFat, column(0, 20, 62, 62, 540, 660)},
          {kMuscle, column(0, 20, 52, 52, 540, 660)},
          {kRibs, ribs()},
          {kRightLung, ellipsoid({-72, 0, 415}, {58, 70, 125})},
          {kLeftLung, ellipsoid({72, 0, 420}, {54, 70, 115})},
          {kLiver, ellipsoid({-55, 0, 270}, {80, 65, 80})},
          {kRightKidney, ellipsoid({-62, 45, 195}, {26, 24, 55})},
          {kLeftKidney, ellipsoid({62, 45, 210}, {26, 24, 55})},
          {kSternum, box({-18, -80, 320}, {18, -68, 500})},
          {kTrachea, column(0, 0, 11, 11, 440, 600)},
          {kLumbar, column(0, 50, 24, 20, 100, 280)},
          {kThoracic, column(0, 50, 20, 18, 280, 560)},
          {kCervical, column(0, 45, 18, 16, 560, 660)},
          {kPelvis, both(box({60, -20, 40}, {125, 50, 190}))},
          {kPelvis, both(box({0, -75, -16}, {70, -45, 24}))},
          {kFemora, both(column(118, 0, 14, 14, -300, -30))},
          {kFemora, both(ellipsoid({88, 0, 0}, {23, 23, 23}))},
          {kHumeri, both(capsule({180, 0, 500}, {225, 0, 260}, 13))},
          {kHumeri, both(ellipsoid({180, 0, 508}, {24, 24, 24}))}};
}

}  // namespace

bodies::LabelVolume synthetic_labels() {
  bodies::LabelVolume volume;
  volume.nx = 134, volume.ny = 48, volume.nz = 106;
  volume.spacing_mm = {5, 5, 10};
  volume.origin_mm = {-332.5, -117.5, -392};
  volume.labels.assign(static_cast<std::size_t>(volume.nx) * volume.ny * volume.nz, kAir);
  const std::vector<Part> all = parts();
  auto label = volume.labels.begin();
  for (int k = 0; k < volume.nz; ++k)
    for (int j = 0; j < volume.ny; ++j)
      for (int i = 0; i < volume.nx; ++i, ++label)
        for (const Part& part : all)
          if (part.shape(volume.position(i, j, k))) *label = part.label;
  return volume;
}

anatomy::OrganTable synthetic_organs() {
  const anatomy::Composition fat{0.114, 0.598, 0.007, 0.281}, soft{0.105, 0.143, 0.034, 0.718},
      bone{0.05, 0.2, 0.04, 0.44, 0, 0, 0.09, 0, 0, 0, 0.18};
  anatomy::OrganTable organs(256);
  organs[kAir].name = "Air";
  organs[kFat] = {"Residual tissue, trunk", 0.95, fat};
  organs[kMuscle] = {"Muscle, trunk", 1.05, soft};
  organs[kArmFat] = {"Residual tissue, arms", 0.95, fat};
  organs[kArmMuscle] = {"Muscle, arms", 1.05, soft};
  organs[kCervical] = {"Cervical spine, spongiosa", 1.1, bone};
  organs[kThoracic] = {"Thoracic spine, spongiosa", 1.1, bone};
  organs[kLumbar] = {"Lumbar spine, spongiosa", 1.1, bone};
  organs[kRightLung] = {"Lung, right, tissue", 0.38, soft};
  organs[kLeftLung] = {"Lung, left, tissue", 0.38, soft};
  organs[kSternum] = {"Sternum, spongiosa", 1.1, bone};
  organs[kTrachea] = {"Trachea", 0.2, soft};
  organs[kLiver] = {"Liver", 1.06, soft};
  organs[kPelvis] = {"Pelvis, cortical", 1.4, bone};
  organs[kFemora] = {"Femora, upper half, cortical", 1.5, bone};
  organs[kHumeri] = {"Humeri, upper half, cortical", 1.5, bone};
  organs[kRightKidney] = {"Kidney, right, cortex", 1.05, soft};
  organs[kLeftKidney] = {"Kidney, left, cortex", 1.05, soft};
  organs[kRibs] = {"Ribs, cortical", 1.4, bone};
  static_assert(kLabelCount < 256);
  return organs;
}

const anatomy::BaseAnatomy& synthetic_base() {
  static const anatomy::BaseAnatomy base =
      anatomy::build_base_anatomy("synthetic", synthetic_labels(), synthetic_organs());
  return base;
}

}  // namespace skiagraph
