#include "core/io/plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/write_file.h"
#include "core/imaging/window_level.h"
#include "core/io/cairo_surface.h"

namespace skiagraph::io {
namespace {

/// A picture that is drawn to, white to begin with.
class Sheet {
 public:
  Sheet(int width, int height)
      : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)),
        context_(cairo_create(surface_.get())) {
    cairo_set_source_rgb(context_.get(), 1, 1, 1);
    cairo_paint(context_.get());
    cairo_select_font_face(context_.get(), "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(context_.get(), 13);
    set_colour({40, 40, 40});
  }
  cairo_t* context() { return context_.get(); }
  void set_colour(const std::array<std::uint8_t, 3>& c) {
    cairo_set_source_rgb(context_.get(), c[0] / 255.0, c[1] / 255.0, c[2] / 255.0);
  }
  /// align: 0 begins at x, 0.5 has its middle there, 1 ends there.
  void text(const std::string& what, double x, double y, double align) {
    cairo_text_extents_t extents;
    cairo_text_extents(context_.get(), what.c_str(), &extents);
    cairo_move_to(context_.get(), x - align * extents.width, y);
    cairo_show_text(context_.get(), what.c_str());
  }
  void write(const std::filesystem::path& path) {
    const auto append = [](void* all, const unsigned char* bytes, unsigned count) {
      static_cast<std::string*>(all)->append(reinterpret_cast<const char*>(bytes), count);
      return CAIRO_STATUS_SUCCESS;
    };
    std::string png;
    if (cairo_surface_write_to_png_stream(surface_.get(), append, &png) != CAIRO_STATUS_SUCCESS)
      throw Error("plot.draw", "The picture \"{}\" cannot be drawn; it may be too large.", path);
    write_file(path, png);
  }

 private:
  CairoSurface surface_;
  CairoContext context_;
};

struct Axes {
  double left, top, width, height;  // of the panel, pixels of the sheet
  double last_x, low, high;         // values
  [[nodiscard]] double x(double value) const { return left + width * value / last_x; }
  [[nodiscard]] double y(double value) const { return top + height * (high - value) / (high - low); }
};

/// 1, 2 or 5 times a power of ten that gives about five steps.
double round_step(double range) {
  const double rough = range / 5, power = std::pow(10, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (rough <= factor * power) return factor * power;
  return 10 * power;
}

void draw_axes(Sheet& sheet, const PlotPanel& panel, const Axes& axes) {
  cairo_t* c = sheet.context();
  cairo_set_line_width(c, 1);
  const double step_y = round_step(axes.high - axes.low), step_x = round_step(axes.last_x);
  for (double v = std::ceil(axes.low / step_y) * step_y; v <= axes.high + 1e-9; v += step_y) {
    sheet.set_colour({225, 225, 225});
    cairo_move_to(c, axes.left, axes.y(v));
    cairo_line_to(c, axes.left + axes.width, axes.y(v));
    cairo_stroke(c);
    sheet.set_colour({40, 40, 40});
    sheet.text(fmt::format("{:g}", std::abs(v) < 1e-9 ? 0 : v), axes.left - 6, axes.y(v) + 4, 1);
  }
  for (double v = 0; v <= axes.last_x + 1e-9; v += step_x)
    sheet.text(fmt::format("{:g}", v), axes.x(v), axes.top + axes.height + 18, 0.5);
  cairo_rectangle(c, axes.left, axes.top, axes.width, axes.height);
  cairo_stroke(c);
  sheet.text(panel.title, axes.left + axes.width / 2, axes.top - 12, 0.5);
  sheet.text(panel.x_label, axes.left + axes.width / 2, axes.top + axes.height + 40, 0.5);
  cairo_save(c);
  cairo_translate(c, axes.left - 48, axes.top + axes.height / 2);
  cairo_rotate(c, -M_PI / 2);
  sheet.text(panel.y_label, 0, 0, 0.5);
  cairo_restore(c);
}

void draw_line(Sheet& sheet, const PlotLine& line, const Axes& axes) {
  cairo_t* c = sheet.context();
  sheet.set_colour(line.colour);
  cairo_set_line_width(c, 1.4);
  cairo_new_path(c);  // text leaves a point behind, which a line would begin at
  for (std::size_t n = 0; n < line.values.size(); ++n)
    cairo_line_to(c, axes.x(static_cast<double>(n)), axes.y(line.values[n]));
  cairo_stroke(c);
}

void draw_xray(Sheet& sheet, const imaging::XrayImage& xray, double left, double top) {
  const int rows = xray.frame.rows, columns = xray.frame.columns;
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows);
  const int stride = cairo_image_surface_get_stride(surface);
  unsigned char* bytes = cairo_image_surface_get_data(surface);
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      const double value = xray.pixels[static_cast<std::size_t>(row) * columns + column];
      const double shown = imaging::grey(imaging::kDefaultWindowLevel, value);
      std::fill_n(bytes + static_cast<std::ptrdiff_t>(row) * stride + 4 * column, 3,
                  static_cast<unsigned char>(std::lround(255 * shown)));
    }
  cairo_surface_mark_dirty(surface);
  cairo_set_source_surface(sheet.context(), surface, left, top);
  cairo_paint(sheet.context());
  cairo_surface_destroy(surface);
}

}  // namespace

void write_plot(const std::filesystem::path& path, const std::vector<PlotPanel>& panels) {
  constexpr int kWidth = 480, kHeight = 360, kLeft = 70, kTop = 40, kBottom = 60, kRight = 20;
  double low = 0, high = 0, last = 1;
  for (const PlotPanel& panel : panels)
    for (const PlotLine& line : panel.lines) {
      last = std::max(last, static_cast<double>(line.values.size()) - 1);
      for (const double value : line.values) low = std::min(low, value), high = std::max(high, value);
    }
  if (high - low < 1e-9) high = low + 1;
  const double margin = 0.05 * (high - low);
  const int step = kLeft + kWidth + kRight;
  Sheet sheet(static_cast<int>(panels.size()) * step, kTop + kHeight + kBottom);
  for (std::size_t n = 0; n < panels.size(); ++n) {
    const Axes axes{
        static_cast<double>(n) * step + kLeft, kTop, kWidth, kHeight, last, low - margin, high + margin};
    draw_axes(sheet, panels[n], axes);
    for (const PlotLine& line : panels[n].lines) draw_line(sheet, line, axes);
  }
  sheet.write(path);
}

void write_picture_grid(const std::filesystem::path& path, const std::vector<PictureRow>& rows,
                        const std::vector<std::string>& column_labels) {
  constexpr int kGap = 6, kLabels = 150, kTitles = 24;
  if (rows.empty() || rows.front().pictures.empty())
    throw Error("plot.empty", "There are no pictures to put together.");
  const geometry::CanonicalFrame& frame = rows.front().pictures.front().frame;
  const int across = frame.columns + kGap, down = frame.rows + kGap;
  Sheet sheet(kLabels + across * static_cast<int>(rows.front().pictures.size()),
              kTitles + down * static_cast<int>(rows.size()));
  for (std::size_t n = 0; n < column_labels.size(); ++n)
    sheet.text(column_labels[n], kLabels + (static_cast<double>(n) + 0.5) * across, kTitles - 8, 0.5);
  double top = kTitles;
  for (const PictureRow& row : rows) {
    sheet.set_colour({40, 40, 40});
    sheet.text(row.label, 8, top + frame.rows / 2.0, 0);
    for (std::size_t n = 0; n < row.pictures.size(); ++n)
      draw_xray(sheet, row.pictures[n], kLabels + static_cast<double>(n) * across, top);
    top += down;
  }
  sheet.write(path);
}

}  // namespace skiagraph::io
