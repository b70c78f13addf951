#include "core/inference/loop_networks.h"

#include "core/base/error.h"

namespace skiagraph {

std::vector<float> surface_planes(const SurfaceImage& surface) {
  const CanonicalFrame& frame = surface.placement.frame();
  const std::size_t pixels = static_cast<std::size_t>(frame.rows) * frame.columns;
  if (surface.depth.size() != pixels || surface.thickness.size() != pixels)
    throw InputError("The surface image is not of the size of its frame.");
  std::vector<float> planes = surface.depth;
  planes.insert(planes.end(), surface.thickness.begin(), surface.thickness.end());
  return planes;
}

}  // namespace skiagraph
