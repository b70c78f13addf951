#pragma once

#include <cstdint>
#include <string>

#include "ui/engine/result.h"

namespace skiagraph::ui {

enum class PlaceState : std::uint8_t {
  kThere,
  kLost,    ///< the markers have moved, and nothing in the X-ray looks like the point any more
  kSought,  ///< the networks have not answered yet
};

/// Where a point that the person marked is in a result's X-ray.
struct AnnotationPlace {
  PlaceState state = PlaceState::kSought;
  Pixel place = {};  ///< of the networks' frame, where it is there
};

AnnotationPlace place_in(const Result& result, const std::string& name,
                         const session::Annotation& annotation);
/// Whether none is sought.
bool knows_places(const Result& result, const session::Annotations& annotations);

}  // namespace skiagraph::ui
