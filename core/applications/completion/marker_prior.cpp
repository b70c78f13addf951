#include "core/applications/completion/marker_prior.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/inference/mean_jacobian.h"

namespace skiagraph::applications {

MarkerPrior marker_prior(const inference::Predictor& predictor, const geometry::SurfaceImage& surface,
                         const inference::MarkerEstimates& rest) {
  constexpr double kLeastSdPx = 0.5, kLeastFactor = 0.8, kMostFactor = 3;
  MarkerPrior prior{inference::to_vector(inference::positions_of(rest)),
                    Eigen::MatrixXd::Zero(2 * kMarkerCount, 2 * kMarkerCount)};
  const auto& people = predictor.learned_people();
  const bool known = people && !people->interior_covariance.isZero();
  Eigen::VectorXd sd(2 * kMarkerCount);
  for (int n = 0; n < kMarkerCount; ++n) {
    const double margin_px = inference::margin_mm(rest[static_cast<std::size_t>(n)]) /
                             (inference::kNormalMarginFactor * surface.placement.mm_per_px());
    for (const int axis : {0, 1}) sd[2 * n + axis] = margin_px;
    if (!known) continue;
    const auto own = people->interior_covariance.diagonal().segment<2>(2 * n);
    const double usual_px = std::sqrt(std::max(1e-6, own.mean()));
    for (const int axis : {0, 1})
      sd[2 * n + axis] = std::clamp(margin_px / usual_px, kLeastFactor, kMostFactor);
  }
  if (known)
    prior.covariance = sd.asDiagonal() * people->interior_covariance * sd.asDiagonal();
  else
    prior.covariance.diagonal() = sd.cwiseAbs2();
  prior.covariance.diagonal().array() += std::pow(kLeastSdPx * predictor.fold(), 2);
  return prior;
}

MarkerPositions places_given(const MarkerPrior& prior, const MarkerPositions& places,
                             const std::array<bool, kMarkerCount>& known) {
  std::vector<Eigen::Index> rows;
  for (int n = 0; n < kMarkerCount; ++n)
    if (known[static_cast<std::size_t>(n)]) rows.insert(rows.end(), {2 * n, 2 * n + 1});
  const Eigen::VectorXd off = inference::to_vector(places) - prior.mean;
  const Eigen::MatrixXd among = prior.covariance(rows, rows);
  const Eigen::VectorXd moved = prior.covariance(Eigen::all, rows) * among.ldlt().solve(off(rows));
  MarkerPositions likely = inference::to_positions(prior.mean + moved);
  for (std::size_t n = 0; n < known.size(); ++n)
    if (known[n]) likely[n] = places[n];
  return likely;
}

}  // namespace skiagraph::applications
