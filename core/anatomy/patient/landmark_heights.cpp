#include "core/anatomy/patient/landmark_heights.h"

#include <Eigen/Dense>
#include <algorithm>

namespace skiagraph::anatomy {
namespace {

/// How far around a landmark its motion reaches.
struct Handle {
  Vec3 reach_mm;
  bool viscera_only;
};

Handle handle_of(Marker marker) {
  switch (marker) {
    case Marker::kNeck:
      return {{80, 90, 45}, false};
    case Marker::kLungTopRight:
    case Marker::kLungTopLeft:
      return {{50, 60, 45}, false};
    case Marker::kSternalNotch:
      return {{60, 45, 45}, false};
    case Marker::kSternumTip:
      return {{80, 50, 55}, false};
    case Marker::kCarina:
      return {{50, 50, 50}, true};
    case Marker::kLiverTop:
      return {{90, 90, 50}, true};
    case Marker::kLiverBottom:
      return {{65, 60, 60}, true};
    case Marker::kKidneyCentreRight:
    case Marker::kKidneyCentreLeft:
      return {{50, 50, 65}, true};
    case Marker::kIliacCrestRight:
    case Marker::kIliacCrestLeft:
      return {{75, 90, 65}, false};
    case Marker::kPubicSymphysis:
      return {{70, 60, 55}, false};
    case Marker::kFemoralHeadRight:
    case Marker::kFemoralHeadLeft:
      return {{60, 70, 60}, false};
    case Marker::kShoulderRight:
    case Marker::kShoulderLeft:
      return {{50, 70, 55}, false};
    case Marker::kLungBottomLeft:
      return {{65, 70, 55}, true};
  }
  return {{60, 60, 60}, false};
}

/// The rule of a landmark with few of its points: enough to know its height.
LandmarkRule thinned(const LandmarkRule& rule) {
  constexpr std::size_t kPoints = 60;
  LandmarkRule few{rule.marker, rule.reduce, {}};
  const std::size_t stride = (rule.points.size() + kPoints - 1) / kPoints;
  for (std::size_t n = 0; n < rule.points.size(); n += stride) few.points.push_back(rule.points[n]);
  return few;
}

/// Height by which the flow of the motions lifts a landmark.
double risen(const BaseAnatomy& base, const InteriorParameters& motions, const LandmarkRule& rule) {
  constexpr int kSteps = 6;
  std::vector<Vec3> moved = rule.points;
  for (Vec3& p : moved)
    for (int step = 0; step < kSteps; ++step) p = p + velocity_at(base.mobility, motions, p) * (1.0 / kSteps);
  return rule.apply(moved).z - landmark_position(rule).z;
}

}  // namespace

void add_height_motions(const BaseAnatomy& base, const LandmarkShifts& up_mm, InteriorParameters& motions) {
  // Little is asked of places that hardly move and of two neighbours that go apart: the ridge keeps the
  // field smooth.
  constexpr double kRidge = 0.02, kMostMm = 90;
  constexpr int kRounds = 3;
  const std::size_t first = motions.size();
  std::array<Vec3, kLandmarkCount> places;
  std::vector<LandmarkRule> rules;
  for (int n = 0; n < kLandmarkCount; ++n) {
    const auto marker = static_cast<Marker>(n);
    const Handle handle = handle_of(marker);
    places[n] = base.landmark(marker);
    rules.push_back(thinned(base.landmarks[n]));
    motions.push_back({places[n], handle.reach_mm, {}, {}, handle.viscera_only});
  }
  Eigen::MatrixXd weights(kLandmarkCount, kLandmarkCount);
  for (int row = 0; row < kLandmarkCount; ++row)
    for (int column = 0; column < kLandmarkCount; ++column)
      weights(row, column) = weight_at(base.mobility, motions[first + column], places[row]);
  const Eigen::MatrixXd normal =
      weights.transpose() * weights + kRidge * Eigen::MatrixXd::Identity(kLandmarkCount, kLandmarkCount);
  const Eigen::LDLT<Eigen::MatrixXd> solver(normal);
  for (int round = 0; round < kRounds; ++round) {
    Eigen::VectorXd missing(kLandmarkCount);
    for (int n = 0; n < kLandmarkCount; ++n) missing(n) = up_mm[n] - risen(base, motions, rules[n]);
    const Eigen::VectorXd more = solver.solve(weights.transpose() * missing);
    for (int n = 0; n < kLandmarkCount; ++n) {
      double& shift = motions[first + n].shift_mm.z;
      shift = std::clamp(shift + more(n), -kMostMm, kMostMm);
    }
  }
}

}  // namespace skiagraph::anatomy
