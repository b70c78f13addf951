#pragma once

#include <torch/types.h>

#include "core/anatomy/base/label_set.h"
#include "core/anatomy/base/sampled_field.h"
#include "core/bodies/label_volume.h"

namespace skiagraph::anatomy {

/// Helpers for the preparation of a base anatomy: voxel masks as tensors of 0 and 1.

/// A field as a tensor (D, H, W) along z, y, x, and where it lies.
struct TensorField {
  torch::Tensor values;
  Vec3 origin_mm, spacing_mm;
};

/// With y fastest, for looking values up.
SampledField sampled(const TensorField& field);

LabelSet body_labels();
/// Labels of the arms, whatever their position.
LabelSet arm_labels(const OrganTable& organs);

/// 1 where `labels` are, as (D, H, W) float.
torch::Tensor mask_of(const bodies::LabelVolume& volume, const LabelSet& labels);
/// Mean over blocks of about `spacing_mm`.
TensorField coarsened(const bodies::LabelVolume& volume, const torch::Tensor& fine, double spacing_mm = 4);
/// A coarse mask on the voxels of the volume.
torch::Tensor refined(const TensorField& field, const bodies::LabelVolume& volume);

/// Gaussian, border repeated.
torch::Tensor blurred_along(const torch::Tensor& volume, int dimension, double sigma_voxels);
torch::Tensor blurred(torch::Tensor volume, double sigma_voxels);
/// By cubes of 2 radius + 1 voxels.
torch::Tensor dilated(const torch::Tensor& mask, std::int64_t radius);
torch::Tensor eroded(const torch::Tensor& mask, std::int64_t radius);

}  // namespace skiagraph::anatomy
