#include "core/inference/learned_people.h"

#include <algorithm>
#include <cmath>

#include "core/inference/derived_tensors.h"
#include "core/inference/mean_jacobian.h"

namespace skiagraph::inference {
namespace {

using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr const char *kFormat = "skiagraph-people-1", *kMean = "mean", *kCovariance = "covariance",
                     *kInterior = "interior_covariance", *kProfileMean = "profile_mean",
                     *kProfilePrecision = "profile_precision", *kUsualDistance = "usual_distance",
                     *kTrust = "trust", *kMarginFactor = "margin_factor", *kRangeShare = "range_share";
constexpr Eigen::Index kCoordinates = 2 * kMarkerCount, kProfile = 2 * kProfileLevels;

tensors::FloatTensor to_tensor(const Eigen::MatrixXd& matrix, std::vector<std::int64_t> shape) {
  const RowMajor values = matrix.cast<float>();
  return {std::move(shape), {values.data(), values.data() + values.size()}};
}

/// The values of a tensor; null when the file has none of this name and shape.
const std::vector<float>* values_of(const tensors::FloatTensors& tensors, const char* name,
                                    const std::vector<std::int64_t>& shape) {
  const auto found = tensors.find(name);
  return found != tensors.end() && found->second.shape == shape ? &found->second.values : nullptr;
}

}  // namespace

std::array<double, kMarkerCount> LearnedPeople::normal_margin_factors() {
  std::array<double, kMarkerCount> factors{};
  factors.fill(kNormalMarginFactor);
  return factors;
}

scan_range::MarginShares LearnedPeople::normal_range_shares() {
  scan_range::MarginShares shares{};
  shares.fill(kNormalRangeShare);
  return shares;
}

double LearnedPeople::margin_mm(Marker marker, double confidence_mm, double unlikeness) const {
  return margin_factor[static_cast<std::size_t>(marker)] * std::max(confidence_mm, kLeastConfidenceMm) *
         std::max(1.0, unlikeness);
}

Eigen::VectorXd LearnedPeople::trust_for(double unlikeness) const {
  // 90 of 100 people like those learned from are nearer than the first, half of those whose base anatomy was
  // left out are farther than the middle.
  constexpr double kAlike = 0.6, kStranger = 0.85;
  const double strange = std::clamp((unlikeness - kAlike) / (kStranger - kAlike), 0.0, 1.0);
  return (1 - strange) * Eigen::VectorXd::Ones(trust.size()) + strange * trust;
}

Pixel LearnedPeople::trusted(Marker marker, Pixel answer, const Eigen::VectorXd& trust_for_body) const {
  const auto n = static_cast<Eigen::Index>(marker);
  const Pixel& centre = mean[static_cast<std::size_t>(marker)];
  return {centre.row + trust_for_body[2 * n] * (answer.row - centre.row),
          centre.column + trust_for_body[2 * n + 1] * (answer.column - centre.column)};
}

double LearnedPeople::row_sd_px(Marker marker) const {
  const auto row = 2 * static_cast<Eigen::Index>(marker);
  return std::sqrt(std::max(0.0, covariance(row, row)));
}

std::filesystem::path learned_people_path(const std::filesystem::path& models) {
  return models / "people.safetensors";
}

void write_learned_people(const std::filesystem::path& path, const LearnedPeople& people,
                          const std::string& weights_checksum) {
  const auto square = [](const Eigen::MatrixXd& matrix) {
    return to_tensor(matrix, {matrix.rows(), matrix.cols()});
  };
  const Eigen::Map<const Eigen::VectorXd> factors(people.margin_factor.data(), kMarkerCount);
  const Eigen::Map<const Eigen::VectorXd> shares(people.range_share.data(), scan_range::kRegionCount);
  tensors::FloatTensors tensors{{kMean, to_tensor(to_vector(people.mean), {kMarkerCount, 2})},
                                {kCovariance, square(people.covariance)},
                                {kInterior, square(people.interior_covariance)},
                                {kTrust, to_tensor(people.trust, {kCoordinates})},
                                {kMarginFactor, to_tensor(factors, {kMarkerCount})},
                                {kRangeShare, to_tensor(shares, {scan_range::kRegionCount})}};
  if (people.profile.precision.size() > 0) {
    tensors[kProfileMean] = to_tensor(people.profile.mean, {kProfile});
    tensors[kProfilePrecision] = square(people.profile.precision);
    tensors[kUsualDistance] = {{1}, {static_cast<float>(people.profile.usual_distance)}};
  }
  write_derived_tensors(path, kFormat, weights_checksum, tensors);
}

std::optional<LearnedPeople> read_learned_people(const std::filesystem::path& path,
                                                 const std::string& weights_checksum) {
  const auto tensors = read_derived_tensors(path, kFormat, weights_checksum);
  if (!tensors) return std::nullopt;
  const auto *mean = values_of(*tensors, kMean, {kMarkerCount, 2}),
             *covariance = values_of(*tensors, kCovariance, {kCoordinates, kCoordinates}),
             *interior = values_of(*tensors, kInterior, {kCoordinates, kCoordinates}),
             *factors = values_of(*tensors, kMarginFactor, {kMarkerCount});
  if (mean == nullptr || covariance == nullptr || interior == nullptr || factors == nullptr)
    return std::nullopt;
  if (std::ranges::any_of(*factors, [](float factor) { return !(factor > 0); })) return std::nullopt;
  LearnedPeople people;
  people.mean = to_positions(Eigen::Map<const Eigen::VectorXf>(mean->data(), kCoordinates).cast<double>());
  people.covariance =
      Eigen::Map<const RowMajor>(covariance->data(), kCoordinates, kCoordinates).cast<double>();
  people.interior_covariance =
      Eigen::Map<const RowMajor>(interior->data(), kCoordinates, kCoordinates).cast<double>();
  // Files that do not tell are of people whose builds are not known.
  const auto *profile = values_of(*tensors, kProfileMean, {kProfile}),
             *precision = values_of(*tensors, kProfilePrecision, {kProfile, kProfile}),
             *usual = values_of(*tensors, kUsualDistance, {1});
  if (profile != nullptr && precision != nullptr && usual != nullptr && usual->front() > 0) {
    people.profile.mean = Eigen::Map<const Eigen::VectorXf>(profile->data(), kProfile).cast<double>();
    people.profile.precision =
        Eigen::Map<const RowMajor>(precision->data(), kProfile, kProfile).cast<double>();
    people.profile.usual_distance = usual->front();
  }
  if (const auto* trust = values_of(*tensors, kTrust, {kCoordinates}); trust != nullptr)
    people.trust =
        Eigen::Map<const Eigen::VectorXf>(trust->data(), kCoordinates).cast<double>().cwiseMax(0).cwiseMin(1);
  std::ranges::copy(*factors, people.margin_factor.begin());
  if (const auto* shares = values_of(*tensors, kRangeShare, {scan_range::kRegionCount});
      shares != nullptr && std::ranges::none_of(*shares, [](float share) { return !(share > 0); }))
    std::ranges::copy(*shares, people.range_share.begin());
  return people;
}

}  // namespace skiagraph::inference
