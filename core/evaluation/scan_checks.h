#pragma once

#include <optional>

#include "core/evaluation/scan_study.h"

namespace skiagraph::evaluation {

// What a prediction must hold even where nothing is known of the person.

/// The marker of the other side; itself where there is one alone.
Marker other_side(Marker marker);

/// With the prediction in the scan's mirror image, mirrored back. Left and right change places; the liver
/// stays on its side. What differs between the sides of the mean person (one kidney below the other) is taken
/// out first. The whole pipeline runs again, so that another axis, front or level shows as well. Throws
/// Cancelled.
Disagreement mirror_disagreement(inference::Predictor& predictor, const inference::LearnedPeople& learned,
                                 const geometry::TriangleMesh& file_mesh, const ScanPrediction& prediction,
                                 const CancelToken* cancel = nullptr);

/// With the prediction in a third of the triangles. Nothing where they would be too few for a body. Throws
/// Cancelled.
std::optional<Disagreement> resampled_disagreement(inference::Predictor& predictor,
                                                   const geometry::TriangleMesh& file_mesh,
                                                   const ScanPrediction& prediction,
                                                   const CancelToken* cancel = nullptr);

/// Two scans of one body: heights as fractions of the predicted torso, shoulders aside, which go with the
/// arms.
SameBody same_body(const ScanResult& scan, const ScanResult& other);

/// Whether the heights have the order that all people have, and none is farther than four standard deviations
/// from the mean person's.
Plausibility plausibility_of(const MarkerPositions& markers, const inference::LearnedPeople& learned);

}  // namespace skiagraph::evaluation
