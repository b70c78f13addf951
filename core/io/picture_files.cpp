#include "core/io/picture_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>

#include "core/io/cairo_surface.h"
#include "core/io/png.h"
#include "core/io/synthetic_notice.h"

namespace skiagraph::io {
namespace {

PngTags tags(const std::string& description, double mm_per_px) {
  return {mm_per_px,
          {{"Description", fmt::format("{}; {:.4f} mm per pixel", description, mm_per_px)},
           {"Disclaimer", std::string(kSyntheticNotice)},
           {"Software", "Skiagraph " SKIAGRAPH_VERSION}}};
}

/// Every pixel as `factor` x `factor`, smooth between them.
std::vector<float> enlarged(const std::vector<float>& values, int rows, int columns, int factor) {
  const CairoSurface small(cairo_image_surface_create(CAIRO_FORMAT_A8, columns, rows));
  for (int row = 0; row < rows; ++row)
    std::transform(values.begin() + static_cast<std::ptrdiff_t>(row) * columns,
                   values.begin() + static_cast<std::ptrdiff_t>(row + 1) * columns, line_of(small, row),
                   [](float value) { return static_cast<unsigned char>(std::lround(255 * value)); });
  cairo_surface_mark_dirty(small.get());
  const CairoSurface large(cairo_image_surface_create(CAIRO_FORMAT_A8, factor * columns, factor * rows));
  const CairoContext context(cairo_create(large.get()));
  cairo_scale(context.get(), factor, factor);
  cairo_set_operator(context.get(), CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface(context.get(), small.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(context.get()), CAIRO_FILTER_BEST);
  cairo_pattern_set_extend(cairo_get_source(context.get()), CAIRO_EXTEND_PAD);
  cairo_paint(context.get());
  cairo_surface_flush(large.get());
  std::vector<float> result;
  for (int row = 0; row < factor * rows; ++row)
    std::transform(line_of(large, row), line_of(large, row) + factor * columns, std::back_inserter(result),
                   [](unsigned char value) { return static_cast<float>(value) / 255.0F; });
  return result;
}

}  // namespace

double mm_per_px(const imaging::XrayImage& xray, const geometry::SurfaceImage& surface) {
  const geometry::CanonicalPlacement& placement = surface.placement;
  return placement.mm_per_px() * placement.frame().columns / xray.frame.columns;
}

GreyPicture shown_xray(const imaging::XrayImage& xray, const imaging::WindowLevel& window, double mm_per_px) {
  constexpr int kLeastRows = 1000;
  const auto& [frame, pixels] = xray;
  const int factor = std::max(1, (kLeastRows + frame.rows - 1) / frame.rows);
  GreyPicture picture{factor * frame.rows, factor * frame.columns, mm_per_px / factor, {}};
  std::vector<float> grey;
  for (const float value : pixels) grey.push_back(static_cast<float>(imaging::grey(window, value)));
  grey = enlarged(grey, frame.rows, frame.columns, factor);
  burn_in(std::array{kSyntheticNotice}, picture.rows, picture.columns, grey);
  for (const float value : grey)
    picture.values.push_back(static_cast<std::uint8_t>(std::lround(255 * std::clamp(value, 0.0F, 1.0F))));
  return picture;
}

void write_xray_values(const std::filesystem::path& path, const imaging::XrayImage& xray, double mm_per_px) {
  const std::string description =
      fmt::format("Synthetic X-ray; white is a line integral of attenuation of {}", imaging::kXrayFullScale);
  write_png16(path, xray.frame.rows, xray.frame.columns, xray.pixels, tags(description, mm_per_px));
}

void write_shown_xray(const std::filesystem::path& path, const imaging::XrayImage& xray,
                      const imaging::WindowLevel& window, double mm_per_px) {
  const GreyPicture picture = shown_xray(xray, window, mm_per_px);
  write_png8(path, picture.rows, picture.columns, picture.values, tags("Synthetic X-ray", picture.mm_per_px));
}

void write_surface_image(const std::filesystem::path& path, const geometry::SurfaceImage& surface) {
  const geometry::CanonicalFrame& frame = surface.placement.frame();
  std::vector<float> values;
  for (int row = 0; row < frame.rows; ++row)
    for (const auto* channel : {&surface.depth, &surface.thickness}) {
      const auto first = channel->begin() + static_cast<std::ptrdiff_t>(row) * frame.columns;
      values.insert(values.end(), first, first + frame.columns);
    }
  const std::string description = fmt::format(
      "Depth and thickness of a body surface, to which a synthetic X-ray belongs; white is {:.1f} mm",
      surface.placement.torso_mm());
  write_png16(path, frame.rows, 2 * frame.columns, values, tags(description, surface.placement.mm_per_px()));
}

}  // namespace skiagraph::io
