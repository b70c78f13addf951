#pragma once

#include <filesystem>

#include "core/io/prediction.h"

namespace skiagraph::io {

/// Writes the markers as a table (CSV): name; x, y, z in the scan's own axes (mm), so that the table serves
/// as landmarks of that scan (landmarks_file.h); patient_x, patient_y, patient_z in the patient frame (LPS,
/// mm); row and column of the X-ray's pixel; margin_95_mm, empty where it was never measured; pinned; and the
/// notice. Throws Error when it cannot be written.
void write_marker_table(const std::filesystem::path& path, const Prediction& prediction);

}  // namespace skiagraph::io
