#pragma once

#include <Eigen/Core>
#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "core/inference/surface_profile.h"
#include "core/markers/marker_table.h"
#include "core/scan_range/region.h"

namespace skiagraph::inference {

/// Radius of the circle that holds 95 % of a normal distribution in the plane, in standard deviations of one
/// axis: sqrt(-2 ln 0.05).
inline constexpr double kNormalMarginFactor = 2.447746830680816;

/// Of a margin with that radius, what a normal error leaves behind on one side in 1 of 40 people, so that two
/// ends together hold in 95 of 100: 1.960 / 2.448.
inline constexpr double kNormalRangeShare = 1.959963984540054 / kNormalMarginFactor;

/// What the weights learned from, as far as a reader of their predictions has to know it. It stands beside
/// the weights, so that a prediction can be set beside the mean person's without the data set.
struct LearnedPeople {
  MarkerPositions mean{};  ///< of each marker over the training people: pixels of the weights' frame
  /// (34, 34) px^2, the same people; rows and columns in the order of to_vector() (mean_jacobian.h).
  Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(2 * kMarkerCount, 2 * kMarkerCount);
  /// (34, 34) px^2: how markers vary together among those who could wear the same skin.
  Eigen::MatrixXd interior_covariance = Eigen::MatrixXd::Zero(2 * kMarkerCount, 2 * kMarkerCount);
  /// (34), 0 to 1: what a departure of MPN's answer from the mean is worth, row and column of each marker.
  /// Measured on people whose base anatomy the networks had not seen; 1 where it was not measured.
  Eigen::VectorXd trust = Eigen::VectorXd::Ones(2 * kMarkerCount);
  /// Radius of the 95 % margin over MarkerEstimate::confidence_mm, as measured on people that were not
  /// trained on. Until it is measured, that of a heat map which keeps what it promises.
  std::array<double, kMarkerCount> margin_factor = normal_margin_factors();
  /// As measured on the same people. Until it is measured, that of errors which are alike in all directions.
  scan_range::MarginShares range_share = normal_range_shares();

  UsualProfile profile;  ///< what bodies they have

  /// `trust` as it holds for a body: whole for one like those learned from, as measured for one that is not.
  [[nodiscard]] Eigen::VectorXd trust_for(double unlikeness) const;
  /// An answer drawn towards the mean person as far as it does not deserve trust.
  [[nodiscard]] Pixel trusted(Marker marker, Pixel answer, const Eigen::VectorXd& trust_for_body) const;

  /// Radius of the circle around a found marker that holds the true one in 95 % of people; wider for a body
  /// unlike those learned from.
  [[nodiscard]] double margin_mm(Marker marker, double confidence_mm, double unlikeness = 0) const;
  /// Standard deviation of the marker's row over the training people, px.
  [[nodiscard]] double row_sd_px(Marker marker) const;

 private:
  static std::array<double, kMarkerCount> normal_margin_factors();
  static scan_range::MarginShares normal_range_shares();
};

/// A heat map with a peak of 1 implies no error at all; no network knows a marker better than this.
inline constexpr double kLeastConfidenceMm = 1;

/// The file's path in the folder of the weights.
std::filesystem::path learned_people_path(const std::filesystem::path& models);

/// Throws Error when it cannot be written.
void write_learned_people(const std::filesystem::path& path, const LearnedPeople& people,
                          const std::string& weights_checksum);

/// Nothing when the file is missing, damaged or for other weights.
std::optional<LearnedPeople> read_learned_people(const std::filesystem::path& path,
                                                 const std::string& weights_checksum);

}  // namespace skiagraph::inference
