#pragma once

#include <filesystem>
#include <optional>

#include "core/base/progress.h"
#include "core/imaging/xray_picture.h"
#include "core/io/ct_options.h"

namespace skiagraph::io {

/// What a person says about an X-ray picture.
struct XrayPictureOptions {
  std::optional<double> spacing_mm;  ///< from pixel to pixel, in place of what the file says
  bool negative = false;             ///< bone is dark in the picture
  CtOptions ct;                      ///< of a CT
};

/// Reads a real X-ray from the front: PNG of 8 or 16 bits (colours as their grey), DICOM (CR, DX, scout;
/// MONOCHROME1, compressed; turned upright as its header says), or a CT of a part, which is projected. Lines
/// along the edges that have one value throughout, as a collimator leaves them, are not known. The spacing is
/// 0 where nothing tells it. Throws InputError, one sentence naming the file: missing, damaged, neither PNG
/// nor DICOM nor CT, no X-ray, another view; Cancelled. May be called on any thread.
imaging::XrayPicture read_xray_picture(const std::filesystem::path& path,
                                       const XrayPictureOptions& options = {},
                                       const ProgressFunction& progress = {},
                                       const CancelToken* cancel = nullptr);

}  // namespace skiagraph::io
