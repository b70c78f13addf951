#include "ui/xray/xray_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace skiagraph::ui {
namespace {

/// Grey of 0 to 255, as imaging::grey() has it.
class Greys {
 public:
  explicit Greys(const imaging::WindowLevel& shown)
      : scale_(static_cast<float>(255 / shown.width)),
        shift_(static_cast<float>(255 * (0.5 - shown.level / shown.width) + 0.5)) {}

  [[nodiscard]] std::int32_t operator()(float value) const {
    return static_cast<std::int32_t>(std::clamp(value * scale_ + shift_, 0.0F, 255.0F));
  }

 private:
  float scale_, shift_;
};

QRgb grey_pixel(std::int32_t grey) {
  return 0xFF000000U | static_cast<QRgb>(grey | grey << 8 | grey << 16);
}

void draw_grey(const float* values, int count, const Greys& greys, QRgb* to) {
  for (int n = 0; n < count; ++n) to[n] = grey_pixel(greys(values[n]));
}

void draw_blend(const float* now, const float* before, int count, float part, const Greys& greys, QRgb* to) {
  for (int n = 0; n < count; ++n) to[n] = grey_pixel(greys(now[n] + part * (before[n] - now[n])));
}

/// A colour, times its strength, to lay over a dimmed grey; all of 256.
struct Tint {
  int red, green, blue, strength;
};

Tint tint_for(double part) {
  const double strength = std::sqrt(std::min(1.0, std::abs(part)));
  const auto of = [&](int full) { return static_cast<int>(std::lround(256 * strength * full / 255)); };
  const int own = static_cast<int>(std::lround(256 * strength));
  return part < 0 ? Tint{of(40), of(130), of(255), own} : Tint{of(255), of(150), of(0), own};
}

QRgb over_grey(const Tint& tint, int grey) {
  constexpr int kDimmed = 115;  // of 256
  const int left = (256 - tint.strength) * kDimmed * grey / 256;
  const auto mixed = [left](int full) { return std::min(255, (full * 255 + left) / 256); };
  return qRgb(mixed(tint.red), mixed(tint.green), mixed(tint.blue));
}

/// The tints of all differences within the range.
class Tints {
 public:
  explicit Tints(double range) : scale_(static_cast<float>(kSteps / range)) {
    for (int n = -kSteps; n <= kSteps; ++n)
      tints_[static_cast<std::size_t>(n + kSteps)] = tint_for(static_cast<double>(n) / kSteps);
  }
  [[nodiscard]] const Tint& operator()(float difference) const {
    const float step = std::clamp(difference * scale_, -1.0F * kSteps, 1.0F * kSteps);
    return tints_[static_cast<std::size_t>(static_cast<int>(step) + kSteps)];
  }

 private:
  static constexpr int kSteps = 256;
  float scale_;
  std::array<Tint, 2 * kSteps + 1> tints_;
};

void draw_difference(const float* now, const float* before, int count, const Tints& tints, const Greys& greys,
                     QRgb* to) {
  for (int n = 0; n < count; ++n) to[n] = over_grey(tints(now[n] - before[n]), greys(now[n]));
}

/// The same places in an image that is `factor` times as fine.
imaging::SampleRow refined(const imaging::SampleRow& row, double factor) {
  return {(row.first + 0.5) * factor - 0.5, row.step * factor, row.count};
}

}  // namespace

double difference_range(const imaging::XrayImage& now, const imaging::XrayImage& before) {
  double largest = 0;
  for (std::size_t n = 0; n < now.pixels.size(); ++n)
    largest = std::max(largest, std::abs(static_cast<double>(now.pixels[n]) - before.pixels[n]));
  for (const double range : {0.02, 0.05, 0.1, 0.2, 0.5})
    if (largest <= range) return range;
  return 1;
}

QRgb difference_colour(double part, int grey) {
  return over_grey(tint_for(part), grey);
}

XrayPicture::Grid XrayPicture::grid_of(const XrayGeometry& geometry, double ratio) {
  const QRectF picture = geometry.picture();
  const auto left = static_cast<int>(std::lround(std::max(0.0, picture.left()) * ratio)),
             top = static_cast<int>(std::lround(std::max(0.0, picture.top()) * ratio)),
             right =
                 static_cast<int>(std::lround(std::min(geometry.pane().width(), picture.right()) * ratio)),
             bottom =
                 static_cast<int>(std::lround(std::min(geometry.pane().height(), picture.bottom()) * ratio));
  const Pixel first = geometry.to_pixel(QPointF(left + 0.5, top + 0.5) / ratio);
  const double step = 1 / (geometry.zoom() * ratio);
  return {geometry.frame().columns,
          {first.row, step, std::max(0, bottom - top)},
          {first.column, step, std::max(0, right - left)},
          {left, top}};
}

void XrayPicture::sample(Sampled& sampled, const std::shared_ptr<const imaging::XrayImage>& image) const {
  if (sampled.of == image) return;
  sampled.of = image;
  sampled.values.clear();
  if (!image) return;
  const double factor = static_cast<double>(image->frame.columns) / grid_.frame_columns;
  sampled.values = imaging::resampled(*image, refined(grid_.rows, factor), refined(grid_.columns, factor));
}

void XrayPicture::draw(int split_column) {
  const int width = grid_.columns.count;
  const Greys greys(source_.window_level);
  const session::Comparison& comparison = source_.comparison;
  const bool compared = source_.before && comparison.mode != session::ComparisonMode::kOff;
  const Tints tints(compared ? difference_range(*source_.now, *source_.before) : 1);
  image_ = QImage(width, grid_.rows.count, QImage::Format_RGB32);
  for (int row = 0; row < grid_.rows.count; ++row) {
    const auto start = static_cast<std::size_t>(row) * static_cast<std::size_t>(width);
    const float* now = now_.values.data() + start;
    const float* before = compared ? before_.values.data() + start : nullptr;
    auto* to = reinterpret_cast<QRgb*>(image_.scanLine(row));
    if (!compared) {
      draw_grey(now, width, greys, to);
    } else if (comparison.mode == session::ComparisonMode::kSplit) {
      draw_grey(before, split_column, greys, to);
      draw_grey(now + split_column, width - split_column, greys, to + split_column);
    } else if (comparison.mode == session::ComparisonMode::kBlend) {
      draw_blend(now, before, width, static_cast<float>(comparison.before), greys, to);
    } else {
      draw_difference(now, before, width, tints, greys, to);
    }
  }
}

void XrayPicture::paint(QPainter& painter, const PictureSource& source, const XrayGeometry& geometry,
                        double device_pixel_ratio) {
  const Grid grid = grid_of(geometry, device_pixel_ratio);
  if (grid.rows.count == 0 || grid.columns.count == 0) return;
  const double split = source.comparison.before * geometry.pane().width() * device_pixel_ratio;
  const int split_column =
      std::clamp(static_cast<int>(std::lround(split)) - grid.corner.x(), 0, grid.columns.count);
  if (grid != grid_) now_.of = before_.of = nullptr;
  if (grid != grid_ || source != source_ || split_column != split_column_ || image_.isNull()) {
    grid_ = grid;
    source_ = source;
    split_column_ = split_column;
    sample(now_, source.now);
    sample(before_, source.before);
    draw(split_column);
  }
  image_.setDevicePixelRatio(device_pixel_ratio);
  painter.drawImage(QPointF(grid.corner) / device_pixel_ratio, image_);
}

}  // namespace skiagraph::ui
