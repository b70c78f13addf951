#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/geometry/surface_image.h"
#include "core/imaging/window_level.h"
#include "core/imaging/xray_image.h"

namespace skiagraph::io {

/// An 8-bit grey picture, row 0 at the top.
struct GreyPicture {
  int rows = 0, columns = 0;
  double mm_per_px = 0;
  std::vector<std::uint8_t> values;
};

/// Size of the pixels of an X-ray of this surface, which may be finer than the surface image.
double mm_per_px(const imaging::XrayImage& xray, const geometry::SurfaceImage& surface);

/// The X-ray as a person is to see it: through the window, at least 1000 pixels high, with the notice that it
/// is synthetic in its pixels. Throws Error when the notice cannot be drawn.
GreyPicture shown_xray(const imaging::XrayImage& xray, const imaging::WindowLevel& window, double mm_per_px);

/// All three write PNG that says what it is, that it is synthetic, and how large its pixels are. They throw
/// Error when the file cannot be written.

/// The values of the X-ray in 16 bits, with nothing in the pixels.
void write_xray_values(const std::filesystem::path& path, const imaging::XrayImage& xray, double mm_per_px);
/// shown_xray() in 8 bits.
void write_shown_xray(const std::filesystem::path& path, const imaging::XrayImage& xray,
                      const imaging::WindowLevel& window, double mm_per_px);
/// Depth (front surface dark to back bright) and thickness side by side in 16 bits; white is one torso
/// length.
void write_surface_image(const std::filesystem::path& path, const geometry::SurfaceImage& surface);

}  // namespace skiagraph::io
