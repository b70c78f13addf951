#include "core/applications/anomalies/ranking.h"

#include <algorithm>
#include <map>

namespace skiagraph::applications {
namespace {

/// How many of the group and of the others have one score.
struct Level {
  double group = 0, others = 0;
};

/// Levels from the highest score down.
Ranking ranking_of(const std::vector<Level>& levels) {
  Level all, above;
  for (const Level& level : levels) all.group += level.group, all.others += level.others;
  Ranking result{0.5, 0};
  if (all.group == 0 || all.others == 0) return result;
  double area = 0;
  for (const Level& level : levels) {
    area += level.others * (above.group + level.group / 2);
    above.group += level.group, above.others += level.others;
    if (level.group > 0)
      result.pr_area += level.group / all.group * above.group / (above.group + above.others);
  }
  result.roc_area = area / (all.group * all.others);
  return result;
}

}  // namespace

ScoreCounts::ScoreCounts(double most) : most_(most), group_(kBins), others_(kBins) {}

void ScoreCounts::add(double score, bool of_group) {
  const int bin = std::clamp(static_cast<int>(score / most_ * kBins), 0, kBins - 1);
  ++(of_group ? group_ : others_)[static_cast<std::size_t>(bin)];
}

Ranking ScoreCounts::ranking() const {
  std::vector<Level> levels;
  for (int bin = kBins - 1; bin >= 0; --bin) {
    const auto n = static_cast<std::size_t>(bin);
    levels.push_back({static_cast<double>(group_[n]), static_cast<double>(others_[n])});
  }
  return ranking_of(levels);
}

Ranking ranking(const std::vector<double>& group, const std::vector<double>& others) {
  std::map<double, Level, std::greater<>> levels;
  for (const double score : group) levels[score].group += 1;
  for (const double score : others) levels[score].others += 1;
  std::vector<Level> ordered;
  for (const auto& [score, level] : levels) ordered.push_back(level);
  return ranking_of(ordered);
}

}  // namespace skiagraph::applications
