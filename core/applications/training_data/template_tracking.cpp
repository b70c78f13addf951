#include "core/applications/training_data/template_tracking.h"

#include <cmath>
#include <vector>

namespace skiagraph::applications {
namespace {

/// Bilinear. The place and its neighbours lie inside.
double value_at(const imaging::XrayImage& xray, double row, double column) {
  const auto r = static_cast<int>(std::floor(row)), c = static_cast<int>(std::floor(column));
  const double down = row - r, right = column - c;
  const float* at = xray.pixels.data() + static_cast<std::size_t>(r) * xray.frame.columns + c;
  const float* below = at + xray.frame.columns;
  return (1 - down) * ((1 - right) * at[0] + right * at[1]) +
         down * ((1 - right) * below[0] + right * below[1]);
}

/// A square of a picture, without its mean and of length 1.
class Patch {
 public:
  /// Nothing when it leaves the picture or is flat.
  static std::optional<Patch> around(const imaging::XrayImage& xray, Pixel centre, int radius) {
    const double reach = radius + 1;
    if (!(centre.row >= reach && centre.column >= reach && centre.row + reach < xray.frame.rows &&
          centre.column + reach < xray.frame.columns))
      return std::nullopt;
    Patch patch;
    patch.width_ = 2 * radius + 1;
    double sum = 0, squares = 0;
    for (int down = -radius; down <= radius; ++down)
      for (int right = -radius; right <= radius; ++right) {
        patch.values_.push_back(value_at(xray, centre.row + down, centre.column + right));
        sum += patch.values_.back();
      }
    const double mean = sum / static_cast<double>(patch.values_.size());
    for (double& value : patch.values_) {
      value -= mean;
      squares += value * value;
    }
    constexpr double kLeastSd = 1e-3;
    if (squares < kLeastSd * kLeastSd * static_cast<double>(patch.values_.size())) return std::nullopt;
    for (double& value : patch.values_) value /= std::sqrt(squares);
    return patch;
  }

  [[nodiscard]] double correlation(const Patch& other) const {
    double sum = 0;
    for (std::size_t n = 0; n < values_.size(); ++n) sum += values_[n] * other.values_[n];
    return sum;
  }

  /// How far the other one has to be taken from elsewhere to be like this one, by least squares on the slopes
  /// of this one (Lucas and Kanade, 1981). Nothing when it is flat in a direction.
  [[nodiscard]] std::optional<Pixel> step_to_match(const Patch& other) const {
    double down2 = 0, right2 = 0, both = 0, down_rest = 0, right_rest = 0;
    for (int row = 1; row + 1 < width_; ++row)
      for (int column = 1; column + 1 < width_; ++column) {
        const int n = row * width_ + column;
        const double down = (value(n + width_) - value(n - width_)) / 2,
                     right = (value(n + 1) - value(n - 1)) / 2, rest = value(n) - other.value(n);
        down2 += down * down;
        right2 += right * right;
        both += down * right;
        down_rest += down * rest;
        right_rest += right * rest;
      }
    constexpr double kFlat = 1e-3;  // of the slopes in the other direction
    const double determinant = down2 * right2 - both * both;
    if (!(determinant > kFlat * (down2 + right2) * (down2 + right2) / 4)) return std::nullopt;
    return Pixel{(right2 * down_rest - both * right_rest) / determinant,
                 (down2 * right_rest - both * down_rest) / determinant};
  }

 private:
  [[nodiscard]] double value(int n) const { return values_[static_cast<std::size_t>(n)]; }

  int width_ = 0;
  std::vector<double> values_;
};

/// The best match among whole steps from `near`. Nothing when it lies at the border of the search.
std::optional<TrackedPlace> nearest_match(const Patch& wanted, const imaging::XrayImage& to, Pixel near,
                                          int radius, int reach) {
  std::optional<TrackedPlace> best;
  bool at_border = false;
  for (int down = -reach; down <= reach; ++down)
    for (int right = -reach; right <= reach; ++right) {
      const Pixel place = near + Pixel{static_cast<double>(down), static_cast<double>(right)};
      const auto patch = Patch::around(to, place, radius);
      const double score = patch ? wanted.correlation(*patch) : -1;
      if (!patch || (best && score <= best->score)) continue;
      best = TrackedPlace{place, score};
      at_border = std::abs(down) == reach || std::abs(right) == reach;
    }
  return at_border ? std::nullopt : best;
}

/// To a part of a pixel. Stays where the picture does not tell more.
TrackedPlace refined(const Patch& wanted, const imaging::XrayImage& to, const TrackedPlace& found,
                     int radius) {
  constexpr int kSteps = 8;
  constexpr double kFarthest = 1.5, kAtRest = 0.005;
  TrackedPlace place = found;
  for (int n = 0; n < kSteps; ++n) {
    const auto patch = Patch::around(to, place.place, radius);
    const auto step = patch ? wanted.step_to_match(*patch) : std::nullopt;
    if (!step) return found;
    place.score = wanted.correlation(*patch);
    if (std::hypot(step->row, step->column) < kAtRest) break;
    place.place = place.place + *step;
    const Pixel off = place.place - found.place;
    if (std::hypot(off.row, off.column) > kFarthest) return found;
  }
  return place.score >= found.score ? place : found;
}

/// How many pixels of this frame one of the networks' grid is.
double grid_px(const geometry::CanonicalFrame& frame) {
  return static_cast<double>(frame.rows) / geometry::CanonicalFrame{}.rows;
}

}  // namespace

std::optional<TrackedPlace> matching_place(const imaging::XrayImage& from, Pixel place,
                                           const imaging::XrayImage& to, const TrackingOptions& options) {
  const double grid = grid_px(from.frame);
  const auto radius = static_cast<int>(std::lround(options.patch_px * grid)),
             reach = static_cast<int>(std::lround(options.search_px * grid));
  const auto wanted = Patch::around(from, place, radius);
  if (!wanted) return std::nullopt;
  const auto found = nearest_match(*wanted, to, place, radius, reach);
  if (!found) return std::nullopt;
  return refined(*wanted, to, *found, radius);
}

std::optional<TrackedPlace> tracked_place(const imaging::XrayImage& from, Pixel place,
                                          const imaging::XrayImage& to, const TrackingOptions& options) {
  const auto there = matching_place(from, place, to, options);
  if (!there || there->score < options.least_score) return std::nullopt;
  const auto back = matching_place(to, there->place, from, options);
  if (!back) return std::nullopt;
  const Pixel off = back->place - place;
  if (std::hypot(off.row, off.column) > options.return_px * grid_px(from.frame)) return std::nullopt;
  return there;
}

}  // namespace skiagraph::applications
