#include "ui/engine/annotation_places.h"

#include <algorithm>

namespace skiagraph::ui {

AnnotationPlace place_in(const Result& result, const std::string& name,
                         const session::Annotation& annotation) {
  const auto point = applications::annotated_point(annotation, result.body->surface->placement);
  if (applications::is_of(point, inference::positions_of(result.markers)))
    return {PlaceState::kThere, point.place};
  const auto asked = result.annotated.find(name);
  const auto followed = result.followed.find(name);
  if (asked == result.annotated.end() || followed == result.followed.end() || !(asked->second == point))
    return {};
  if (!followed->second) return {PlaceState::kLost};
  return {PlaceState::kThere, *followed->second};
}

bool knows_places(const Result& result, const session::Annotations& annotations) {
  return std::ranges::all_of(annotations, [&](const auto& one) {
    return place_in(result, one.first, one.second).state != PlaceState::kSought;
  });
}

}  // namespace skiagraph::ui
