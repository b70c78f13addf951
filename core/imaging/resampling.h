#pragma once

#include <vector>

#include "core/imaging/xray_image.h"

namespace skiagraph::imaging {

/// Where the pixels of a screen lie along one axis of an image: number n at first + n * step, in pixels of
/// the image, whose centres are whole numbers.
struct SampleRow {
  double first = 0;
  double step = 1;  ///< above 0
  int count = 0;

  friend bool operator==(const SampleRow&, const SampleRow&) = default;
};

/// The image as a screen of rows.count x columns.count pixels shows it, row-major. Cubic convolution (R.
/// Keys, IEEE Transactions on Acoustics, Speech and Signal Processing 29, 1981, with a = -1/2): it passes
/// through the image's values. Where the screen is the coarser of the two the kernel is widened, so that no
/// pixel of the image is skipped. Past the edge the edge's value goes on.
std::vector<float> resampled(const XrayImage& image, const SampleRow& rows, const SampleRow& columns);

}  // namespace skiagraph::imaging
