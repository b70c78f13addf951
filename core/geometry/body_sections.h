#pragma once

#include <cstdint>
#include <vector>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::geometry {

/// One connected piece of a cross-section: trunk, arm, leg. Lengths in the unit of the mesh.
struct Region {
  double area = 0;
  double x = 0, y = 0;            ///< centroid
  double xx = 0, xy = 0, yy = 0;  ///< second moments of area about the centroid, divided by the area
  double low_x = 0, high_x = 0, low_y = 0, high_y = 0;

  [[nodiscard]] double breadth() const { return high_x - low_x; }
};

/// Cross-sections of a body at right angles to z, evenly spaced from its lowest to its highest point. Each is
/// filled on a grid of kCells cells along the height; holes in the surface do no harm.
class BodySections {
 public:
  static constexpr int kLevels = 320;
  static constexpr int kCells = 400;

  explicit BodySections(const TriangleMesh& mesh);

  [[nodiscard]] double height() const { return height_; }
  [[nodiscard]] double z(double level) const { return low_z_ + (level + 0.5) / kLevels * height_; }
  [[nodiscard]] double level(double z) const { return (z - low_z_) / height_ * kLevels - 0.5; }
  /// Largest first.
  [[nodiscard]] const std::vector<Region>& regions(int level) const { return regions_[level]; }
  /// The region whose box is nearest to (x, y); null in an empty section.
  [[nodiscard]] const Region* region_near(int level, double x, double y) const;
  /// How much body a ray along y at x runs through.
  [[nodiscard]] double depth_at(int level, double x) const;
  /// Front-most and back-most y of the body on that ray; low > high when it misses.
  struct Range {
    double low, high;
  };
  [[nodiscard]] Range range_at(int level, double x) const;

 private:
  void draw_outlines(const TriangleMesh& mesh);
  void draw_line(int level, Vec3 from, Vec3 to);
  void find_regions();
  [[nodiscard]] int column(double x) const;
  [[nodiscard]] const std::uint8_t* slice(int level) const {
    return filled_.data() + static_cast<std::size_t>(level) * nx_ * ny_;
  }

  double low_x_ = 0, low_y_ = 0, low_z_ = 0, height_ = 0, cell_ = 0;
  int nx_ = 0, ny_ = 0;
  std::vector<std::uint8_t> filled_;  // 0 outside; x fastest, then y, then level
  std::vector<std::vector<Region>> regions_;
};

}  // namespace skiagraph::geometry
