#pragma once

#include <filesystem>
#include <vector>

#include "core/io/prediction.h"

namespace skiagraph::io {

/// A marker's place in three dimensions: on the ray of its pixel, in the middle between front and back
/// surface.
Vec3 marker_position(const geometry::SurfaceImage& surface, Pixel pixel);

/// The same in the scan's own axes, scaled to mm.
Vec3 scan_position(const geometry::ScanAlignment& scan, Vec3 patient);

/// Writes markers.json: markers in the scan's own axes (mm), in the patient frame (mm) and in pixels, with
/// the scan's checksum and what the loop did. Throws Error when it cannot be written.
void write_markers(const std::filesystem::path& path, const Prediction& prediction);

/// Writes the markers and the largest move of every iteration of the loop.
void write_trace(const std::filesystem::path& path, const std::vector<inference::LoopIteration>& trace,
                 const geometry::CanonicalFrame& frame);

}  // namespace skiagraph::io
