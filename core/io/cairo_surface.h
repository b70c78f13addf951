#pragma once

#include <cairo.h>

#include <memory>

namespace skiagraph::io {

struct CairoDestroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

/// A picture that Cairo draws to, and what draws. Private to core/io.
using CairoSurface = std::unique_ptr<cairo_surface_t, CairoDestroy>;
using CairoContext = std::unique_ptr<cairo_t, CairoDestroy>;

/// Row 0 is at the top. What was drawn must have been flushed.
inline unsigned char* line_of(const CairoSurface& surface, int row) {
  return cairo_image_surface_get_data(surface.get()) +
         static_cast<std::ptrdiff_t>(row) * cairo_image_surface_get_stride(surface.get());
}

}  // namespace skiagraph::io
