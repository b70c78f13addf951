#include "core/applications/training_data/template_tracking.h"

#include <cmath>
#include <vector>

namespace skiagraph::applications {
namespace {

/// A square of a picture, without its mean and of length 1.
class Patch {
 public:
  /// Nothing when it leaves the picture or is flat.
  static std::optional<Patch> around(const imaging::XrayImage& xray, int row, int column, int radius) {
    const int rows = xray.frame.rows, columns = xray.frame.columns;
    if (row < radius || column < radius || row + radius >= rows || column + radius >= columns)
      return std::nullopt;
    Patch patch;
    double sum = 0, squares = 0;
    for (int r = row - radius; r <= row + radius; ++r)
      for (int c = column - radius; c <= column + radius; ++c) {
        const float value = xray.pixels[static_cast<std::size_t>(r) * columns + c];
        patch.values_.push_back(value);
        sum += value;
      }
    const double mean = sum / static_cast<double>(patch.values_.size());
    for (float& value : patch.values_) {
      value -= static_cast<float>(mean);
      squares += static_cast<double>(value) * value;
    }
    constexpr double kLeastSd = 1e-3;
    if (squares < kLeastSd * kLeastSd * static_cast<double>(patch.values_.size())) return std::nullopt;
    for (float& value : patch.values_) value /= static_cast<float>(std::sqrt(squares));
    return patch;
  }
  [[nodiscard]] double correlation(const Patch& other) const {
    double sum = 0;
    for (std::size_t n = 0; n < values_.size(); ++n) sum += values_[n] * other.values_[n];
    return sum;
  }

 private:
  std::vector<float> values_;
};

/// Where a parabola through three values has its peak, relative to the middle one, which is the highest.
double peak_offset(double before, double middle, double after) {
  const double bend = before - 2 * middle + after;
  return bend < 0 ? 0.5 * (before - after) / bend : 0;
}

/// Scores at all places within the reach of the middle; -2 where there is none.
class ScoreMap {
 public:
  ScoreMap(const Patch& wanted, const imaging::XrayImage& to, int row, int column, int radius, int reach)
      : reach_(reach), scores_(static_cast<std::size_t>((2 * reach + 1) * (2 * reach + 1)), kNone) {
    for (int down = -reach; down <= reach; ++down)
      for (int right = -reach; right <= reach; ++right)
        if (const auto patch = Patch::around(to, row + down, column + right, radius))
          scores_[index(down, right)] = wanted.correlation(*patch);
  }
  [[nodiscard]] std::optional<TrackedPlace> best(Pixel middle) const {
    int down = 0, right = 0;
    double score = kNone;
    for (int d = -reach_; d <= reach_; ++d)
      for (int r = -reach_; r <= reach_; ++r)
        if (at(d, r) > score) score = at(d, r), down = d, right = r;
    if (score <= kNone || std::abs(down) == reach_ || std::abs(right) == reach_) return std::nullopt;
    for (const double beside :
         {at(down - 1, right), at(down + 1, right), at(down, right - 1), at(down, right + 1)})
      if (beside <= kNone) return std::nullopt;
    return TrackedPlace{middle + Pixel{down + peak_offset(at(down - 1, right), score, at(down + 1, right)),
                                       right + peak_offset(at(down, right - 1), score, at(down, right + 1))},
                        score};
  }

 private:
  static constexpr double kNone = -2;
  [[nodiscard]] std::size_t index(int down, int right) const {
    return static_cast<std::size_t>((down + reach_) * (2 * reach_ + 1) + right + reach_);
  }
  [[nodiscard]] double at(int down, int right) const { return scores_[index(down, right)]; }

  int reach_;
  std::vector<double> scores_;
};

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
  const auto row = static_cast<int>(std::lround(place.row)),
             column = static_cast<int>(std::lround(place.column));
  const auto wanted = Patch::around(from, row, column, radius);
  if (!wanted) return std::nullopt;
  return ScoreMap(*wanted, to, row, column, radius, reach).best(place);
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
