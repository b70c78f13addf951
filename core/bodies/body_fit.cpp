#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/bodies/body_model.h"

namespace skiagraph::bodies {
namespace {

using Coefficients = std::vector<double>;
using Eigen::Index, Eigen::MatrixXd, Eigen::VectorXd;

/// How far a measured size may be from its target, mm or kg, in the order of BodySize.
constexpr BodySizes kTolerance{1, 0.1, 1, 1, 2, 2, 2};

/// The sizes that have a target, as numbers of BodySize and values.
class SizeConstraints {
 public:
  SizeConstraints(const BodyModel& model, const SizeTargets& targets) : model_(model), targets_(targets) {
    for (std::size_t n = 0; n < kBodySizeCount; ++n) {
      if (!targets.values[n]) continue;
      check_range(static_cast<BodySize>(n));
      which_.push_back(n);
    }
  }

  [[nodiscard]] const std::vector<std::size_t>& which() const { return which_; }
  [[nodiscard]] std::size_t count() const { return which_.size(); }
  [[nodiscard]] double value(std::size_t n) const { return *targets_.values[which_[n]]; }
  /// Target minus measured size, in tolerances.
  [[nodiscard]] std::vector<double> missing(const BodySizes& sizes) const {
    std::vector<double> difference;
    for (const std::size_t n : which_) difference.push_back((*targets_.values[n] - sizes[n]) / kTolerance[n]);
    return difference;
  }
  [[noreturn]] void refuse_together() const {
    std::string list;
    for (const std::size_t n : which_) {
      const BodySizeInfo& info = body_size_table()[n];
      list += (list.empty() ? "" : ", ") + std::string(info.name) + " " +
              fixed(*targets_.values[n] / info.per_unit, 1) + " " + std::string(info.unit);
    }
    throw InputError(
        "body_sizes.together",
        "The body model of this sex has no body with all of these sizes together: {}; change one of "
        "them or leave it open.",
        list);
  }

 private:
  void check_range(BodySize size) const {
    const BodySizeInfo& info = body_size_table()[static_cast<std::size_t>(size)];
    const SizeRange range = size_range(model_, size);
    const double target = *targets_[size];
    if (target >= range.least && target <= range.most) return;
    throw InputError("body_sizes.range",
                     "The {} of {} {} is out of range; the body model of this sex goes from {} to {} {}.",
                     info.name, target / info.per_unit, info.unit, std::ceil(range.least / info.per_unit),
                     std::floor(range.most / info.per_unit), info.unit);
  }

  const BodyModel& model_;
  const SizeTargets& targets_;
  std::vector<std::size_t> which_;
};

/// The conditional mean of the shape's coefficients.
Coefficients likeliest(const BodyModel& model, const SizeConstraints& constraints) {
  Coefficients mean(model.components.size(), 0);
  if (constraints.count() == 0) return mean;
  const SizeStatistics& statistics = model.statistics;
  const auto count = static_cast<Index>(constraints.count());
  MatrixXd covariance(count, count);
  VectorXd difference(count);
  for (std::size_t row = 0; row < constraints.count(); ++row) {
    difference[static_cast<Index>(row)] =
        std::log(constraints.value(row)) - statistics.mean[constraints.which()[row]];
    for (std::size_t column = 0; column < constraints.count(); ++column)
      covariance(static_cast<Index>(row), static_cast<Index>(column)) =
          statistics.covariance[constraints.which()[row]][constraints.which()[column]];
  }
  const VectorXd weight = covariance.ldlt().solve(difference);
  // In standard deviations from the mean.
  constexpr double kFarthest = 5.5;
  if (!(weight.dot(difference) <= kFarthest * kFarthest)) constraints.refuse_together();
  for (std::size_t k = 0; k < mean.size(); ++k)
    for (std::size_t n = 0; n < constraints.count(); ++n)
      mean[k] += statistics.with_shape[k][constraints.which()[n]] * weight[static_cast<Index>(n)];
  return mean;
}

/// Derivatives of the sizes by the coefficients, in tolerances: (sizes with a target, coefficients).
MatrixXd derivatives(const BodyModel& model, const SizeConstraints& constraints,
                     const std::vector<Vec3>& points) {
  constexpr double kStep = 0.05;
  MatrixXd rows(constraints.count(), model.components.size());
  std::vector<Vec3> moved(points.size());
  for (std::size_t k = 0; k < model.components.size(); ++k) {
    const auto missing_at = [&](double step) {
      for (std::size_t n = 0; n < points.size(); ++n) moved[n] = points[n] + model.components[k][n] * step;
      return constraints.missing(measured_sizes(model, moved));
    };
    const std::vector<double> before = missing_at(-kStep), after = missing_at(kStep);
    for (std::size_t row = 0; row < constraints.count(); ++row)
      rows(static_cast<Index>(row), static_cast<Index>(k)) = (before[row] - after[row]) / (2 * kStep);
  }
  return rows;
}

/// The coefficients nearest to the likeliest ones that reach all targets, if sizes were linear in them
/// (damped Gauss-Newton).
Coefficients step_towards(const MatrixXd& by_shape, const std::vector<double>& missing,
                          const Coefficients& now, const Coefficients& likely) {
  // Targets that contradict each other must not give extreme coefficients.
  constexpr double kDamping = 1e-3;
  const auto vector = [](const std::vector<double>& values) {
    return Eigen::Map<const VectorXd>(values.data(), static_cast<Index>(values.size()));
  };
  const VectorXd right = vector(missing) + by_shape * (vector(now) - vector(likely));
  MatrixXd normal = by_shape * by_shape.transpose();
  normal.diagonal().array() += kDamping;
  const VectorXd next = vector(likely) + by_shape.transpose() * normal.ldlt().solve(right);
  return {next.begin(), next.end()};
}

Coefficients fitted(const BodyModel& model, const SizeConstraints& constraints) {
  constexpr int kMostSteps = 8;
  constexpr double kFarthest = 6;
  const Coefficients likely = likeliest(model, constraints);
  Coefficients now = likely;
  for (int step = 0;; ++step) {
    const std::vector<Vec3> points = body_points(model, now);
    const std::vector<double> missing = constraints.missing(measured_sizes(model, points));
    if (std::ranges::all_of(missing, [](double m) { return std::abs(m) <= 1; })) return now;
    if (step == kMostSteps) constraints.refuse_together();
    now = step_towards(derivatives(model, constraints, points), missing, now, likely);
    if (std::ranges::any_of(now, [](double c) { return !(std::abs(c) < kFarthest); }))
      constraints.refuse_together();
  }
}

}  // namespace

Body make_body(const BodyModel& model, const SizeTargets& targets) {
  std::vector<Vec3> points = body_points(model, fitted(model, SizeConstraints(model, targets)));
  Body body;
  body.sizes = measured_sizes(model, points);
  body.neck = points[model.on_arm.size() + kNeckPoint];
  body.symphysis = points[model.on_arm.size() + kSymphysisPoint];
  points.resize(model.on_arm.size());
  const double sole_z = std::ranges::min(points, {}, &Vec3::z).z;
  for (Vec3* p : {&body.neck, &body.symphysis}) p->z -= sole_z;
  for (Vec3& p : points) p.z -= sole_z;
  body.skin = {std::move(points), model.triangles};
  return body;
}

}  // namespace skiagraph::bodies
