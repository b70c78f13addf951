#pragma once

#include <array>
#include <functional>
#include <vector>

#include "core/anatomy/base/base_anatomy.h"
#include "core/geometry/surface_image.h"
#include "core/imaging/xray_image.h"

namespace skiagraph::anatomy {

/// A deformed body part to be rendered.
struct RenderedPart {
  const GridGeometry* grid = nullptr;
  const std::vector<float>* attenuation = nullptr;  ///< 1/mm on the grid
  const geometry::TriangleMesh* skin = nullptr;     ///< in the person
  std::function<Vec3(Vec3)> to_base;                ///< a place of the person -> the same place on the grid
};

/// The X-ray of all parts together; where they overlap, the denser counts. Each pixel is the mean of 2 x 2
/// rays, in a frame of more than 1.5 times the standard one's size a single ray, with a sample every 2 mm
/// between the front and the back of `surface`. The deformation is evaluated every 2 pixels (4 in such a
/// frame) and 8 mm and interpolated between.
imaging::XrayImage render_xray(const geometry::SurfaceImage& surface,
                               const std::array<RenderedPart, kBodyPartCount>& parts);

}  // namespace skiagraph::anatomy
