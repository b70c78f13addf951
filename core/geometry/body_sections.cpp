#include "core/geometry/body_sections.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"

namespace skiagraph::geometry {
namespace {

constexpr std::uint8_t kOutside = 0;
constexpr std::uint8_t kOutline = 1;
constexpr std::uint8_t kInside = 2;
constexpr double kLargest = std::numeric_limits<double>::max();
/// Regions of fewer cells are specks.
constexpr int kFewestCells = 6;
/// The outline of a section has a hole when the filled area is less than this share of the area that a span
/// fill gives.
constexpr double kLeak = 0.7;

/// The box of one section's outline, with a rim of one empty cell.
struct Box {
  int low_i = std::numeric_limits<int>::max(), high_i = -1, low_j = std::numeric_limits<int>::max(),
      high_j = -1;
  void add(int i, int j) {
    low_i = std::min(low_i, i - 1), high_i = std::max(high_i, i + 1);
    low_j = std::min(low_j, j - 1), high_j = std::max(high_j, j + 1);
  }
  [[nodiscard]] bool holds(int i, int j) const {
    return i >= low_i && i <= high_i && j >= low_j && j <= high_j;
  }
};

struct Grid {
  std::uint8_t* cells;
  int nx;
  Box box;
  [[nodiscard]] std::uint8_t& at(int i, int j) const { return cells[static_cast<std::size_t>(j) * nx + i]; }
};

/// Fills what the rim of the box cannot reach without crossing the outline; returns how many cells are body.
int fill_enclosed(const Grid& grid, std::vector<int>& stack) {
  const Box& box = grid.box;
  int count = 0;
  for (int j = box.low_j; j <= box.high_j; ++j) {
    for (int i = box.low_i; i <= box.high_i; ++i) {
      if (grid.at(i, j) == kOutside) grid.at(i, j) = kInside;
      ++count;
    }
  }
  stack.assign(1, box.low_j * grid.nx + box.low_i);
  grid.at(box.low_i, box.low_j) = kOutside;
  while (!stack.empty()) {
    const int cell = stack.back();
    stack.pop_back();
    --count;
    const int i = cell % grid.nx, j = cell / grid.nx;
    constexpr int kSteps[4][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    for (const auto& step : kSteps) {
      const int ni = i + step[0], nj = j + step[1];
      if (!box.holds(ni, nj) || grid.at(ni, nj) != kInside) continue;
      grid.at(ni, nj) = kOutside;
      stack.push_back(nj * grid.nx + ni);
    }
  }
  return count;
}

/// Cells that have outline on all four sides, along x and along y: no leak can empty those.
std::vector<int> spanned_cells(const Grid& grid) {
  const Box& box = grid.box;
  constexpr int kNone = std::numeric_limits<int>::max();
  std::vector<int> first(box.high_i - box.low_i + 1, kNone), last(first.size(), -1), cells;
  for (int j = box.low_j; j <= box.high_j; ++j) {
    for (int i = box.low_i; i <= box.high_i; ++i) {
      if (grid.at(i, j) != kOutline) continue;
      first[i - box.low_i] = std::min(first[i - box.low_i], j);
      last[i - box.low_i] = std::max(last[i - box.low_i], j);
    }
  }
  for (int j = box.low_j; j <= box.high_j; ++j) {
    int left = kNone, right = -1;
    for (int i = box.low_i; i <= box.high_i; ++i) {
      if (grid.at(i, j) == kOutline) left = std::min(left, i), right = i;
    }
    for (int i = left; i <= right; ++i) {
      if (first[i - box.low_i] <= j && j <= last[i - box.low_i]) cells.push_back(j * grid.nx + i);
    }
  }
  return cells;
}

void fill(const Grid& grid, std::vector<int>& stack) {
  if (grid.box.high_i < 0) return;
  const int enclosed = fill_enclosed(grid, stack);
  const std::vector<int> spanned = spanned_cells(grid);
  if (enclosed >= kLeak * static_cast<double>(spanned.size())) return;
  for (const int cell : spanned) grid.cells[cell] = std::max(grid.cells[cell], kOutline);
}

/// Collects one region from `start` and marks its cells as `done`.
Region collect(const Grid& grid, int start, std::vector<bool>& done, std::vector<int>& stack, double cell) {
  Region region;
  double sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0;
  Box box;
  int count = 0;
  stack.assign(1, start);
  done[start] = true;
  while (!stack.empty()) {
    const int current = stack.back();
    stack.pop_back();
    const int i = current % grid.nx, j = current / grid.nx;
    ++count;
    sx += i, sy += j;
    sxx += double(i) * i, sxy += double(i) * j, syy += double(j) * j;
    box.add(i, j);
    for (int nj = j - 1; nj <= j + 1; ++nj) {
      for (int ni = i - 1; ni <= i + 1; ++ni) {
        if (!grid.box.holds(ni, nj) || grid.at(ni, nj) == kOutside) continue;
        const int next = nj * grid.nx + ni;
        if (done[next]) continue;
        done[next] = true;
        stack.push_back(next);
      }
    }
  }
  region.area = count * cell * cell;
  const double mx = sx / count, my = sy / count;
  region.x = mx * cell, region.y = my * cell;
  region.xx = (sxx / count - mx * mx) * cell * cell;
  region.xy = (sxy / count - mx * my) * cell * cell;
  region.yy = (syy / count - my * my) * cell * cell;
  region.low_x = (box.low_i + 0.5) * cell, region.high_x = (box.high_i - 0.5) * cell;
  region.low_y = (box.low_j + 0.5) * cell, region.high_y = (box.high_j - 0.5) * cell;
  return region;
}

}  // namespace

BodySections::BodySections(const TriangleMesh& mesh) {
  Vec3 low{kLargest, kLargest, kLargest}, high{-kLargest, -kLargest, -kLargest};
  for (const Vec3& p : mesh.vertices) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
  }
  height_ = high.z - low.z;
  cell_ = height_ / kCells;
  if (std::max(high.x - low.x, high.y - low.y) > 4 * height_) {
    throw InputError("surface.not_a_body",
                     "The surface is far broader than it is long: it is not a human body.");
  }
  // A rim of two empty cells around the body.
  nx_ = static_cast<int>((high.x - low.x) / cell_) + 5;
  ny_ = static_cast<int>((high.y - low.y) / cell_) + 5;
  low_x_ = low.x - 2 * cell_, low_y_ = low.y - 2 * cell_, low_z_ = low.z;
  filled_.assign(static_cast<std::size_t>(nx_) * ny_ * kLevels, kOutside);
  draw_outlines(mesh);
  find_regions();
}

void BodySections::draw_outlines(const TriangleMesh& mesh) {
  for (const auto& triangle : mesh.triangles) {
    const Vec3 corner[3] = {mesh.vertices[triangle[0]], mesh.vertices[triangle[1]],
                            mesh.vertices[triangle[2]]};
    const auto [bottom, top] = std::minmax({corner[0].z, corner[1].z, corner[2].z});
    const int first = std::max(0, static_cast<int>(std::ceil(level(bottom))));
    const int last = std::min(kLevels - 1, static_cast<int>(std::floor(level(top))));
    for (int l = first; l <= last; ++l) {
      const double cut = z(l);
      Vec3 ends[2];
      int found = 0;
      for (int e = 0; e < 3 && found < 2; ++e) {
        const Vec3 &p = corner[e], &q = corner[(e + 1) % 3];
        if ((p.z < cut) == (q.z < cut)) continue;
        ends[found++] = p + (q - p) * ((cut - p.z) / (q.z - p.z));
      }
      if (found == 2) draw_line(l, ends[0], ends[1]);
    }
  }
}

void BodySections::draw_line(int level, Vec3 from, Vec3 to) {
  std::uint8_t* cells = filled_.data() + static_cast<std::size_t>(level) * nx_ * ny_;
  const int steps = static_cast<int>(std::hypot(to.x - from.x, to.y - from.y) / cell_ * 2) + 1;
  for (int s = 0; s <= steps; ++s) {
    const Vec3 p = from + (to - from) * (double(s) / steps);
    const auto i = static_cast<std::size_t>((p.x - low_x_) / cell_ + 0.5);
    const auto j = static_cast<std::size_t>((p.y - low_y_) / cell_ + 0.5);
    cells[j * nx_ + i] = kOutline;
  }
}

void BodySections::find_regions() {
  regions_.resize(kLevels);
  const int area = nx_ * ny_;
  std::vector<int> stack;
  std::vector<bool> done;
  for (int l = 0; l < kLevels; ++l) {
    Grid grid{filled_.data() + static_cast<std::size_t>(l) * area, nx_, {}};
    for (int cell = 0; cell < area; ++cell) {
      if (grid.cells[cell] == kOutline) grid.box.add(cell % nx_, cell / nx_);
    }
    fill(grid, stack);
    done.assign(area, false);
    for (int start = 0; start < area; ++start) {
      if (grid.cells[start] == kOutside || done[start]) continue;
      Region region = collect(grid, start, done, stack, cell_);
      if (region.area < kFewestCells * cell_ * cell_) continue;
      for (double* x : {&region.x, &region.low_x, &region.high_x}) *x += low_x_;
      for (double* y : {&region.y, &region.low_y, &region.high_y}) *y += low_y_;
      regions_[l].push_back(region);
    }
    std::sort(regions_[l].begin(), regions_[l].end(),
              [](const Region& a, const Region& b) { return a.area > b.area; });
  }
}

const Region* BodySections::region_near(int level, double x, double y) const {
  const Region* best = nullptr;
  double nearest = kLargest;
  for (const Region& region : regions_[level]) {
    const double dx = std::max({region.low_x - x, x - region.high_x, 0.0});
    const double dy = std::max({region.low_y - y, y - region.high_y, 0.0});
    const double distance = std::hypot(dx, dy);
    if (distance < nearest) nearest = distance, best = &region;  // of equals the largest
  }
  return best;
}

int BodySections::column(double x) const {
  return std::clamp(static_cast<int>((x - low_x_) / cell_ + 0.5), 0, nx_ - 1);
}

double BodySections::depth_at(int level, double x) const {
  const std::uint8_t* cells = slice(level) + column(x);
  int count = 0;
  for (int j = 0; j < ny_; ++j) count += cells[static_cast<std::size_t>(j) * nx_] != kOutside;
  return count * cell_;
}

BodySections::Range BodySections::range_at(int level, double x) const {
  const std::uint8_t* cells = slice(level) + column(x);
  Range range{kLargest, -kLargest};
  for (int j = 0; j < ny_; ++j) {
    if (cells[static_cast<std::size_t>(j) * nx_] == kOutside) continue;
    range.low = std::min(range.low, low_y_ + (j - 0.5) * cell_);
    range.high = std::max(range.high, low_y_ + (j + 0.5) * cell_);
  }
  return range;
}

}  // namespace skiagraph::geometry
