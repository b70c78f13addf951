#include "core/applications/anomalies/picture_spread.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/error.h"
#include "core/inference/derived_tensors.h"

namespace skiagraph::applications {
namespace {

constexpr const char *kFormat = "skiagraph-spread-1", *kMean = "mean", *kSd = "sd", *kThreshold = "threshold",
                     *kMargin = "margin_factor";

/// Running means over 2 radius + 1 values along rows, then along columns.
std::vector<double> box_sums(std::vector<double> values, int rows, int columns, int radius) {
  const auto along = [&](int lines, int length, int line_step, int step) {
    std::vector<double> line(static_cast<std::size_t>(length));
    for (int l = 0; l < lines; ++l) {
      double* first = values.data() + static_cast<std::ptrdiff_t>(l) * line_step;
      for (int n = 0; n < length; ++n) line[n] = first[static_cast<std::ptrdiff_t>(n) * step];
      double sum = 0;
      for (int n = 0; n < std::min(radius, length); ++n) sum += line[n];
      for (int n = 0; n < length; ++n) {
        if (n + radius < length) sum += line[n + radius];
        if (n - radius - 1 >= 0) sum -= line[n - radius - 1];
        first[static_cast<std::ptrdiff_t>(n) * step] = sum;
      }
    }
  };
  along(rows, columns, columns, 1);
  along(columns, rows, 1, columns);
  return values;
}

}  // namespace

std::vector<float> smoothed(const std::vector<float>& values, const std::vector<std::uint8_t>& known,
                            const geometry::CanonicalFrame& frame, double width_px) {
  const int radius = std::max(0, static_cast<int>(std::lround((width_px - 1) / 2)));
  std::vector<double> sums(values.size()), counts(values.size());
  for (std::size_t n = 0; n < values.size(); ++n)
    if (known[n] != 0) sums[n] = values[n], counts[n] = 1;
  sums = box_sums(std::move(sums), frame.rows, frame.columns, radius);
  counts = box_sums(std::move(counts), frame.rows, frame.columns, radius);
  std::vector<float> result(values.size());
  for (std::size_t n = 0; n < values.size(); ++n)
    if (known[n] != 0) result[n] = static_cast<float>(sums[n] / std::max(1.0, counts[n]));
  return result;
}

PictureSpreadMeasure::PictureSpreadMeasure(const geometry::CanonicalFrame& frame)
    : frame_(frame),
      count_(static_cast<std::size_t>(frame.rows) * frame.columns),
      sum_(count_.size()),
      squares_(count_.size()) {}

void PictureSpreadMeasure::add(const std::vector<float>& difference, const std::vector<std::uint8_t>& used) {
  ++people_;
  for (std::size_t n = 0; n < difference.size(); ++n) {
    if (used[n] == 0) continue;
    count_[n] += 1, sum_[n] += difference[n], squares_[n] += double{difference[n]} * difference[n];
  }
}

PictureSpread PictureSpreadMeasure::spread() const {
  if (people_ == 0) throw Error("spread.nobody", "There are no people to measure the spread on.");
  constexpr double kLeastSd = 0.006, kPriorSd = 0.02, kPriorPeople = 4;
  // A window of 5 of 256 rows, and as much where pictures are finer.
  const int radius = std::max(1, 2 * frame_.rows / 256);
  const std::vector<double> counts = box_sums(count_, frame_.rows, frame_.columns, radius),
                            sums = box_sums(sum_, frame_.rows, frame_.columns, radius),
                            squares = box_sums(squares_, frame_.rows, frame_.columns, radius);
  const double window = (2 * radius + 1) * (2 * radius + 1);
  PictureSpread spread{frame_, std::vector<float>(counts.size()), std::vector<float>(counts.size())};
  for (std::size_t n = 0; n < counts.size(); ++n) {
    const double people = counts[n] / window, of = std::max(1e-9, counts[n]),
                 mean = sums[n] / of * people / (people + kPriorPeople),
                 variance = std::max(0.0, squares[n] / of - std::pow(sums[n] / of, 2));
    spread.mean[n] = static_cast<float>(mean);
    spread.sd[n] = static_cast<float>(std::max(
        kLeastSd,
        std::sqrt((people * variance + kPriorPeople * kPriorSd * kPriorSd) / (people + kPriorPeople))));
  }
  return spread;
}

std::filesystem::path picture_spread_path(const std::filesystem::path& models) {
  return models / "spread.safetensors";
}

void write_picture_spread(const std::filesystem::path& path, const PictureSpread& spread,
                          const std::string& weights_checksum) {
  const std::vector<std::int64_t> shape{spread.frame.rows, spread.frame.columns};
  inference::write_derived_tensors(path, kFormat, weights_checksum,
                                   {{kMean, {shape, spread.mean}},
                                    {kSd, {shape, spread.sd}},
                                    {kThreshold, {{1}, {static_cast<float>(spread.threshold)}}},
                                    {kMargin, {{1}, {static_cast<float>(spread.margin_factor)}}}});
}

std::optional<PictureSpread> read_picture_spread(const std::filesystem::path& path,
                                                 const geometry::CanonicalFrame& frame,
                                                 const std::string& weights_checksum) {
  const auto tensors = inference::read_derived_tensors(path, kFormat, weights_checksum);
  if (!tensors) return std::nullopt;
  const std::vector<std::int64_t> shape{frame.rows, frame.columns};
  const auto mean = tensors->find(kMean), sd = tensors->find(kSd);
  for (const auto& found : {mean, sd})
    if (found == tensors->end() || found->second.shape != shape) return std::nullopt;
  const auto positive = [&](const char* name) {
    const auto found = tensors->find(name);
    const bool usable =
        found != tensors->end() && found->second.values.size() == 1 && found->second.values[0] > 0;
    return usable ? double{found->second.values[0]} : 0;
  };
  const double threshold = positive(kThreshold), margin_factor = positive(kMargin);
  if (threshold == 0 || margin_factor == 0) return std::nullopt;
  if (std::ranges::any_of(sd->second.values, [](float value) { return !(value > 0); })) return std::nullopt;
  return PictureSpread{frame, mean->second.values, sd->second.values, threshold, margin_factor};
}

std::optional<PictureSpread> picture_spread_of(const inference::Predictor& predictor) {
  return read_picture_spread(picture_spread_path(predictor.folder()), predictor.frame(),
                             predictor.weights_checksum());
}

}  // namespace skiagraph::applications
