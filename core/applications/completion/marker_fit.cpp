#include "core/applications/completion/marker_fit.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "core/base/error.h"
#include "core/inference/mean_jacobian.h"

namespace skiagraph::applications {
namespace {

constexpr Eigen::Index kCoordinates = 2 * kMarkerCount;
constexpr double kHuber = 2;  // standard deviations

/// Means over (2 radius + 1) pixels along one direction; past the edge the edge's value goes on.
std::vector<float> box_mean(const std::vector<float>& values, int lines, int length, int line_step, int step,
                            int radius) {
  std::vector<float> result(values.size());
  for (int line = 0; line < lines; ++line) {
    const auto at = [&](int n) { return line * line_step + std::clamp(n, 0, length - 1) * step; };
    float sum = 0;
    for (int n = -radius; n <= radius; ++n) sum += values[at(n)];
    for (int n = 0; n < length; ++n) {
      result[at(n)] = sum / static_cast<float>(2 * radius + 1);
      sum += values[at(n + radius + 1)] - values[at(n - radius)];
    }
  }
  return result;
}

/// Whether the picture shows a place and its surroundings. Beyond the frame there is nothing to show.
bool shown(const PlacedPicture& picture, const geometry::CanonicalFrame& frame, Pixel place, int fold) {
  const int reach = 5 * fold, row = static_cast<int>(std::lround(place.row)),
            column = static_cast<int>(std::lround(place.column));
  for (const int down : {-reach, 0, reach})
    for (const int right : {-reach, 0, reach}) {
      const int i = std::clamp(row + down, 0, frame.rows - 1),
                j = std::clamp(column + right, 0, frame.columns - 1);
      if (picture.known[static_cast<std::size_t>(i) * frame.columns + j] == 0) return false;
    }
  return true;
}

double mean_difference(const FitState& state, const geometry::SurfaceImage& surface) {
  double sum = 0, count = 0;
  for (std::size_t n = 0; n < state.real.known.size(); ++n)
    if (state.real.known[n] != 0 && surface.thickness[n] > 0)
      sum += std::abs(state.real.values[n] - state.synthetic.pixels[n]), count += 1;
  return count > 0 ? sum / count : 0;
}

}  // namespace

imaging::XrayImage joined(const imaging::XrayImage& synthetic, const PlacedPicture& real, int fold) {
  const int rows = synthetic.frame.rows, columns = synthetic.frame.columns, radius = 4 * fold;
  std::vector<float> weight(real.known.begin(), real.known.end());
  weight = box_mean(weight, rows, columns, columns, 1, radius);
  weight = box_mean(weight, columns, rows, 1, columns, radius);
  imaging::XrayImage result = synthetic;
  for (std::size_t n = 0; n < weight.size(); ++n) {
    if (real.known[n] == 0) continue;
    const float share = std::clamp(2 * weight[n] - 1, 0.0F, 1.0F);
    result.pixels[n] += share * (real.values[n] - synthetic.pixels[n]);
  }
  return result;
}

MarkerFit::MarkerFit(inference::Predictor& predictor, FitRequest request)
    : predictor_(predictor), request_(std::move(request)), cells_(*request_.surface) {
  make_basis();
  unknowns_ = Eigen::VectorXd::Zero(basis_.cols());
  state_ = state_at(unknowns_);
  constexpr double kFewest = 8;
  if (cells_.used(state_.real.known).sum() < kFewest)
    throw InputError("partial.no_overlap",
                     "The X-ray picture does not overlap the body's X-ray; move it onto the body.");
  state_.covariance = request_.prior.covariance;
}

void MarkerFit::make_basis() {
  constexpr double kShare = 0.95;  // of the variance
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(request_.prior.covariance);
  const Eigen::VectorXd variances = solver.eigenvalues().cwiseMax(0);
  Eigen::Index leading = 0;
  for (double sum = 0; leading < kCoordinates && sum < kShare * variances.sum(); ++leading)
    sum += variances[kCoordinates - 1 - leading];
  const Eigen::MatrixXd components =
      solver.eigenvectors().rightCols(leading) * variances.tail(leading).cwiseSqrt().asDiagonal();
  const Eigen::Index place = request_.options.placement_sd_px > 0 ? 2 : 0;
  basis_ = Eigen::MatrixXd::Zero(kCoordinates + 2, leading + place);
  basis_.topLeftCorner(kCoordinates, leading) = components;
  if (place > 0)
    basis_.bottomRightCorner(2, 2).diagonal().setConstant(request_.options.placement_sd_px *
                                                          predictor_.fold());
  small_covariance_ = request_.prior.covariance - components * components.transpose();
}

Eigen::VectorXd MarkerFit::places(const Eigen::VectorXd& unknowns) const {
  Eigen::VectorXd places = basis_ * unknowns;
  places.head(kCoordinates) += request_.prior.mean;
  places[kCoordinates] += request_.placement.centre.row;
  places[kCoordinates + 1] += request_.placement.centre.column;
  return places;
}

MarkerPositions MarkerFit::markers_at(const Eigen::VectorXd& unknowns) const {
  const geometry::CanonicalFrame& frame = predictor_.frame();
  MarkerPositions markers = inference::to_positions(places(unknowns).head(kCoordinates));
  for (Pixel& marker : markers)
    marker = {std::clamp(marker.row, 0.0, frame.rows - 1.0),
              std::clamp(marker.column, 0.0, frame.columns - 1.0)};
  for (const inference::Pin& pin : request_.pins)
    markers[static_cast<std::size_t>(pin.marker)] = pin.position;
  return markers;
}

PicturePlacement MarkerFit::placement_at(const Eigen::VectorXd& unknowns) const {
  const Eigen::VectorXd where = places(unknowns);
  return {{where[kCoordinates], where[kCoordinates + 1]}, request_.placement.scale};
}

/// The real X-ray on the scale of a synthetic one, and how well they agree.
std::pair<PlacedPicture, double> MarkerFit::real_at(const Eigen::VectorXd& unknowns,
                                                    const imaging::XrayImage& synthetic) const {
  PlacedPicture real = request_.picture->place(placement_at(unknowns), request_.surface->placement);
  const IntensityCurve curve = IntensityCurve::fit(real.values, synthetic.pixels, real.known);
  for (std::size_t n = 0; n < real.values.size(); ++n)
    real.values[n] = real.known[n] != 0 ? curve(real.values[n]) : 0;
  return {std::move(real), curve.agreement()};
}

FitState MarkerFit::state_at(const Eigen::VectorXd& unknowns) const {
  FitState state;
  state.placement = placement_at(unknowns);
  state.markers = markers_at(unknowns);
  state.synthetic = predictor_.xray_of(request_.surface, state.markers);
  std::tie(state.real, state.agreement) = real_at(unknowns, state.synthetic);
  state.difference = mean_difference(state, *request_.surface);
  for (int n = 0; n < kMarkerCount; ++n)
    state.seen[n] = shown(state.real, predictor_.frame(), state.markers[n], predictor_.fold());
  return state;
}

imaging::XrayImage MarkerFit::blended() const {
  return joined(state_.synthetic, state_.real, predictor_.fold());
}

void MarkerFit::set_reading(int marker, Pixel place, double sd_px) {
  reading_.segment<2>(2 * marker) = Eigen::Vector2d(place.row, place.column);
  reading_weight_.segment<2>(2 * marker).setConstant(1 / (sd_px * sd_px));
}

/// What the reader reads, also of markers that are not seen; or MPN, where the real X-ray shows a marker; and
/// where the person holds them.
void MarkerFit::read_markers() {
  const FitOptions& options = request_.options;
  const double fold = predictor_.fold(), mm_per_px = request_.surface->placement.mm_per_px();
  const bool reader = request_.reader != nullptr;
  const inference::MarkerEstimates read =
      reader ? request_.reader->markers_in(request_.surface, {predictor_.frame(), state_.real.values},
                                           state_.real.known)
             : predictor_.markers_in(request_.surface, blended());
  reading_ = reading_weight_ = Eigen::VectorXd::Zero(kCoordinates);
  for (int n = 0; n < kMarkerCount; ++n) {
    const inference::MarkerEstimate& marker = read[static_cast<std::size_t>(n)];
    const double implied = marker.confidence_mm / mm_per_px;
    if (reader) {
      set_reading(n, marker.answer, std::hypot(options.reader_sd_px * fold, options.reader_doubt * implied));
    } else if (state_.seen[n] &&
               shown(state_.real, request_.surface->placement.frame(), marker.answer, predictor_.fold())) {
      set_reading(n, marker.answer, std::hypot(options.reading_sd_px * fold, implied));
    }
  }
  constexpr double kHandPx = 0.3;
  for (const inference::Pin& pin : request_.pins)
    set_reading(static_cast<int>(pin.marker), pin.position, kHandPx * fold);
}

/// Of the coarse differences, by the unknowns.
Eigen::MatrixXd MarkerFit::jacobian(const CancelToken* cancel) const {
  constexpr double kStep = 0.15;  // standard deviations: edges must not move farther than they are wide
  const Eigen::Index markers = request_.options.placement_sd_px > 0 ? basis_.cols() - 2 : basis_.cols();
  Eigen::MatrixXd result(cells_.used(state_.real.known).size(), basis_.cols());
  for (Eigen::Index n = 0; n < basis_.cols(); ++n) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    Eigen::VectorXd moved = unknowns_;
    moved[n] += kStep;
    if (n < markers) {
      const imaging::XrayImage there = predictor_.xray_of(request_.surface, markers_at(moved));
      result.col(n) = cells_.between(state_.synthetic.pixels, there.pixels, state_.real.known) / kStep;
      continue;
    }
    const PlacedPicture there = real_at(moved, state_.synthetic).first;
    std::vector<std::uint8_t> both = state_.real.known;
    for (std::size_t p = 0; p < both.size(); ++p) both[p] &= there.known[p];
    result.col(n) = cells_.between(there.values, state_.real.values, both) / kStep;
  }
  return result;
}

MarkerFit::Equations MarkerFit::equations() const {
  const Eigen::VectorXd difference =
      cells_.between(state_.real.values, state_.synthetic.pixels, state_.real.known);
  const Eigen::VectorXd weight = cells_.used(state_.real.known).array() *
                                 (kHuber * sd_ / difference.array().abs().max(kHuber * sd_)) /
                                 (sd_ * sd_ * request_.options.correlated_cells);
  const Eigen::MatrixXd markers = basis_.topRows(kCoordinates);
  const Eigen::VectorXd to_reading = reading_ - places(unknowns_).head(kCoordinates);
  Equations result;
  result.matrix = slopes_.transpose() * weight.asDiagonal() * slopes_ +
                  markers.transpose() * reading_weight_.asDiagonal() * markers;
  result.matrix.diagonal().array() += 1;
  result.right = markers.transpose() * reading_weight_.cwiseProduct(to_reading) - unknowns_ -
                 slopes_.transpose() * weight.cwiseProduct(difference);
  return result;
}

/// Twice the negative logarithm of the probability, but for a constant.
double MarkerFit::cost(const FitState& state, const Eigen::VectorXd& unknowns) const {
  const Eigen::ArrayXd sizes =
      cells_.between(state.real.values, state.synthetic.pixels, state.real.known).array().abs() / sd_;
  const Eigen::VectorXd used = cells_.used(state.real.known);
  const Eigen::ArrayXd losses =
      (sizes <= kHuber).select(sizes.square(), 2 * kHuber * sizes - kHuber * kHuber);
  const Eigen::VectorXd to_reading = reading_ - places(unknowns).head(kCoordinates);
  return (losses * used.array()).sum() / request_.options.correlated_cells +
         to_reading.dot(reading_weight_.cwiseProduct(to_reading)) + unknowns.squaredNorm();
}

/// As far towards the target as the cost falls. Returns how far a marker went at most, px.
double MarkerFit::move_to(const Eigen::VectorXd& target) {
  const double before = cost(state_, unknowns_);
  for (double share = 1; share > 0.2; share /= 2) {
    const Eigen::VectorXd next = unknowns_ + share * (target - unknowns_);
    FitState there = state_at(next);
    if (cost(there, next) >= before) continue;
    double farthest = 0;
    for (int n = 0; n < kMarkerCount; ++n)
      farthest = std::max(farthest, norm(there.markers[n] - state_.markers[n]));
    there.steps = state_.steps + 1;
    unknowns_ = next;
    state_ = std::move(there);
    return farthest;
  }
  ++state_.steps;
  return 0;
}

bool MarkerFit::step(const CancelToken* cancel) {
  if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
  constexpr double kLeastSd = 0.008;  // no X-ray is known better, and trust in less runs into dead ends
  const Eigen::VectorXd difference =
      cells_.between(state_.real.values, state_.synthetic.pixels, state_.real.known);
  sd_ = std::max(kLeastSd, robust_sd(difference, cells_.used(state_.real.known)));
  read_markers();
  // They change little from step to step, and cost most of the time.
  constexpr int kSlopesEvery = 3;
  if (state_.steps % kSlopesEvery == 0) slopes_ = jacobian(cancel);
  const Equations here = equations();
  const Eigen::LDLT<Eigen::MatrixXd> solver(here.matrix);
  const double moved = move_to(unknowns_ + solver.solve(here.right));
  const Eigen::MatrixXd markers = basis_.topRows(kCoordinates);
  state_.covariance = markers * solver.solve(markers.transpose()) + small_covariance_;
  return moved > request_.options.tolerance_px * predictor_.fold() &&
         state_.steps < request_.options.most_steps;
}

}  // namespace skiagraph::applications
