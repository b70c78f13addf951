#pragma once

#include <torch/torch.h>

#include <vector>

#include "core/base/random.h"
#include "core/base/vector.h"

namespace skiagraph {

inline torch::Tensor tensor_of(const std::vector<Vec3>& points) {
  auto tensor = torch::empty({static_cast<std::int64_t>(points.size()), 3}, torch::kFloat32);
  auto out = tensor.accessor<float, 2>();
  for (std::size_t n = 0; n < points.size(); ++n) {
    auto row = out[static_cast<std::int64_t>(n)];
    row[0] = static_cast<float>(points[n].x);
    row[1] = static_cast<float>(points[n].y);
    row[2] = static_cast<float>(points[n].z);
  }
  return tensor;
}

/// (count, 3) evenly spread over a box.
inline torch::Tensor random_points(Vec3 low, Vec3 high, int count, RandomStream& random) {
  std::vector<Vec3> points(static_cast<std::size_t>(count));
  for (Vec3& p : points)
    p = {random.uniform(low.x, high.x), random.uniform(low.y, high.y), random.uniform(low.z, high.z)};
  return tensor_of(points);
}

/// Greatest distance between two lists of points.
inline double farthest(const torch::Tensor& a, const torch::Tensor& b) {
  return (a - b).norm(2, 1).max().item<double>();
}

}  // namespace skiagraph
