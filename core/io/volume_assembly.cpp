#include "core/io/volume_assembly.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/io/ct_field.h"
#include "core/io/ct_values.h"
#include "core/io/tilted_volume.h"
#include "core/io/volume_limits.h"

namespace skiagraph::io {

VolumeAssembly::VolumeAssembly(const VoxelMatrix& matrix, const std::array<int, 3>& size,
                               const CtOptions& options, const std::filesystem::path& path)
    : matrix_(matrix), size_(size), values_(options.values), path_(path), upright_(is_upright(matrix)) {
  constexpr int kFewestSlices = 4;
  check_voxel_count(path, 1.0 * size[0] * size[1] * size[2]);
  std::array<int, 3> stored = size;
  if (upright_) {
    const VoxelAxes axes = voxel_axes(matrix, size, path);
    volume_.spacing_mm = axes.spacing_mm, volume_.origin_mm = axes.origin_mm;
    stored = axes.size;
    if (!axes.in_order()) order_.emplace(axes);
  }
  volume_.nx = stored[0], volume_.ny = stored[1], volume_.nz = stored[2];
  if (volume_.nz < kFewestSlices)
    throw InputError("volume.few_slices", "\"{}\" has too few slices for a body; give a whole series.", path);
}

void VolumeAssembly::add(std::span<const float> values) {
  if (volume_.hounsfield.empty())
    volume_.hounsfield.resize(static_cast<std::size_t>(size_[0]) * size_[1] * size_[2]);
  const auto slope = static_cast<float>(values_ ? values_->slope() : 1),
             intercept = static_cast<float>(values_ ? values_->intercept() : 0);
  for (const float value : values)
    volume_.hounsfield[order_ ? order_->next() : taken_++] = values_ ? value * slope + intercept : value;
}

imaging::CtVolume VolumeAssembly::finish(std::optional<std::pair<float, float>> padding) {
  if (padding && values_)
    for (float* v : {&padding->first, &padding->second})
      *v = static_cast<float>(*v * values_->slope() + values_->intercept());
  mark_field(volume_, padding);
  if (!std::ranges::all_of(volume_.hounsfield, [](float v) { return std::isfinite(v); }))
    throw InputError(
        "volume.not_finite",
        "\"{}\" holds values within its field that are not numbers; save it again, with air there.", path_);
  if (!values_) check_hounsfield(volume_, path_);
  if (upright_) return std::move(volume_);
  return upright_volume(volume_, matrix_, path_);
}

}  // namespace skiagraph::io
