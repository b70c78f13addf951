#include "core/applications/completion/intensity_curve.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::applications {
namespace {

/// Neighbouring bins whose means are in order.
struct Pool {
  double count = 0, real = 0, synthetic = 0;  ///< sums over pixels

  [[nodiscard]] double level() const { return synthetic / count; }
  void add(const Pool& other) { count += other.count, real += other.real, synthetic += other.synthetic; }
};

std::vector<Pool> in_order(const std::vector<Pool>& bins) {
  std::vector<Pool> pools;
  for (const Pool& bin : bins) {
    if (bin.count == 0) continue;
    pools.push_back(bin);
    while (pools.size() > 1 && pools[pools.size() - 2].level() >= pools.back().level()) {
      pools[pools.size() - 2].add(pools.back());
      pools.pop_back();
    }
  }
  return pools;
}

}  // namespace

IntensityCurve IntensityCurve::fit(std::span<const float> real, std::span<const float> synthetic,
                                   std::span<const std::uint8_t> used) {
  constexpr int kBins = 256;
  float low = INFINITY, high = -INFINITY;
  for (std::size_t n = 0; n < real.size(); ++n)
    if (used[n] != 0) low = std::min(low, real[n]), high = std::max(high, real[n]);
  IntensityCurve curve;
  if (!(low <= high)) return curve;
  const float scale = high > low ? kBins / (high - low) : 0;
  std::vector<Pool> bins(kBins);
  double count = 0, sum = 0, squares = 0;
  for (std::size_t n = 0; n < real.size(); ++n) {
    if (used[n] == 0) continue;
    const int bin = std::min(kBins - 1, static_cast<int>((real[n] - low) * scale));
    bins[static_cast<std::size_t>(bin)].add({1, real[n], synthetic[n]});
    count += 1, sum += synthetic[n], squares += double{synthetic[n]} * synthetic[n];
  }
  const std::vector<Pool> pools = in_order(bins);
  double explained = 0;
  for (const Pool& pool : pools) {
    explained += pool.count * std::pow(pool.level() - sum / count, 2);
    curve.real_.push_back(static_cast<float>(pool.real / pool.count));
    curve.synthetic_.push_back(static_cast<float>(pool.level()));
  }
  const double spread = squares - sum * sum / count;
  curve.agreement_ = spread > 1e-12 * count ? std::sqrt(std::min(1.0, explained / spread)) : 0;
  return curve;
}

float IntensityCurve::operator()(float real) const {
  if (real_.empty()) return 0;
  const auto above = std::ranges::upper_bound(real_, real);
  if (above == real_.begin()) return synthetic_.front();
  if (above == real_.end()) return synthetic_.back();
  const auto n = static_cast<std::size_t>(above - real_.begin());
  const float share = (real - real_[n - 1]) / (real_[n] - real_[n - 1]);
  return synthetic_[n - 1] + share * (synthetic_[n] - synthetic_[n - 1]);
}

std::vector<float> IntensityCurve::applied(std::span<const float> real) const {
  std::vector<float> values(real.size());
  std::ranges::transform(real, values.begin(), *this);
  return values;
}

}  // namespace skiagraph::applications
