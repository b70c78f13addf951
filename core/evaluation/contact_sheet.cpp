#include "core/evaluation/contact_sheet.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace skiagraph::evaluation {
namespace {

using torch::Tensor;

constexpr int kGapPx = 4, kPanels = 3;
constexpr double kDifferenceGain = 4, kRingRadiusPx = 6, kDotRadiusPx = 2.5, kLineWidthPx = 1.5;
constexpr std::uint8_t kGapGrey = 40;

struct Place {
  int row, column;
};

/// Pictures are shown about 512 pixels high.
int zoom_of(const Tensor& picture) {
  constexpr std::int64_t kHeight = 512;
  return static_cast<int>(std::clamp<std::int64_t>(kHeight / picture.size(0), 1, 2));
}

class Canvas {
 public:
  explicit Canvas(ContactSheet& sheet) : sheet_(sheet) {}

  /// picture: (H, W) in [0, 1]
  void paste(const Tensor& picture, Place corner) {
    const int zoom = zoom_of(picture);
    const Tensor large = torch::upsample_bilinear2d(
        picture.unsqueeze(0).unsqueeze(0), {picture.size(0) * zoom, picture.size(1) * zoom}, false)[0][0];
    const Tensor bytes = (large.clamp(0, 1) * 255).round().to(torch::kUInt8).contiguous();
    const auto grey = bytes.accessor<std::uint8_t, 2>();
    for (int row = 0; row < bytes.size(0); ++row)
      for (int column = 0; column < bytes.size(1); ++column)
        std::fill_n(at(corner.row + row, corner.column + column), 3, grey[row][column]);
  }

  /// All pixels whose centre is at most half a line width from a circle, with soft edges.
  void draw_circle(Pixel centre, double radius, double width, const std::array<std::uint8_t, 3>& colour) {
    const double reach = radius + width;
    const auto clip = [](double value, int end) { return std::clamp(static_cast<int>(value), 0, end); };
    for (int row = clip(centre.row - reach, sheet_.rows); row < clip(centre.row + reach + 1, sheet_.rows);
         ++row)
      for (int column = clip(centre.column - reach, sheet_.columns);
           column < clip(centre.column + reach + 1, sheet_.columns); ++column) {
        const double off = std::abs(norm(Pixel{double(row), double(column)} - centre) - radius);
        blend(at(row, column), colour, std::clamp(width / 2 + 0.5 - off, 0.0, 1.0));
      }
  }

 private:
  std::uint8_t* at(int row, int column) {
    return &sheet_.rgb[(static_cast<std::size_t>(row) * sheet_.columns + column) * 3];
  }
  static void blend(std::uint8_t* pixel, const std::array<std::uint8_t, 3>& colour, double share) {
    for (int n = 0; n < 3; ++n)
      pixel[n] =
          static_cast<std::uint8_t>(std::lround(std::lerp(double(pixel[n]), double(colour[n]), share)));
  }

  ContactSheet& sheet_;
};

void draw_markers(Canvas& canvas, const Example& person, Place corner) {
  const int zoom = zoom_of(person.truth);
  const auto enlarged = [&](Pixel p) {
    return Pixel{corner.row + (p.row + 0.5) * zoom - 0.5, corner.column + (p.column + 0.5) * zoom - 0.5};
  };
  for (int n = 0; n < kMarkerCount; ++n) {
    const auto& colour = marker_table()[n].colour;
    canvas.draw_circle(enlarged(person.true_markers[n]), kRingRadiusPx, kLineWidthPx, colour);
    canvas.draw_circle(enlarged(person.predicted_markers[n]), 0, 2 * kDotRadiusPx, colour);
  }
}

}  // namespace

ContactSheet contact_sheet(std::span<const Example> people) {
  if (people.empty()) throw Error("contact_sheet.empty", "There is nobody to show on the contact sheet.");
  const int zoom = zoom_of(people[0].truth);
  const int height = static_cast<int>(people[0].truth.size(0)) * zoom + kGapPx,
            width = static_cast<int>(people[0].truth.size(1)) * zoom + kGapPx;
  ContactSheet sheet;
  sheet.rows = height * static_cast<int>(people.size()) - kGapPx;
  sheet.columns = width * kPanels - kGapPx;
  sheet.rgb.assign(static_cast<std::size_t>(sheet.rows) * sheet.columns * 3, kGapGrey);
  Canvas canvas(sheet);
  for (int row = 0; const Example& person : people) {
    const Place truth{row, 0}, predicted{row, width}, difference{row, 2 * width};
    canvas.paste(person.truth, truth);
    canvas.paste(person.predicted, predicted);
    canvas.paste((person.predicted - person.truth).abs() * kDifferenceGain, difference);
    draw_markers(canvas, person, truth);
    draw_markers(canvas, person, predicted);
    row += height;
  }
  return sheet;
}

}  // namespace skiagraph::evaluation
