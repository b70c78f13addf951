#pragma once

#include <filesystem>

#include "core/io/prediction.h"

namespace skiagraph::io {

/// Writes the markers as a point list of 3D Slicer (.mrk.json, schema 1.0.3), named as in the marker table.
/// Places are those of the scan's file in mm. Slicer takes the axes of a surface file as LPS, so the points
/// lie on the scan when both are opened there; that is what the file's coordinate system "LPS" says. Where
/// the scan's own axes are others, the description tells which. A body made to measure is LPS itself. Throws
/// Error when it cannot be written.
void write_markups(const std::filesystem::path& path, const Prediction& prediction);

}  // namespace skiagraph::io
