#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/surface_image.h"
#include "core/imaging/xray_image.h"
#include "core/inference/predictor.h"
#include "core/session/session.h"

namespace skiagraph::applications {

/// A point in the X-ray of these markers; pixels of the networks' frame.
struct AnnotatedPoint {
  Pixel place;
  MarkerPositions markers;

  friend bool operator==(const AnnotatedPoint&, const AnnotatedPoint&) = default;
};

AnnotatedPoint annotated_point(const session::Annotation& annotation,
                               const geometry::CanonicalPlacement& placement);
session::Annotation annotation_of(const AnnotatedPoint& point, const geometry::CanonicalPlacement& placement);

/// Whether these are the markers of the X-ray in which the point was marked, so that it is where it was.
bool is_of(const AnnotatedPoint& point, const MarkerPositions& markers);

using AnnotatedPoints = std::map<std::string, AnnotatedPoint>;
/// Nothing: it was lost on the way.
using FollowedPoints = std::map<std::string, std::optional<Pixel>>;

AnnotatedPoints annotated_points(const session::Annotations& annotations,
                                 const geometry::CanonicalPlacement& placement);

/// Finds points that were marked in X-rays of other markers in the X-ray of the present ones
/// (tracked_place()). It draws the X-rays that were marked, and keeps them for the next call. One thread.
class AnnotationFollower {
 public:
  /// Throws as Predictor does.
  FollowedPoints follow(inference::Predictor& predictor,
                        const std::shared_ptr<const geometry::SurfaceImage>& surface,
                        const AnnotatedPoints& points, const imaging::XrayImage& xray,
                        const MarkerPositions& markers);

 private:
  struct MarkedXray {
    std::shared_ptr<const geometry::SurfaceImage> surface;
    MarkerPositions markers;
    imaging::XrayImage xray;
  };
  const imaging::XrayImage& marked_xray(inference::Predictor& predictor,
                                        const std::shared_ptr<const geometry::SurfaceImage>& surface,
                                        const MarkerPositions& markers);

  std::vector<MarkedXray> known_;
};

}  // namespace skiagraph::applications
