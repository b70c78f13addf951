#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/geometry/scan_alignment.h"
#include "core/geometry/surface_image.h"
#include "core/inference/predictor.h"

namespace skiagraph::io {

/// What a prediction was made from.
struct PredictionSource {
  std::filesystem::path scan;
  std::string model;
};

/// A marker's place in three dimensions: on the ray of its pixel, in the middle between front and back
/// surface.
Vec3 marker_position(const geometry::SurfaceImage& surface, Pixel pixel);

/// Writes markers.json: markers in the scan's own axes (mm), in the patient frame (mm) and in pixels, with
/// the scan's checksum and what the loop did. Throws Error when it cannot be written.
void write_markers(const std::filesystem::path& path, const PredictionSource& source,
                   const geometry::ScanAlignment& scan, const geometry::SurfaceImage& surface,
                   const inference::LoopResult& result);

/// Writes the markers and the largest move of every iteration of the loop.
void write_trace(const std::filesystem::path& path, const std::vector<inference::LoopIteration>& trace);

}  // namespace skiagraph::io
