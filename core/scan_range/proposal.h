#pragma once

#include <array>
#include <optional>

#include "core/geometry/surface_image.h"
#include "core/scan_range/region.h"

namespace skiagraph::scan_range {

/// The height of a marker (z, patient frame, mm), and how far from it the true one may lie.
struct Height {
  double z_mm = 0;
  double margin_mm = 0;
};
/// In the order of the marker table; nothing where a landmark is not known.
using Heights = std::array<std::optional<Height>, kMarkerCount>;

/// One end of a range. Patient frame, mm.
struct RangeEnd {
  double z_mm = 0;
  double margin_mm = 0;          ///< that is in z_mm
  std::optional<Marker> marker;  ///< that decides it; none: the top of the head
};

/// The outermost of the region's markers with their margins. Nothing when one of them is not known.
/// head_top_mm: see head_top().
std::optional<RangeEnd> top_of(Region region, const Heights& heights, std::optional<double> head_top_mm);
std::optional<RangeEnd> bottom_of(Region region, const Heights& heights);

/// The highest point of the skin near the midline, z in mm: the top of the head, unless hands are held over
/// it. mesh: patient frame, mm.
double head_top(const geometry::TriangleMesh& mesh, Vec3 neck);

/// Patient frame, mm; `right` is the patient's right, which has the smaller x.
struct Sides {
  double right_mm = 0, left_mm = 0;
};
/// As wide as the trunk is between two heights, and a little more, so that nothing of it is cut off. Arms
/// that are seen apart from the trunk do not count.
Sides sides_between(const geometry::SurfaceImage& surface, double top_mm, double bottom_mm);

/// What the program plans without a person's hand.
struct Proposal {
  RangeEnd top, bottom;
  Sides sides;
};
/// heights: of all markers.
Proposal propose(Region region, const Heights& heights, double head_top_mm,
                 const geometry::SurfaceImage& surface);

}  // namespace skiagraph::scan_range
