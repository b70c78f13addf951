#include "core/bodies/girth.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::bodies {

double tape_length(std::vector<SlicePoint> points) {
  if (points.empty()) return 0;
  std::ranges::sort(points,
                    [](SlicePoint a, SlicePoint b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
  const auto chain = [](auto begin, auto end) {
    std::vector<SlicePoint> hull;
    for (auto p = begin; p != end; ++p) {
      while (hull.size() > 1) {
        const SlicePoint a = hull[hull.size() - 2], b = hull.back();
        if ((b.x - a.x) * (p->y - a.y) - (b.y - a.y) * (p->x - a.x) > 0) break;
        hull.pop_back();
      }
      hull.push_back(*p);
    }
    return hull;
  };
  double length = 0;
  for (const auto& hull : {chain(points.begin(), points.end()), chain(points.rbegin(), points.rend())})
    for (std::size_t n = 1; n < hull.size(); ++n)
      length += std::hypot(hull[n].x - hull[n - 1].x, hull[n].y - hull[n - 1].y);
  return length;
}

}  // namespace skiagraph::bodies
