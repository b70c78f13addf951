#pragma once

#include <torch/types.h>

#include <cstdint>
#include <memory>
#include <optional>

#include "core/geometry/surface_image.h"
#include "core/inference/predictor.h"
#include "core/markers/marker_table.h"
#include "core/scan_range/proposal.h"
#include "core/tensors/dataset.h"

namespace skiagraph::evaluation {

/// One person of a data set: the loop's input, and the truth that its result is compared with.
struct Person {
  std::shared_ptr<const geometry::SurfaceImage> surface;  ///< placed with the neck at the origin
  torch::Tensor inside;                                   ///< (H, W) bool: the body
  torch::Tensor xray;                                     ///< (H, W) float32
  MarkerPositions markers;
  double mm_per_px = 0;
  std::optional<Pixel> lung_bottom_left;  ///< held out from the networks; where it is known
};

/// Of the true markers, without margins.
scan_range::Heights true_heights(const Person& person);

/// Throws InputError when the person's scale is not that of a body.
Person person_of(const tensors::Dataset& dataset, std::int64_t index);

/// landmarks: (at least kMarkerCount, 2), row and column in pixels.
MarkerPositions markers_of(const torch::Tensor& landmarks);

}  // namespace skiagraph::evaluation
