#pragma once

#include <filesystem>
#include <optional>

#include "core/imaging/xray_image.h"

namespace skiagraph::ui {

/// Something dense that is round.
struct Disc {
  Pixel centre;  ///< of the frame
  double radius = 0;
};

/// Writes rows [top, bottom) of an X-ray as a PNG on the scale of a film, with a disc in it.
void write_film(const std::filesystem::path& path, const imaging::XrayImage& xray, int top, int bottom,
                const std::optional<Disc>& disc = {});

}  // namespace skiagraph::ui
