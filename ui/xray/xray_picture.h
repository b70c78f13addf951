#pragma once

#include <QImage>
#include <QPainter>
#include <memory>
#include <vector>

#include "core/imaging/resampling.h"
#include "core/imaging/window_level.h"
#include "core/session/session.h"
#include "ui/xray/xray_geometry.h"

namespace skiagraph::ui {

/// What a picture is made of.
struct PictureSource {
  /// Never null. Of the frame that the geometry has, or of a finer one.
  std::shared_ptr<const imaging::XrayImage> now;
  std::shared_ptr<const imaging::XrayImage> before;  ///< to compare with, of the same frame; null: nothing
  imaging::WindowLevel window_level;
  session::Comparison comparison;

  friend bool operator==(const PictureSource&, const PictureSource&) = default;
};

/// The X-ray at the screen's own resolution. What has not changed since the last time is not computed again:
/// markers move over the picture, and window and level change in it, without interpolating anew.
class XrayPicture {
 public:
  /// Paints the part that the pane shows. GUI thread.
  void paint(QPainter& painter, const PictureSource& source, const XrayGeometry& geometry,
             double device_pixel_ratio);

 private:
  /// The pixels of the screen that show the X-ray, in pixels of a frame of so many columns.
  struct Grid {
    int frame_columns = 0;
    imaging::SampleRow rows, columns;
    QPoint corner;

    friend bool operator==(const Grid&, const Grid&) = default;
  };
  /// An X-ray on the grid.
  struct Sampled {
    std::shared_ptr<const imaging::XrayImage> of;
    std::vector<float> values;
  };
  static Grid grid_of(const XrayGeometry& geometry, double device_pixel_ratio);
  void sample(Sampled& sampled, const std::shared_ptr<const imaging::XrayImage>& image) const;
  void draw(int split_column);

  PictureSource source_;
  Grid grid_;
  Sampled now_, before_;
  int split_column_ = 0;
  QImage image_;
};

/// The largest difference that the colours of a difference picture tell apart, in the X-ray's values: a round
/// number.
double difference_range(const imaging::XrayImage& now, const imaging::XrayImage& before);
/// Its colour for a difference in parts of that range, -1 to 1, over a grey of 0 to 255. Blue: less now,
/// orange: more. Colour-blind people can tell them apart.
QRgb difference_colour(double part, int grey);

}  // namespace skiagraph::ui
