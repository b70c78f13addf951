#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "core/applications/training_data/marker_perturbation.h"
#include "core/applications/training_data/template_tracking.h"
#include "core/base/progress.h"
#include "core/geometry/surface_image.h"
#include "core/inference/predictor.h"

namespace skiagraph::applications {

/// One X-ray of a person with its markers, and where the annotations are in it.
struct AnnotatedPicture {
  imaging::XrayImage xray;
  MarkerPositions markers;
  std::vector<Pixel> annotations;
};

/// A person whose parametrised X-ray somebody annotated.
struct AnnotatedPerson {
  std::shared_ptr<const geometry::SurfaceImage> surface;
  MarkerPositions markers;         ///< of the X-ray that was annotated
  std::vector<Pixel> annotations;  ///< in that X-ray; pixels of its frame
};

struct PerturbationOptions {
  int count = 100;  ///< pictures asked for, besides the annotated one
  std::uint64_t seed = 1;
  TrackingOptions tracking;
};

struct PerturbedPictures {
  std::vector<AnnotatedPicture> pictures;  ///< the annotated one first; at most count + 1
  int lost = 0;                            ///< pictures left out because an annotation's track was lost
};

/// Training data from one annotated X-ray (paper, section 6.1): the markers are moved at random, CIGN draws
/// the X-ray of each set of markers, and the annotations are tracked into it. Pictures in which an annotation
/// is lost are left out. The same for the same seed. Throws as Predictor::run does, Cancelled.
PerturbedPictures perturbed_pictures(inference::Predictor& predictor, const AnnotatedPerson& person,
                                     const MarkerPerturbation& perturbation,
                                     const PerturbationOptions& options = {},
                                     const ProgressFunction& progress = {},
                                     const CancelToken* cancel = nullptr);

}  // namespace skiagraph::applications
