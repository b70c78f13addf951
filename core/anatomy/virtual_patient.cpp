#include "core/anatomy/virtual_patient.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/imaging/projection.h"

namespace skiagraph {
namespace {

using torch::Tensor;
namespace F = torch::nn::functional;

// Samples along the ray, and how many pixels and samples one node of the deformation grid stands for.
constexpr int kDepthSamples = 96;
constexpr int kNodeStride = 2;

Tensor to_tensor(const std::vector<Vec3>& points) {
  auto tensor = torch::empty({static_cast<std::int64_t>(points.size()), 3}, torch::kFloat32);
  float* out = tensor.data_ptr<float>();
  for (const Vec3 p : points) {
    *out++ = static_cast<float>(p.x);
    *out++ = static_cast<float>(p.y);
    *out++ = static_cast<float>(p.z);
  }
  return tensor;
}

std::vector<Vec3> to_points(const Tensor& tensor) {
  const auto contiguous = tensor.contiguous();
  const float* in = contiguous.data_ptr<float>();
  std::vector<Vec3> points(static_cast<std::size_t>(tensor.size(0)));
  for (std::size_t n = 0; n < points.size(); ++n) points[n] = {in[3 * n], in[3 * n + 1], in[3 * n + 2]};
  return points;
}

/// A box of the picture with its depth range.
struct RayBox {
  int row0, row1, column0, column1;  // half open
  double front, step;                // y of the first sample and distance of samples, mm
};

/// Patient coordinates (n_depth, n_row, n_column, 3) of nodes evenly spread over the box, corners included.
Tensor ray_points(const CanonicalPlacement& placement, const RayBox& box, int n_depth, int n_row,
                  int n_column) {
  const Vec3 origin = placement.to_patient({0, 0}, 0);
  const Vec3 down = placement.to_patient({1, 0}, 0) - origin,
             right = placement.to_patient({0, 1}, 0) - origin;
  const auto rows = torch::linspace(box.row0, box.row1 - 1, n_row).reshape({1, -1, 1});
  const auto columns = torch::linspace(box.column0, box.column1 - 1, n_column).reshape({1, 1, -1});
  const auto y =
      torch::linspace(box.front, box.front + (kDepthSamples - 1) * box.step, n_depth).reshape({-1, 1, 1});
  const auto x = origin.x + rows * down.x + columns * right.x;
  const auto z = origin.z + rows * down.z + columns * right.z;
  const auto shape = std::vector<std::int64_t>{n_depth, n_row, n_column};
  return torch::stack({x.expand(shape), y.expand(shape), z.expand(shape)}, 3);
}

int nodes(int samples) {
  return std::max(2, samples / kNodeStride);
}

}  // namespace

VirtualPatient::VirtualPatient(const BaseAnatomy& base, const HabitusParameters& habitus,
                               const InteriorParameters& interior)
    : base_(base), habitus_(base, habitus), interior_(base, interior) {}

Tensor VirtualPatient::torso_to_base(const Tensor& points) const {
  return interior_.to_base(habitus_.to_base(points, kTorso));
}

Tensor VirtualPatient::moved(const std::vector<Vec3>& points, BodyPartId part, bool with_interior) const {
  auto tensor = to_tensor(points);
  if (with_interior && part == kTorso) tensor = interior_.from_base(tensor);
  return habitus_.from_base(tensor, part);
}

LandmarkPositions VirtualPatient::landmarks() const {
  LandmarkPositions positions;
  for (std::size_t n = 0; n < positions.size(); ++n) {
    const LandmarkRule& rule = base_.landmarks[n];
    // The humeral head is nearly a ball: turning the arm leaves its top where the torso carries it.
    positions[n] = rule.apply(to_points(moved(rule.points, kTorso, true)));
  }
  return positions;
}

CanonicalPlacement VirtualPatient::placement(const CanonicalFrame& frame) const {
  const auto place = [&](Marker marker) {
    const LandmarkRule& rule = base_.landmarks[static_cast<std::size_t>(marker)];
    return rule.apply(to_points(moved(rule.points, kTorso, false)));
  };
  return {frame, place(Marker::kNeck), place(Marker::kPubicSymphysis)};
}

std::array<TriangleMesh, kBodyPartCount> VirtualPatient::skin() const {
  std::array<TriangleMesh, kBodyPartCount> skins;
  for (int part = 0; part < kBodyPartCount; ++part) {
    const TriangleMesh& base_skin = base_.parts[part].skin;
    skins[part].triangles = base_skin.triangles;
    skins[part].vertices = to_points(moved(base_skin.vertices, static_cast<BodyPartId>(part), false));
  }
  return skins;
}

Tensor VirtualPatient::xray(const CanonicalPlacement& placement,
                            const std::array<TriangleMesh, kBodyPartCount>& skin) const {
  const CanonicalFrame& frame = placement.frame();
  double front = std::numeric_limits<double>::max(), back = -front;
  std::array<RayBox, kBodyPartCount> boxes;
  for (int part = 0; part < kBodyPartCount; ++part) {
    RayBox& box = boxes[part];
    box = {frame.rows, 0, frame.columns, 0, 0, 0};
    for (const Vec3 v : skin[part].vertices) {
      const Pixel p = placement.to_pixel(v);
      box.row0 = std::min(box.row0, static_cast<int>(p.row) - 1);
      box.row1 = std::max(box.row1, static_cast<int>(p.row) + 3);
      box.column0 = std::min(box.column0, static_cast<int>(p.column) - 1);
      box.column1 = std::max(box.column1, static_cast<int>(p.column) + 3);
      if (p.row < -1 || p.row > frame.rows || p.column < -1 || p.column > frame.columns) continue;
      front = std::min(front, v.y);
      back = std::max(back, v.y);
    }
    box.row0 = std::max(box.row0, 0), box.column0 = std::max(box.column0, 0);
    box.row1 = std::min(box.row1, frame.rows), box.column1 = std::min(box.column1, frame.columns);
  }
  const double step = (back - front) / (kDepthSamples - 1);

  auto attenuation = torch::zeros({kDepthSamples, frame.rows, frame.columns});
  for (int part = 0; part < kBodyPartCount; ++part) {
    RayBox box = boxes[part];
    box.front = front, box.step = step;
    const int rows = box.row1 - box.row0, columns = box.column1 - box.column0;
    if (rows < 2 || columns < 2) continue;
    const auto points = ray_points(placement, box, nodes(kDepthSamples), nodes(rows), nodes(columns));
    const auto flat = points.reshape({-1, 3});
    const auto mapped =
        (part == kTorso ? torso_to_base(flat) : habitus_.to_base(flat, static_cast<BodyPartId>(part)))
            .reshape(points.sizes());
    const SampledField& field = base_.parts[part].attenuation;
    const auto full = F::interpolate(mapped.permute({3, 0, 1, 2}).unsqueeze(0),
                                     F::InterpolateFuncOptions()
                                         .size(std::vector<std::int64_t>{kDepthSamples, rows, columns})
                                         .mode(torch::kTrilinear)
                                         .align_corners(true))
                          .squeeze(0)
                          .permute({1, 2, 3, 0});
    auto place = attenuation.slice(1, box.row0, box.row1).slice(2, box.column0, box.column1);
    place.copy_(torch::maximum(place, field.at(full)));
  }
  return project_xray(attenuation, step);
}

Tensor surface_tensor(const SurfaceImage& surface) {
  const CanonicalFrame& frame = surface.placement.frame();
  const auto channel = [&](const std::vector<float>& values) {
    return torch::tensor(at::ArrayRef<float>(values)).reshape({1, 1, frame.rows, frame.columns});
  };
  return torch::cat({channel(surface.depth), channel(surface.thickness)}, 1);
}

}  // namespace skiagraph
