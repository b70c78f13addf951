#include "core/inference/surface_profile.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <vector>

namespace skiagraph::inference {
namespace {

// In torso lengths: below the symphysis' level, and from it to just below the neck's.
constexpr double kLowest = -0.2, kHighest = 0.95;
/// Depth is the mean over columns this near to the midline.
constexpr double kMidline = 0.03;

}  // namespace

Eigen::VectorXd surface_profile(const geometry::SurfaceImage& surface) {
  const geometry::CanonicalFrame& frame = surface.placement.frame();
  const double torso = frame.symphysis_row - frame.neck_row;
  const int centre = static_cast<int>(std::lround(frame.centre_column)),
            reach = std::max(1, static_cast<int>(kMidline * torso));
  Eigen::VectorXd profile = Eigen::VectorXd::Zero(2 * kProfileLevels);
  for (int level = 0; level < kProfileLevels; ++level) {
    const double height = kLowest + level * (kHighest - kLowest) / (kProfileLevels - 1);
    const int row =
        std::clamp(static_cast<int>(std::lround(frame.symphysis_row - height * torso)), 0, frame.rows - 1);
    const auto edge = [&](int step) {
      int column = centre;  // the gap between the legs may lie on the midline
      while (std::abs(column - centre) < reach && !surface.inside(row, column)) column += step;
      if (!surface.inside(row, column)) return 0;
      while (column > 0 && column < frame.columns - 1 && surface.inside(row, column)) column += step;
      return std::abs(column - centre);
    };
    profile[level] = (edge(-1) + edge(1)) / torso;
    double depth = 0;
    for (int column = centre - reach; column <= centre + reach; ++column)
      depth += surface.thickness[static_cast<std::size_t>(row) * frame.columns + column] / (2 * reach + 1);
    profile[kProfileLevels + level] = depth;
  }
  return profile;
}

double UsualProfile::distance(const Eigen::VectorXd& profile) const {
  const Eigen::VectorXd away = profile - mean;
  return std::sqrt(std::max(0.0, away.dot(precision * away)));
}

double UsualProfile::unlikeness(const Eigen::VectorXd& profile) const {
  return precision.size() == 0 ? 0 : distance(profile) / usual_distance;
}

UsualProfile usual_profile(const Eigen::MatrixXd& profiles, const Eigen::MatrixXd& others) {
  // Of a hundredth of the torso no profile can speak: surfaces are not so exact.
  constexpr double kExact = 0.01, kShare = 0.99;
  UsualProfile usual;
  usual.mean = profiles.colwise().mean();
  const Eigen::MatrixXd away = profiles.rowwise() - usual.mean.transpose();
  const Eigen::MatrixXd covariance =
      away.transpose() * away / static_cast<double>(std::max<Eigen::Index>(1, profiles.rows() - 1)) +
      kExact * kExact * Eigen::MatrixXd::Identity(profiles.cols(), profiles.cols());
  usual.precision = covariance.inverse();
  std::vector<double> distances;
  for (const auto& row : others.rowwise()) distances.push_back(usual.distance(row.transpose()));
  if (distances.empty()) {
    usual.precision.resize(0, 0);  // nobody tells what distance is usual
    return usual;
  }
  const auto place = static_cast<std::ptrdiff_t>(kShare * static_cast<double>(distances.size() - 1));
  std::ranges::nth_element(distances, distances.begin() + place);
  usual.usual_distance = std::max(1e-6, distances[static_cast<std::size_t>(place)]);
  return usual;
}

}  // namespace skiagraph::inference
