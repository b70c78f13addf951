#include "core/applications/training_data/annotation_following.h"

#include <algorithm>
#include <utility>

#include "core/applications/training_data/template_tracking.h"

namespace skiagraph::applications {

/// A marker that a file has elsewhere goes to the X-ray's edge: the networks take no other.
AnnotatedPoint annotated_point(const session::Annotation& annotation,
                               const geometry::CanonicalPlacement& placement) {
  AnnotatedPoint point{placement.to_pixel(annotation.place), {}};
  const geometry::CanonicalFrame& frame = placement.frame();
  for (std::size_t n = 0; n < point.markers.size(); ++n) {
    const Pixel marker = placement.to_pixel(annotation.markers[n]);
    point.markers[n] = {std::clamp(marker.row, 0.0, frame.rows - 1.0),
                        std::clamp(marker.column, 0.0, frame.columns - 1.0)};
  }
  return point;
}

session::Annotation annotation_of(const AnnotatedPoint& point,
                                  const geometry::CanonicalPlacement& placement) {
  session::Annotation annotation{placement.to_patient(point.place, 0), {}};
  for (std::size_t n = 0; n < point.markers.size(); ++n)
    annotation.markers[n] = placement.to_patient(point.markers[n], 0);
  return annotation;
}

bool is_of(const AnnotatedPoint& point, const MarkerPositions& markers) {
  constexpr double kSamePx = 0.3;  // the loop comes to rest no nearer
  for (std::size_t n = 0; n < markers.size(); ++n)
    if (norm(markers[n] - point.markers[n]) > kSamePx) return false;
  return true;
}

AnnotatedPoints annotated_points(const session::Annotations& annotations,
                                 const geometry::CanonicalPlacement& placement) {
  AnnotatedPoints points;
  for (const auto& [name, annotation] : annotations)
    points.emplace(name, annotated_point(annotation, placement));
  return points;
}

const imaging::XrayImage& AnnotationFollower::marked_xray(
    inference::Predictor& predictor, const std::shared_ptr<const geometry::SurfaceImage>& surface,
    const MarkerPositions& markers) {
  const auto found = std::ranges::find_if(known_, [&](const MarkedXray& one) {
    return one.surface == surface && is_of({{}, one.markers}, markers);
  });
  if (found != known_.end()) return found->xray;
  constexpr std::size_t kMost = 8;
  if (known_.size() >= kMost) known_.erase(known_.begin());
  known_.push_back({surface, markers, predictor.xray_of(surface, markers)});
  return known_.back().xray;
}

FollowedPoints AnnotationFollower::follow(inference::Predictor& predictor,
                                          const std::shared_ptr<const geometry::SurfaceImage>& surface,
                                          const AnnotatedPoints& points, const imaging::XrayImage& xray,
                                          const MarkerPositions& markers) {
  FollowedPoints followed;
  for (const auto& [name, point] : points) {
    std::optional<Pixel>& place = followed[name];
    if (is_of(point, markers)) {
      place = point.place;
    } else if (const auto found =
                   tracked_place(marked_xray(predictor, surface, point.markers), point.place, xray)) {
      place = found->place;
    }
  }
  return followed;
}

}  // namespace skiagraph::applications
