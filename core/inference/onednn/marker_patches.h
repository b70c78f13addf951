#pragma once

#include <array>
#include <cstddef>

#include "core/inference/onednn/pixel_buffer.h"
#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// The pixel nearest to a marker. A patch is a square of pixels around it.
struct PatchCentre {
  int row = 0, column = 0;
};
using PatchCentres = std::array<PatchCentre, kMarkerCount>;

/// The pixels of all markers. A marker that is far outside the picture or not a number is put 32 pixels
/// outside, where its patch does not reach the picture.
PatchCentres patch_centres(const MarkerPositions& markers, int rows, int columns);
/// The same in the picture of half the size.
PatchCentres halved(const PatchCentres& centres);

/// The part of a patch that lies in the picture.
PixelRegion patch_region(const PatchCentre& centre, int radius, int rows, int columns);

struct PictureSize {
  int rows = 0, columns = 0;
  std::size_t bytes_of_pixel = 0;
};

/// Copies patches, squares of 2 radius + 1 pixels, out of a picture: (markers, rows, columns, bytes). Pixels
/// outside the picture are zero.
void gather_patches(const void* picture, const PictureSize& size, const PatchCentres& centres, int radius,
                    void* patches);
/// Copies patches back into a picture; pixels outside it are left out.
void scatter_patches(const void* patches, const PictureSize& size, const PatchCentres& centres, int radius,
                     void* picture);
/// Copies the patches from one picture to another.
void copy_patches(const void* from, const PictureSize& size, const PatchCentres& centres, int radius,
                  void* to);

}  // namespace skiagraph::inference
