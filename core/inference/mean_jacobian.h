#pragma once

#include <Eigen/Core>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// Row and column of each marker in turn: (34).
MarkerPositions to_positions(const Eigen::VectorXd& vector);
Eigen::VectorXd to_vector(const MarkerPositions& positions);

/// The Jacobian of one iteration of the loop (positions that CIGN draws -> answer that MPN reads), taken
/// where the loop has converged, averaged over many people. The loop converges slowly along a few directions,
/// above all the one in which all organs move together as in breathing, and these are much alike in
/// everybody. So with the mean Jacobian the loop can take Newton steps from its first iteration on.
struct MeanJacobian {
  Eigen::MatrixXd jacobian;  ///< (34, 34); rows: answer, columns: position; order of to_vector()

  /// (34, 34): turns the difference between answer and position into a Newton step, (I - J)^-1 over the
  /// markers that are free. Pinned markers do not move.
  [[nodiscard]] Eigen::MatrixXd newton(const std::vector<Marker>& pinned) const;
};

/// The file's path in the folder of the weights.
std::filesystem::path mean_jacobian_path(const std::filesystem::path& models);

/// Throws Error when it cannot be written.
void write_mean_jacobian(const std::filesystem::path& path, const MeanJacobian& mean,
                         const std::string& weights_checksum);

/// Nothing when the file is missing, damaged or for other weights. Then the loop still converges, in more
/// iterations.
std::optional<MeanJacobian> read_mean_jacobian(const std::filesystem::path& path,
                                               const std::string& weights_checksum);

}  // namespace skiagraph::inference
