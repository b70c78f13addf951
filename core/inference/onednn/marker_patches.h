#pragma once

#include <array>
#include <cstddef>

#include "core/inference/onednn/pixel_buffer.h"
#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// Pixels of a picture nearest to the markers.
struct PatchCentre {
  int row = 0, column = 0;
};
using PatchCentres = std::array<PatchCentre, kMarkerCount>;

/// Where the markers are; those far outside of a picture of this size, or nowhere, are put just so far
/// outside that nothing of them shows.
PatchCentres patch_centres(const MarkerPositions& markers, int rows, int columns);
/// The same in the picture of half the size.
PatchCentres halved(const PatchCentres& centres);

/// The square of a patch as far as it lies in the picture.
PixelRegion patch_region(const PatchCentre& centre, int radius, int rows, int columns);

struct PictureSize {
  int rows = 0, columns = 0;
  std::size_t bytes_of_pixel = 0;
};

/// Copies squares of 2 radius + 1 pixels about the centres out of a picture, (markers, rows, columns, bytes),
/// with zeros where they leave it.
void gather_patches(const void* picture, const PictureSize& size, const PatchCentres& centres, int radius,
                    void* patches);
/// And back, as far as they lie in the picture.
void scatter_patches(const void* patches, const PictureSize& size, const PatchCentres& centres, int radius,
                     void* picture);
/// Copies the squares from one picture to the other.
void copy_patches(const void* from, const PictureSize& size, const PatchCentres& centres, int radius,
                  void* to);

}  // namespace skiagraph::inference
