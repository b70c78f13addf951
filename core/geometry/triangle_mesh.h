#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/vector.h"

namespace skiagraph::geometry {

/// A triangle surface. Millimetres, in the patient frame unless said otherwise.
struct TriangleMesh {
  std::vector<Vec3> vertices;
  std::vector<std::array<std::uint32_t, 3>> triangles;
};

}  // namespace skiagraph::geometry
