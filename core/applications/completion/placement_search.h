#pragma once

#include "core/applications/completion/intensity_curve.h"
#include "core/applications/completion/picture_placement.h"
#include "core/base/progress.h"
#include "core/geometry/surface_image.h"
#include "core/imaging/xray_image.h"

namespace skiagraph::applications {

/// A place of a real X-ray on a synthetic one, and how well the two agree there (IntensityCurve::agreement).
struct FoundPlacement {
  PicturePlacement placement;
  double agreement = 0;
};

/// The agreement at one place; 0 where the two hardly overlap.
double agreement_at(const PictureSampler& picture, const imaging::XrayImage& synthetic,
                    const geometry::SurfaceImage& surface, const PicturePlacement& placement);

/// The place where a real X-ray agrees best with the synthetic one of the same body. Size from the spacings
/// and `scale`; position by masked normalised cross-correlation on coarse pixels, of which the best places
/// are refined to a quarter of a pixel with a monotone intensity curve fitted at each. At least half of the
/// picture lies in the frame. Throws Cancelled.
FoundPlacement find_placement(const PictureSampler& picture, const imaging::XrayImage& synthetic,
                              const geometry::SurfaceImage& surface, double scale = 1,
                              const CancelToken* cancel = nullptr);

/// The picture turned over: rows, columns or both in reverse.
imaging::XrayPicture turned_over(const imaging::XrayPicture& picture, bool rows, bool columns);

}  // namespace skiagraph::applications
