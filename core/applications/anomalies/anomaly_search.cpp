#include "core/applications/anomalies/anomaly_search.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::applications {
namespace {

/// Inside the body by so many pixels in all directions: at the skin a pixel's difference is a matter of its
/// place.
std::vector<std::uint8_t> away_from_skin(const geometry::SurfaceImage& surface, int reach) {
  const geometry::CanonicalFrame& frame = surface.placement.frame();
  std::vector<std::uint8_t> inside(surface.thickness.size());
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column) {
      const auto body = [&](int down, int right) {
        const int r = std::clamp(row + down, 0, frame.rows - 1),
                  c = std::clamp(column + right, 0, frame.columns - 1);
        return surface.inside(r, c);
      };
      inside[static_cast<std::size_t>(row) * frame.columns + column] =
          body(0, 0) && body(-reach, 0) && body(reach, 0) && body(0, -reach) && body(0, reach) ? 1 : 0;
    }
  return inside;
}

/// The pixels that exceed the threshold on one side and touch the first, itself among them.
std::vector<std::uint32_t> connected(std::uint32_t first, const geometry::CanonicalFrame& frame,
                                     const auto& exceeds, std::vector<std::uint8_t>& seen) {
  std::vector<std::uint32_t> pixels{first};
  seen[first] = 1;
  for (std::size_t n = 0; n < pixels.size(); ++n) {
    const int row = static_cast<int>(pixels[n]) / frame.columns,
              column = static_cast<int>(pixels[n]) % frame.columns;
    for (int r = std::max(0, row - 1); r <= std::min(frame.rows - 1, row + 1); ++r)
      for (int c = std::max(0, column - 1); c <= std::min(frame.columns - 1, column + 1); ++c) {
        const auto next = static_cast<std::uint32_t>(r * frame.columns + c);
        if (seen[next] != 0 || !exceeds(next)) continue;
        seen[next] = 1;
        pixels.push_back(next);
      }
  }
  return pixels;
}

AnomalyRegion region_of(std::vector<std::uint32_t> pixels, const std::vector<float>& values,
                        const MarkerPositions& markers, const geometry::CanonicalFrame& frame,
                        double mm_per_px) {
  AnomalyRegion region;
  region.top = frame.rows, region.left = frame.columns;
  for (const std::uint32_t pixel : pixels) {
    const double row = pixel / static_cast<std::uint32_t>(frame.columns),
                 column = pixel % static_cast<std::uint32_t>(frame.columns);
    region.top = std::min(region.top, row), region.bottom = std::max(region.bottom, row);
    region.left = std::min(region.left, column), region.right = std::max(region.right, column);
    region.centre = region.centre + Pixel{row, column};
    region.peak = std::max<double>(region.peak, std::abs(values[pixel]));
  }
  region.centre = region.centre * (1.0 / static_cast<double>(pixels.size()));
  region.area_mm2 = static_cast<double>(pixels.size()) * mm_per_px * mm_per_px;
  region.height_mm = (region.bottom - region.top + 1) * mm_per_px;
  region.width_mm = (region.right - region.left + 1) * mm_per_px;
  region.denser = values[pixels.front()] > 0;
  region.place = anatomical_place(region.centre, markers, frame);
  region.pixels = std::move(pixels);
  return region;
}

}  // namespace

AnomalyScores anomaly_scores(const Completion& completion, const geometry::SurfaceImage& surface,
                             const std::optional<PictureSpread>& spread) {
  constexpr int kSkinPx = 3;
  constexpr double kWidthPx = 3;
  const PlacedPicture& real = completion.fit.real;
  const int scale = std::max(1, surface.placement.frame().rows / 256);
  AnomalyScores scores{surface.placement.frame(), {}, {}, away_from_skin(surface, kSkinPx * scale)};
  scores.difference.resize(real.values.size());
  for (std::size_t n = 0; n < real.values.size(); ++n) {
    scores.used[n] &= real.known[n];
    if (real.known[n] != 0) scores.difference[n] = real.values[n] - completion.fit.synthetic.pixels[n];
  }
  if (!spread || !(spread->frame == scores.frame)) return scores;
  scores.score = smoothed(scores.difference, scores.used, scores.frame, kWidthPx * scale);
  for (std::size_t n = 0; n < scores.score.size(); ++n)
    scores.score[n] = scores.used[n] != 0 ? (scores.score[n] - spread->mean[n]) / spread->sd[n] : 0;
  return scores;
}

std::vector<AnomalyRegion> anomaly_regions(const AnomalyScores& scores, const std::vector<float>& values,
                                           double threshold, const MarkerPositions& markers,
                                           double mm_per_px) {
  std::vector<AnomalyRegion> regions;
  for (const float sign : {1.0F, -1.0F}) {
    std::vector<std::uint8_t> seen(values.size());
    const auto exceeds = [&](std::uint32_t n) {
      return scores.used[n] != 0 && sign * values[n] > static_cast<float>(threshold);
    };
    for (std::uint32_t n = 0; n < values.size(); ++n) {
      if (seen[n] != 0 || !exceeds(n)) continue;
      std::vector<std::uint32_t> pixels = connected(n, scores.frame, exceeds, seen);
      if (static_cast<double>(pixels.size()) * mm_per_px * mm_per_px < kLeastRegionMm2) continue;
      regions.push_back(region_of(std::move(pixels), values, markers, scores.frame, mm_per_px));
    }
  }
  std::ranges::sort(regions, std::greater(),
                    [](const AnomalyRegion& region) { return region.peak * std::sqrt(region.area_mm2); });
  return regions;
}

}  // namespace skiagraph::applications
