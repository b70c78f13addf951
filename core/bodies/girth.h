#pragma once

#include <array>
#include <vector>

namespace skiagraph::bodies {

/// Where girths are taken.
enum class Girth { kChest, kWaist, kHip };
inline constexpr int kGirthCount = 3;

/// Levels where the survey measures, in torso lengths above the symphysis: bust, navel, buttocks.
inline constexpr std::array<double, kGirthCount> kGirthLevels{0.70, 0.25, 0.0};

/// A place in a horizontal slice, mm.
struct SlicePoint {
  double x = 0, y = 0;
};

/// Length of a tape around all points: the perimeter of their convex hull (Andrew's monotone chain). 0
/// without points.
double tape_length(std::vector<SlicePoint> points);

}  // namespace skiagraph::bodies
