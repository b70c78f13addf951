#include "core/geometry/surface_holes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace skiagraph::geometry {
namespace {

/// Pixels that belong together, and what they border on.
struct Patch {
  std::vector<std::size_t> pixels;
  int on_body = 0, on_outside = 0;  ///< neighbours of either kind; the picture's border is outside
};

template <class Use>
void for_each_neighbour(const Walls& walls, std::size_t pixel, const Use& use) {
  const int row = static_cast<int>(pixel) / walls.columns, column = static_cast<int>(pixel) % walls.columns;
  constexpr std::array<std::array<int, 2>, 4> kSteps{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
  for (const auto& [down, right] : kSteps) {
    const int r = row + down, c = column + right;
    const bool within = r >= 0 && r < walls.rows && c >= 0 && c < walls.columns;
    use(within, within ? static_cast<std::size_t>(r) * walls.columns + c : 0);
  }
}

/// All patches of connected pixels for which `belongs` holds.
template <class Belongs>
std::vector<Patch> patches(const Walls& walls, const Belongs& belongs) {
  std::vector<bool> done(walls.nearest.size());
  std::vector<Patch> found;
  for (std::size_t start = 0; start < done.size(); ++start) {
    if (done[start] || !belongs(start)) continue;
    Patch& patch = found.emplace_back();
    patch.pixels.push_back(start);
    done[start] = true;
    for (std::size_t next = 0; next < patch.pixels.size(); ++next)
      for_each_neighbour(walls, patch.pixels[next], [&](bool within, std::size_t pixel) {
        if (within && belongs(pixel)) {
          if (done[pixel]) return;
          done[pixel] = true;
          patch.pixels.push_back(pixel);
        } else {
          ++(within && walls.is_body(pixel) ? patch.on_body : patch.on_outside);
        }
      });
  }
  return found;
}

/// Of the body around a patch.
double thinnest_rim(const Walls& walls, const Patch& patch) {
  double thinnest = Walls::kNowhere;
  for (const std::size_t pixel : patch.pixels)
    for_each_neighbour(walls, pixel, [&](bool within, std::size_t near) {
      if (within && walls.is_body(near))
        thinnest = std::min(thinnest, walls.farthest[near] - walls.nearest[near]);
    });
  return thinnest;
}

/// Solves Laplace's equation on the patch by successive over-relaxation; body pixels hold the values around.
std::vector<double> membrane(const Walls& walls, const Patch& patch, const std::vector<double>& values) {
  constexpr double kRelaxation = 1.8, kRestMm = 0.01;
  constexpr int kMostSweeps = 2000;
  double sum = 0;
  int count = 0;
  for (const std::size_t pixel : patch.pixels)
    for_each_neighbour(walls, pixel, [&](bool within, std::size_t near) {
      if (within && walls.is_body(near)) sum += values[near], ++count;
    });
  std::vector<double> field = values;
  for (const std::size_t pixel : patch.pixels) field[pixel] = sum / count;
  std::vector<bool> free(values.size());
  for (const std::size_t pixel : patch.pixels) free[pixel] = true;
  double change = kRestMm;
  for (int sweep = 0; sweep < kMostSweeps && change >= kRestMm; ++sweep) {
    change = 0;
    for (const std::size_t pixel : patch.pixels) {
      double around = 0;
      int neighbours = 0;
      for_each_neighbour(walls, pixel, [&](bool within, std::size_t near) {
        if (within && (free[near] || walls.is_body(near))) around += field[near], ++neighbours;
      });
      const double step = kRelaxation * (around / neighbours - field[pixel]);
      field[pixel] += step;
      change = std::max(change, std::abs(step));
    }
  }
  return field;
}

}  // namespace

int fill_holes(Walls& walls, int largest_gap) {
  constexpr double kSurrounded = 0.8, kThinRimMm = 40;
  std::vector<bool> hole(walls.nearest.size());
  for (std::size_t pixel = 0; pixel < hole.size(); ++pixel)
    hole[pixel] = walls.is_seen(pixel) && !walls.is_body(pixel);
  for (const Patch& gap : patches(walls, [&](std::size_t pixel) { return !walls.is_seen(pixel); }))
    if (static_cast<int>(gap.pixels.size()) <= largest_gap && thinnest_rim(walls, gap) > kThinRimMm)
      for (const std::size_t pixel : gap.pixels) hole[pixel] = true;
  int filled = 0;
  for (const Patch& patch : patches(walls, [&](std::size_t pixel) { return hole[pixel]; })) {
    if (patch.on_body < kSurrounded * (patch.on_body + patch.on_outside)) continue;
    const std::vector<double> front = membrane(walls, patch, walls.nearest),
                              back = membrane(walls, patch, walls.farthest);
    for (const std::size_t pixel : patch.pixels) {
      const double wall = walls.nearest[pixel];
      const bool seen = walls.is_seen(pixel),
                 is_front = seen && std::abs(wall - front[pixel]) < std::abs(wall - back[pixel]);
      walls.nearest[pixel] = is_front ? wall : front[pixel];
      walls.farthest[pixel] = seen && !is_front ? wall : back[pixel];
    }
    filled += static_cast<int>(patch.pixels.size());
  }
  return filled;
}

}  // namespace skiagraph::geometry
