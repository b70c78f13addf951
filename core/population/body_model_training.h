#pragma once

#include <cstdint>

#include "core/anatomy/base/base_anatomy.h"
#include "core/base/progress.h"
#include "core/bodies/body_model.h"

namespace skiagraph::population {

struct BodyTrainingOptions {
  int people = 400;  ///< to make the model from; an eighth more is drawn to test it
  std::uint64_t seed = 1;
  int vertices = 9000;  ///< approximate number of vertices of the surface
  int components = 14;
};

struct TrainedBodyModel {
  bodies::BodyModel model;
  /// Distance of the vertices of people whom the model has not seen to its nearest body: mean, and the 95th
  /// percentile.
  double error_mm = 0, error_p95_mm = 0;
  double explained = 0;        ///< share of the variance that the components explain
  double weight_error_kg = 0;  ///< root mean square of weight by the density law against the tissues' mass
};

/// A body model from people drawn on a base anatomy as draw_habitus does, standing upright, with a shoulder
/// breadth of their own. The same for the same options. Throws InputError for options out of range, Cancelled
/// on request.
TrainedBodyModel train_body_model(const anatomy::BaseAnatomy& base, const BodyTrainingOptions& options,
                                  const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr);

}  // namespace skiagraph::population
