#include "core/evaluation/person.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace skiagraph::evaluation {
namespace {

std::vector<float> values_of(const torch::Tensor& picture) {
  const torch::Tensor values = picture.contiguous();
  const float* first = values.data_ptr<float>();
  return {first, first + values.numel()};
}

geometry::CanonicalPlacement placement_of(const geometry::CanonicalFrame& frame, double mm_per_px) {
  return {frame, {0, 0, 0}, {0, 0, -(frame.symphysis_row - frame.neck_row) * mm_per_px}};
}

std::optional<Pixel> lung_bottom_of(const torch::Tensor& landmarks) {
  const auto n = static_cast<std::int64_t>(Marker::kLungBottomLeft);
  const Pixel place{landmarks[n][0].item<double>(), landmarks[n][1].item<double>()};
  return std::isfinite(place.row) ? std::optional(place) : std::nullopt;
}

}  // namespace

MarkerPositions markers_of(const torch::Tensor& landmarks) {
  const torch::Tensor values = landmarks.to(torch::kFloat64).contiguous();
  const auto places = values.accessor<double, 2>();
  MarkerPositions markers;
  for (int n = 0; n < kMarkerCount; ++n) markers[n] = {places[n][0], places[n][1]};
  return markers;
}

scan_range::Heights true_heights(const Person& person) {
  scan_range::Heights heights;
  for (std::size_t n = 0; n < heights.size(); ++n)
    heights[n] = scan_range::Height{person.surface->placement.to_patient(person.markers[n], 0).z, 0};
  return heights;
}

Person person_of(const tensors::Dataset& dataset, std::int64_t index) {
  const torch::Tensor surface = dataset.surface[index].to(torch::kFloat32);
  const double mm_per_px = dataset.mm_per_px[index].item<double>();
  return {std::make_shared<geometry::SurfaceImage>(geometry::SurfaceImage{
              placement_of(dataset.frame, mm_per_px), 0, values_of(surface[0]), values_of(surface[1])}),
          surface[1] > 0,
          dataset.xray[index][0].to(torch::kFloat32),
          markers_of(dataset.landmarks[index]),
          mm_per_px,
          lung_bottom_of(dataset.landmarks[index])};
}

}  // namespace skiagraph::evaluation
