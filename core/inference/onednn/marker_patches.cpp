#include "core/inference/onednn/marker_patches.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace skiagraph::inference {
namespace {

/// Farther than any patch reaches.
constexpr int kFarOutside = 32;

int nearest_pixel(double place, int size) {
  if (!(place > -kFarOutside)) return -kFarOutside;  // not a number either
  return static_cast<int>(std::lround(std::min(place, static_cast<double>(size + kFarOutside))));
}

struct Bytes {
  std::size_t pixel, row;
};

std::size_t offset(const Bytes& bytes, int row, int column) {
  return static_cast<std::size_t>(row) * bytes.row + static_cast<std::size_t>(column) * bytes.pixel;
}

/// copy(patch offset, picture offset, bytes) for each row of each patch that lies in the picture.
template <typename Copy>
void for_each_row(const PictureSize& size, const PatchCentres& centres, int radius, const Copy& copy) {
  const int side = 2 * radius + 1;
  const Bytes picture{size.bytes_of_pixel, size.bytes_of_pixel * static_cast<std::size_t>(size.columns)},
      patch{size.bytes_of_pixel, size.bytes_of_pixel * static_cast<std::size_t>(side)};
  for (std::size_t n = 0; n < centres.size(); ++n) {
    const PixelRegion region = patch_region(centres[n], radius, size.rows, size.columns);
    if (region.column_begin >= region.column_end) continue;
    const int first_row = centres[n].row - radius, first_column = centres[n].column - radius;
    for (int row = region.row_begin; row < region.row_end; ++row)
      copy(n * static_cast<std::size_t>(side) * patch.row +
               offset(patch, row - first_row, region.column_begin - first_column),
           offset(picture, row, region.column_begin),
           static_cast<std::size_t>(region.column_end - region.column_begin) * size.bytes_of_pixel);
  }
}

}  // namespace

PatchCentres patch_centres(const MarkerPositions& markers, int rows, int columns) {
  PatchCentres centres;
  for (std::size_t n = 0; n < centres.size(); ++n)
    centres[n] = {nearest_pixel(markers[n].row, rows), nearest_pixel(markers[n].column, columns)};
  return centres;
}

PatchCentres halved(const PatchCentres& centres) {
  PatchCentres result = centres;
  for (PatchCentre& centre : result) centre = {centre.row >> 1, centre.column >> 1};
  return result;
}

PixelRegion patch_region(const PatchCentre& centre, int radius, int rows, int columns) {
  const auto within = [](int place, int size) { return std::clamp(place, 0, size); };
  return {within(centre.row - radius, rows), within(centre.row + radius + 1, rows),
          within(centre.column - radius, columns), within(centre.column + radius + 1, columns)};
}

void gather_patches(const void* picture, const PictureSize& size, const PatchCentres& centres, int radius,
                    void* patches) {
  const auto side = static_cast<std::size_t>(2 * radius + 1);
  const std::size_t bytes_of_patch = side * side * size.bytes_of_pixel;
  auto* to = static_cast<std::byte*>(patches);
  for (std::size_t n = 0; n < centres.size(); ++n) {
    const auto [row, column] = centres[n];
    const bool whole =
        row >= radius && column >= radius && row + radius < size.rows && column + radius < size.columns;
    if (!whole) std::memset(to + n * bytes_of_patch, 0, bytes_of_patch);
  }
  const auto* from = static_cast<const std::byte*>(picture);
  for_each_row(size, centres, radius, [&](std::size_t patch_at, std::size_t at, std::size_t bytes) {
    std::memcpy(to + patch_at, from + at, bytes);
  });
}

void scatter_patches(const void* patches, const PictureSize& size, const PatchCentres& centres, int radius,
                     void* picture) {
  const auto* from = static_cast<const std::byte*>(patches);
  auto* to = static_cast<std::byte*>(picture);
  for_each_row(size, centres, radius, [&](std::size_t patch_at, std::size_t at, std::size_t bytes) {
    std::memcpy(to + at, from + patch_at, bytes);
  });
}

void copy_patches(const void* from, const PictureSize& size, const PatchCentres& centres, int radius,
                  void* to) {
  const auto* source = static_cast<const std::byte*>(from);
  auto* target = static_cast<std::byte*>(to);
  for_each_row(size, centres, radius, [&](std::size_t, std::size_t at, std::size_t bytes) {
    std::memcpy(target + at, source + at, bytes);
  });
}

}  // namespace skiagraph::inference
