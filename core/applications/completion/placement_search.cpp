#include "core/applications/completion/placement_search.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace skiagraph::applications {
namespace {

constexpr double kLeastOverlap = 0.5;  // of the picture

/// The synthetic X-ray in squares of `factor` x `factor` pixels.
struct CoarseXray {
  int rows, columns;
  std::vector<float> values;
};

CoarseXray coarse(const imaging::XrayImage& xray, int factor) {
  CoarseXray result{xray.frame.rows / factor, xray.frame.columns / factor, {}};
  result.values.resize(static_cast<std::size_t>(result.rows) * result.columns);
  for (int row = 0; row < result.rows * factor; ++row)
    for (int column = 0; column < result.columns * factor; ++column)
      result.values[static_cast<std::size_t>(row / factor) * result.columns + column / factor] +=
          xray.pixels[static_cast<std::size_t>(row) * xray.frame.columns + column] / (factor * factor);
  return result;
}

struct Moments {
  double count = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;

  void add(double a, double b) { count += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b; }
  [[nodiscard]] double correlation() const {
    const double vx = xx - x * x / count, vy = yy - y * y / count;
    return vx > 1e-12 && vy > 1e-12 ? (xy - x * y / count) / std::sqrt(vx * vy) : 0;
  }
};

/// The picture's first row and column on the coarse X-ray, and the correlation there.
struct Candidate {
  int top, left;
  double correlation;
};

Candidate correlated(const PictureSampler::Raster& picture, const CoarseXray& xray, int top, int left) {
  Moments moments;
  for (int row = std::max(0, -top); row < std::min(picture.rows, xray.rows - top); ++row)
    for (int column = std::max(0, -left); column < std::min(picture.columns, xray.columns - left); ++column) {
      const std::size_t n = static_cast<std::size_t>(row) * picture.columns + column;
      if (picture.picture.known[n] == 0) continue;
      moments.add(picture.picture.values[n],
                  xray.values[static_cast<std::size_t>(row + top) * xray.columns + column + left]);
    }
  const bool enough =
      moments.count >= std::max(1.0, kLeastOverlap * static_cast<double>(picture.picture.known_pixels()));
  return {top, left, enough ? moments.correlation() : -1};
}

/// The best places, none near another.
std::vector<Candidate> best_of(std::vector<Candidate> all) {
  constexpr std::size_t kMost = 10;
  constexpr int kApart = 3;
  std::ranges::sort(all, std::greater(), &Candidate::correlation);
  std::vector<Candidate> best;
  for (const Candidate& one : all) {
    const bool near = std::ranges::any_of(best, [&](const Candidate& other) {
      return std::abs(one.top - other.top) < kApart && std::abs(one.left - other.left) < kApart;
    });
    if (!near) best.push_back(one);
    if (best.size() == kMost) break;
  }
  return best;
}

/// Climbs with halved steps, in pixels of the frame.
FoundPlacement refined(FoundPlacement found, double step, double last_step, const auto& agreement) {
  for (; step >= last_step; step /= 2) {
    for (bool moved = true; moved;) {
      moved = false;
      for (const Pixel way : {Pixel{-step, 0}, Pixel{step, 0}, Pixel{0, -step}, Pixel{0, step}}) {
        PicturePlacement next = found.placement;
        next.centre = next.centre + way;
        if (const double here = agreement(next); here > found.agreement) found = {next, here}, moved = true;
      }
    }
  }
  return found;
}

}  // namespace

double agreement_at(const PictureSampler& picture, const imaging::XrayImage& synthetic,
                    const geometry::SurfaceImage& surface, const PicturePlacement& placement) {
  const PlacedPicture placed = picture.place(placement, surface.placement);
  const double mm = surface.placement.mm_per_px() * placement.scale,
               pixels = picture.height_mm() * picture.width_mm() / (mm * mm);
  if (static_cast<double>(placed.known_pixels()) < std::max(1.0, 0.1 * pixels)) return 0;
  return IntensityCurve::fit(placed.values, synthetic.pixels, placed.known).agreement();
}

FoundPlacement find_placement(const PictureSampler& picture, const imaging::XrayImage& synthetic,
                              const geometry::SurfaceImage& surface, double scale,
                              const CancelToken* cancel) {
  constexpr int kCoarseRows = 128;
  const int factor = std::max(1, synthetic.frame.rows / kCoarseRows);
  const CoarseXray xray = coarse(synthetic, factor);
  const PictureSampler::Raster raster = picture.raster(surface.placement.mm_per_px() * scale * factor);
  std::vector<Candidate> all;
  for (int top = -raster.rows + 1; top < xray.rows; ++top) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    for (int left = -raster.columns + 1; left < xray.columns; ++left) {
      const double overlap = 1.0 * (std::min(raster.rows, xray.rows - top) - std::max(0, -top)) *
                             (std::min(raster.columns, xray.columns - left) - std::max(0, -left));
      if (overlap < kLeastOverlap * static_cast<double>(raster.picture.known_pixels())) continue;
      all.push_back(correlated(raster, xray, top, left));
    }
  }
  const auto agreement = [&](const PicturePlacement& placement) {
    return agreement_at(picture, synthetic, surface, placement);
  };
  // The candidates are told apart on the way; the best of them is then refined to the end.
  FoundPlacement best;
  for (const Candidate& candidate : best_of(std::move(all))) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    FoundPlacement found;
    found.placement.scale = scale;
    found.placement.centre = {(candidate.top + raster.rows / 2.0) * factor - 0.5,
                              (candidate.left + raster.columns / 2.0) * factor - 0.5};
    found.agreement = agreement(found.placement);
    found = refined(found, factor, factor, agreement);
    if (found.agreement > best.agreement) best = found;
  }
  return refined(best, factor / 2.0, 0.25, agreement);
}

imaging::XrayPicture turned_over(const imaging::XrayPicture& picture, bool rows, bool columns) {
  imaging::XrayPicture turned = picture;
  for (int row = 0; row < picture.rows; ++row)
    for (int column = 0; column < picture.columns; ++column) {
      const std::size_t to = static_cast<std::size_t>(row) * picture.columns + column,
                        from =
                            static_cast<std::size_t>(rows ? picture.rows - 1 - row : row) * picture.columns +
                            (columns ? picture.columns - 1 - column : column);
      turned.values[to] = picture.values[from];
      turned.known[to] = picture.known[from];
    }
  return turned;
}

}  // namespace skiagraph::applications
