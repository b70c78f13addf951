#include "core/io/ct_outside.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/io/voxel_pieces.h"

namespace skiagraph::io {
namespace {

using bodies::LabelVolume;

constexpr double kThinWallMm = 10;
// Lungs of children, behind thin walls as well, are denser than air, and than foam.
constexpr double kLeastLung = -880;

void reach_from_edge(const LabelVolume& solid, LabelVolume& outside, int slice) {
  std::vector<std::pair<int, int>> open;
  const auto visit = [&](int i, int j) {
    if (i < 0 || j < 0 || i >= solid.nx || j >= solid.ny) return;
    const std::size_t n = solid.index(i, j, slice);
    if (solid.labels[n] != 0 || outside.labels[n] != 0) return;
    outside.labels[n] = 1;
    open.emplace_back(i, j);
  };
  for (int i = 0; i < solid.nx; ++i) visit(i, 0), visit(i, solid.ny - 1);
  for (int j = 0; j < solid.ny; ++j) visit(0, j), visit(solid.nx - 1, j);
  while (!open.empty()) {
    const auto [i, j] = open.back();
    open.pop_back();
    visit(i - 1, j), visit(i + 1, j), visit(i, j - 1), visit(i, j + 1);
  }
}

/// Distance to the outside within the slice, mm: along rows, columns and diagonals, there and back.
std::vector<float> distances(const LabelVolume& outside, int slice) {
  const auto across = static_cast<float>(outside.spacing_mm.x),
             down = static_cast<float>(outside.spacing_mm.y), diagonal = std::hypot(across, down);
  const int nx = outside.nx, ny = outside.ny;
  std::vector<float> mm(static_cast<std::size_t>(nx) * ny, std::numeric_limits<float>::infinity());
  const auto at = [&](int i, int j) -> float& { return mm[static_cast<std::size_t>(j) * nx + i]; };
  const auto shorten = [&](int i, int j, int step) {
    const auto from = [&](int a, int b, float length) {
      if (a >= 0 && b >= 0 && a < nx && b < ny) at(i, j) = std::min(at(i, j), at(a, b) + length);
    };
    if (outside.at(i, j, slice) != 0) at(i, j) = 0;
    from(i - step, j, across), from(i, j - step, down);
    from(i - step, j - step, diagonal), from(i + step, j - step, diagonal);
  };
  for (int j = 0; j < ny; ++j)
    for (int i = 0; i < nx; ++i) shorten(i, j, 1);
  for (int j = ny - 1; j >= 0; --j)
    for (int i = nx - 1; i >= 0; --i) shorten(i, j, -1);
  return mm;
}

/// What is known of one enclosed space.
struct Space {
  double voxels = 0, hounsfield = 0, wall = 0, thin_wall = 0;

  [[nodiscard]] bool foreign() const {
    constexpr double kMostlyThin = 0.3;
    return thin_wall > kMostlyThin * wall && hounsfield < kLeastLung * voxels;
  }
};

std::vector<Space> measure(const LabelVolume& solid, const LabelVolume& outside, const VoxelPieces& spaces,
                           const std::vector<float>& hounsfield) {
  std::vector<Space> measured(spaces.size.size());
  const double reach = kThinWallMm + std::max(solid.spacing_mm.x, solid.spacing_mm.y);
  for (int k = 0; k < solid.nz; ++k) {
    const std::vector<float> mm = distances(outside, k);
    const auto is_wall = [&](int i, int j) {
      return i >= 0 && j >= 0 && i < solid.nx && j < solid.ny && solid.at(i, j, k) != 0;
    };
    for (int j = 0; j < solid.ny; ++j)
      for (int i = 0; i < solid.nx; ++i) {
        const std::size_t n = solid.index(i, j, k);
        if (spaces.piece[n] == 0) continue;
        Space& space = measured[static_cast<std::size_t>(spaces.piece[n])];
        space.voxels += 1, space.hounsfield += hounsfield[n];
        if (!is_wall(i - 1, j) && !is_wall(i + 1, j) && !is_wall(i, j - 1) && !is_wall(i, j + 1)) continue;
        space.wall += 1;
        if (mm[static_cast<std::size_t>(j) * solid.nx + i] <= reach) space.thin_wall += 1;
      }
  }
  return measured;
}

}  // namespace

LabelVolume outside_of(const LabelVolume& solid, const std::vector<float>& hounsfield) {
  LabelVolume outside = solid;
  std::ranges::fill(outside.labels, std::uint8_t{0});
  for (int k = 0; k < solid.nz; ++k) reach_from_edge(solid, outside, k);
  // Behind the first wall there may be another one.
  for (bool changed = true; changed;) {
    changed = false;
    LabelVolume enclosed = solid;
    for (std::size_t n = 0; n < enclosed.labels.size(); ++n)
      enclosed.labels[n] = solid.labels[n] == 0 && outside.labels[n] == 0 ? 1 : 0;
    const VoxelPieces spaces = voxel_pieces(enclosed);
    const std::vector<Space> measured = measure(solid, outside, spaces, hounsfield);
    for (std::size_t n = 0; n < outside.labels.size(); ++n)
      if (spaces.piece[n] != 0 && measured[static_cast<std::size_t>(spaces.piece[n])].foreign())
        outside.labels[n] = 1, changed = true;
  }
  return outside;
}

}  // namespace skiagraph::io
