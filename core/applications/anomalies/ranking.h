#pragma once

#include <cstdint>
#include <vector>

namespace skiagraph::applications {

/// How well scores tell two groups apart.
struct Ranking {
  double roc_area = 0.5;  ///< the chance that one of the group scores higher than one of the others
  double pr_area = 0;     ///< average precision
};

/// Counts of scores of both groups, for as many as there are pixels.
class ScoreCounts {
 public:
  /// Scores from 0 to `most`; higher ones count as `most`.
  explicit ScoreCounts(double most);
  void add(double score, bool of_group);
  /// Areas by trapezoids and steps between the bins.
  [[nodiscard]] Ranking ranking() const;

 private:
  static constexpr int kBins = 4096;
  double most_;
  std::vector<std::int64_t> group_, others_;
};

/// The same of a few scores, exactly. Ties count half.
Ranking ranking(const std::vector<double>& group, const std::vector<double>& others);

}  // namespace skiagraph::applications
