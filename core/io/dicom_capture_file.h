#pragma once

#include <filesystem>

#include "core/imaging/window_level.h"
#include "core/imaging/xray_image.h"

namespace skiagraph::io {

/// Writes the X-ray as a DICOM Secondary Capture Image (PS3.3 A.8.1): 16-bit MONOCHROME2, derived, of nobody
/// (patient SYNTHETIC), a study of its own. That it is synthetic and not for diagnostic use stands in its
/// tags and in its pixels. The stored values are those of the X-ray over 65535; the window is the person's;
/// the pixel spacing is in the patient, for the rays are parallel. Throws Error when it cannot be written.
void write_dicom_capture(const std::filesystem::path& path, const imaging::XrayImage& xray,
                         const imaging::WindowLevel& window, double mm_per_px);

}  // namespace skiagraph::io
