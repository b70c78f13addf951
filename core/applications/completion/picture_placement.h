#pragma once

#include <cstdint>
#include <vector>

#include "core/geometry/canonical_frame.h"
#include "core/imaging/xray_picture.h"

namespace skiagraph::applications {

/// Where a real X-ray lies on the synthetic one. A person may change any of it by hand.
struct PicturePlacement {
  Pixel centre;      ///< of the picture, in pixels of the frame
  double scale = 1;  ///< size of the body in the picture over what the picture's spacing says: magnification

  friend bool operator==(const PicturePlacement&, const PicturePlacement&) = default;
};

/// A real X-ray on the pixels of the frame, rows x columns.
struct PlacedPicture {
  std::vector<float> values;        ///< on the picture's own scale; 0 where nothing is known
  std::vector<std::uint8_t> known;  ///< 1 where the picture shows the whole pixel

  [[nodiscard]] std::int64_t known_pixels() const;
};

/// Lays one picture on frames: each pixel is the mean over its area, in a time that does not depend on how
/// fine the picture is. May be used by several threads at once.
class PictureSampler {
 public:
  /// Throws InputError when the picture does not say how large its pixels are or has none.
  explicit PictureSampler(const imaging::XrayPicture& picture);

  [[nodiscard]] PlacedPicture place(const PicturePlacement& placement,
                                    const geometry::CanonicalPlacement& body) const;
  /// The picture alone in pixels of step_mm, of as many rows and columns as it takes.
  struct Raster {
    int rows = 0, columns = 0;
    PlacedPicture picture;
  };
  [[nodiscard]] Raster raster(double step_mm) const;

  [[nodiscard]] double height_mm() const { return rows_ * row_mm_; }
  [[nodiscard]] double width_mm() const { return columns_ * column_mm_; }

 private:
  /// Edges between rows and columns of the output, in pixels of the picture: 0 is the picture's own edge.
  [[nodiscard]] PlacedPicture sampled(const std::vector<double>& row_edges,
                                      const std::vector<double>& column_edges) const;
  [[nodiscard]] double integral(const std::vector<double>& sums, double row, double column) const;

  int rows_, columns_;
  double row_mm_, column_mm_;
  std::vector<double> values_, known_;  // sums over all pixels above and left of each corner
};

}  // namespace skiagraph::applications
