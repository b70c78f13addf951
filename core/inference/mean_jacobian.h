#pragma once

#include <Eigen/Core>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// Rows and columns of all markers, one after the other: (34).
MarkerPositions to_places(const Eigen::VectorXd& numbers);
Eigen::VectorXd to_numbers(const MarkerPositions& places);

/// How MPN's answer follows the places that CIGN drew, one turn of the loop: its Jacobian at rest, the mean
/// of many people. Slow ways back to rest, above all the breathing one along which all organs go together,
/// are much alike in everybody; knowing them, the loop takes Newton's steps from the first turn on.
struct MeanJacobian {
  Eigen::MatrixXd jacobian;  ///< (34, 34); rows: answers, columns: places; row and column by marker

  /// (34, 34): turns the ways from places to answers into Newton's steps, (I - J)^-1 among the markers that
  /// are free; pinned ones stay.
  [[nodiscard]] Eigen::MatrixXd newton(const std::vector<Marker>& pinned) const;
};

/// Where it is, in the folder of the weights.
std::filesystem::path mean_jacobian_path(const std::filesystem::path& models);

/// Throws Error when it cannot be written.
void write_mean_jacobian(const std::filesystem::path& path, const MeanJacobian& slope,
                         const std::string& weights_checksum);

/// Nothing when there is no file, or it is damaged, or for other weights: then the loop learns by itself.
std::optional<MeanJacobian> read_mean_jacobian(const std::filesystem::path& path,
                                               const std::string& weights_checksum);

}  // namespace skiagraph::inference
