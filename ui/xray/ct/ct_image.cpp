#include "ui/xray/ct/ct_image.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::ui {
namespace {

/// colour(index) for each covered pixel.
template <class Colour>
QImage covered_image(const imaging::CtXray& truth, const Colour& colour) {
  const geometry::CanonicalFrame& frame = truth.image.frame;
  QImage image(frame.columns, frame.rows, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  std::size_t n = 0;
  for (int row = 0; row < frame.rows; ++row) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
    for (int column = 0; column < frame.columns; ++column, ++n)
      if (truth.covered[n] != 0) line[column] = colour(n);
  }
  return image;
}

}  // namespace

QImage ct_image(const imaging::CtXray& truth, const imaging::WindowLevel& window_level) {
  return covered_image(truth, [&](std::size_t n) {
    const int grey = static_cast<int>(255 * imaging::grey(window_level, truth.image.pixels[n]));
    return qRgb(grey, grey, grey);
  });
}

QImage difference_image(const imaging::XrayImage& predicted, const imaging::CtXray& truth) {
  constexpr double kFull = 0.15;  // the difference that has the strongest colour
  constexpr int kAgree = 24;
  return covered_image(truth, [&](std::size_t n) {
    const double share = std::clamp((predicted.pixels[n] - truth.image.pixels[n]) / kFull, -1.0, 1.0);
    const auto mix = [strength = std::abs(share)](int full) {
      return static_cast<int>(kAgree + strength * (full - kAgree));
    };
    return share > 0 ? qRgb(mix(255), mix(159), mix(44)) : qRgb(mix(70), mix(150), mix(255));
  });
}

double mean_difference(const imaging::XrayImage& predicted, const imaging::CtXray& truth) {
  double sum = 0, count = 0;
  for (std::size_t n = 0; n < truth.covered.size(); ++n) {
    if (truth.covered[n] == 0 || (truth.image.pixels[n] <= 0 && predicted.pixels[n] <= 0)) continue;
    sum += std::abs(predicted.pixels[n] - truth.image.pixels[n]);
    ++count;
  }
  return count > 0 ? sum / count : 0;
}

void paint_over_hatch(QPainter& painter, const QRectF& place, const QImage& image) {
  painter.fillRect(place, QColor(30, 33, 38));
  painter.fillRect(place, QBrush(QColor(110, 118, 128), Qt::BDiagPattern));
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(place, image);
}

}  // namespace skiagraph::ui
