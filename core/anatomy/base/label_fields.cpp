#include "core/anatomy/base/label_fields.h"

#include <torch/nn/functional/conv.h>
#include <torch/nn/functional/padding.h>
#include <torch/nn/functional/pooling.h>
#include <torch/nn/functional/upsampling.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace skiagraph::anatomy {
namespace {

namespace F = torch::nn::functional;

}  // namespace

SampledField sampled(const TensorField& field) {
  SampledField result;
  result.grid = {static_cast<int>(field.values.size(2)), static_cast<int>(field.values.size(1)),
                 static_cast<int>(field.values.size(0)), field.origin_mm, field.spacing_mm};
  const auto values = field.values.to(torch::kFloat32).permute({0, 2, 1}).contiguous();
  const float* first = values.data_ptr<float>();
  result.values.assign(first, first + values.numel());
  return result;
}

LabelSet body_labels() {
  LabelSet all;
  all.set();
  all.reset(0);
  return all;
}

LabelSet arm_labels(const OrganTable& organs) {
  return labels_containing(organs, {", arms"}) | labels_beginning(organs, {"Humeri", "Ulnae", "Wrists"});
}

torch::Tensor mask_of(const bodies::LabelVolume& volume, const LabelSet& labels) {
  auto mask = torch::empty({volume.nz, volume.ny, volume.nx}, torch::kFloat32);
  float* out = mask.data_ptr<float>();
  for (std::size_t n = 0; n < volume.labels.size(); ++n) out[n] = labels[volume.labels[n]] ? 1.0F : 0.0F;
  return mask;
}

TensorField coarsened(const bodies::LabelVolume& volume, const torch::Tensor& fine, double spacing_mm) {
  const auto stride = [&](double spacing) {
    return std::max<std::int64_t>(1, std::lround(spacing_mm / spacing));
  };
  const Vec3 d = volume.spacing_mm;
  const std::array<std::int64_t, 3> s{stride(d.z), stride(d.y), stride(d.x)};
  TensorField field;
  field.values = F::avg_pool3d(fine.unsqueeze(0).unsqueeze(0), F::AvgPool3dFuncOptions({s[0], s[1], s[2]}))
                     .squeeze(0)
                     .squeeze(0);
  field.spacing_mm = {d.x * static_cast<double>(s[2]), d.y * static_cast<double>(s[1]),
                      d.z * static_cast<double>(s[0])};
  field.origin_mm = volume.origin_mm + (field.spacing_mm - d) * 0.5;
  return field;
}

torch::Tensor refined(const TensorField& field, const bodies::LabelVolume& volume) {
  const auto fine = F::interpolate(field.values.unsqueeze(0).unsqueeze(0),
                                   F::InterpolateFuncOptions()
                                       .size(std::vector<std::int64_t>{volume.nz, volume.ny, volume.nx})
                                       .mode(torch::kTrilinear)
                                       .align_corners(false));
  return (fine.squeeze(0).squeeze(0) > 0.5).to(torch::kFloat32);
}

torch::Tensor blurred_along(const torch::Tensor& volume, int dimension, double sigma) {
  const int radius = static_cast<int>(std::ceil(2.5 * sigma));
  const auto offsets = torch::arange(-radius, radius + 1, torch::kFloat32);
  auto kernel = torch::exp(-0.5 * (offsets / sigma).square());
  kernel = kernel / kernel.sum();
  const auto moved = volume.movedim(dimension, -1);
  const auto rows = moved.reshape({-1, 1, moved.size(-1)});
  const auto padded = F::pad(rows, F::PadFuncOptions({radius, radius}).mode(torch::kReplicate));
  return F::conv1d(padded, kernel.reshape({1, 1, -1}))
      .reshape(moved.sizes())
      .movedim(-1, dimension)
      .contiguous();
}

torch::Tensor blurred(torch::Tensor volume, double sigma_voxels) {
  for (int dimension = 0; dimension < 3; ++dimension) volume = blurred_along(volume, dimension, sigma_voxels);
  return volume;
}

torch::Tensor dilated(const torch::Tensor& mask, std::int64_t radius) {
  auto wide = mask.unsqueeze(0).unsqueeze(0);
  for (std::int64_t step = 0; step < radius; ++step)
    wide = F::max_pool3d(wide, F::MaxPool3dFuncOptions(3).stride(1).padding(1));
  return wide.squeeze(0).squeeze(0);
}

torch::Tensor eroded(const torch::Tensor& mask, std::int64_t radius) {
  return 1 - dilated(1 - mask, radius);
}

}  // namespace skiagraph::anatomy
