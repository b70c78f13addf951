#include "core/io/synthetic_notice.h"

#include <algorithm>
#include <string>

#include "core/base/error.h"
#include "core/io/cairo_surface.h"

namespace skiagraph::io {
namespace {

/// How much of each pixel is covered by what is drawn.
class Mask {
 public:
  Mask(int rows, int columns)
      : surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, columns, rows)),
        context_(cairo_create(surface_.get())) {
    cairo_select_font_face(context(), "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
    cairo_set_line_join(context(), CAIRO_LINE_JOIN_ROUND);
  }
  [[nodiscard]] cairo_t* context() const { return context_.get(); }
  [[nodiscard]] const unsigned char* line(int row) const { return line_of(surface_, row); }

 private:
  CairoSurface surface_;
  CairoContext context_;
};

double width_of(const Mask& mask, std::string_view line) {
  cairo_text_extents_t extents;
  cairo_text_extents(mask.context(), std::string(line).c_str(), &extents);
  return extents.x_advance;
}

/// Makes the outlines of all lines, and calls `use` once to fill or to stroke them.
template <class Use>
void draw(const Mask& mask, std::span<const std::string_view> lines, double size, int rows, int columns,
          const Use& use) {
  constexpr double kLineHeight = 1.25;
  cairo_set_font_size(mask.context(), size);
  double baseline = rows - 0.5 * size - kLineHeight * size * (static_cast<double>(lines.size()) - 1);
  for (const std::string_view line : lines) {
    cairo_move_to(mask.context(), (columns - width_of(mask, line)) / 2, baseline);
    cairo_text_path(mask.context(), std::string(line).c_str());
    baseline += kLineHeight * size;
  }
  use(mask.context());
  cairo_surface_flush(cairo_get_target(mask.context()));
}

double size_that_fits(const Mask& mask, std::span<const std::string_view> lines, int columns) {
  constexpr double kShare = 0.8, kProbe = 100;
  cairo_set_font_size(mask.context(), kProbe);
  double widest = 0;
  for (const std::string_view line : lines) widest = std::max(widest, width_of(mask, line));
  if (widest <= 0)
    throw Error(
        "notice.no_font",
        "The words that a synthetic picture must bear cannot be drawn, because this computer has no font; "
        "install one, for example fonts-dejavu-core.");
  return kProbe * kShare * columns / widest;
}

}  // namespace

void burn_in(std::span<const std::string_view> lines, int rows, int columns, std::span<float> values) {
  const Mask rim(rows, columns), letters(rows, columns);
  const double size = size_that_fits(rim, lines, columns);
  draw(rim, lines, size, rows, columns, [size](cairo_t* context) {
    cairo_set_line_width(context, 0.3 * size);
    cairo_stroke(context);
  });
  draw(letters, lines, size, rows, columns, cairo_fill);
  std::size_t n = 0;
  bool drawn = false;
  for (int row = 0; row < rows; ++row) {
    const unsigned char *dark = rim.line(row), *bright = letters.line(row);
    for (int column = 0; column < columns; ++column, ++n) {
      const float black = static_cast<float>(dark[column]) / 255,
                  white = static_cast<float>(bright[column]) / 255;
      values[n] = values[n] * (1 - black) * (1 - white) + white;
      drawn = drawn || white > 0.5F;
    }
  }
  if (!drawn)
    throw Error("notice.not_drawn", "A picture of {} x {} is too small for the words that it must bear.",
                rows, columns);
}

}  // namespace skiagraph::io
