#include "core/inference/mean_jacobian.h"

#include <Eigen/Eigenvalues>
#include <Eigen/LU>

#include "core/inference/derived_tensors.h"

namespace skiagraph::inference {
namespace {

using Eigen::MatrixXd, Eigen::VectorXd;
using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr const char *kFormat = "skiagraph-loop-1", *kTensor = "jacobian";
constexpr Eigen::Index kCoordinates = 2 * kMarkerCount;

}  // namespace

VectorXd to_vector(const MarkerPositions& positions) {
  VectorXd vector(kCoordinates);
  Eigen::Index n = 0;
  for (const Pixel& position : positions) {
    vector[n++] = position.row;
    vector[n++] = position.column;
  }
  return vector;
}

MarkerPositions to_positions(const VectorXd& vector) {
  MarkerPositions positions;
  Eigen::Index n = 0;
  for (Pixel& position : positions) {
    position.row = vector[n++];
    position.column = vector[n++];
  }
  return positions;
}

MatrixXd MeanJacobian::newton(const std::vector<Marker>& pinned) const {
  VectorXd free = VectorXd::Ones(kCoordinates);
  for (const Marker marker : pinned) free.segment<2>(2 * static_cast<Eigen::Index>(marker)).setZero();
  const MatrixXd among_free = free.asDiagonal() * jacobian * free.asDiagonal();
  return (MatrixXd::Identity(kCoordinates, kCoordinates) - among_free).inverse() * free.asDiagonal();
}

std::filesystem::path mean_jacobian_path(const std::filesystem::path& models) {
  return models / "loop.safetensors";
}

void write_mean_jacobian(const std::filesystem::path& path, const MeanJacobian& mean,
                         const std::string& weights_checksum) {
  const RowMajor values = mean.jacobian.cast<float>();
  write_derived_tensors(
      path, kFormat, weights_checksum,
      {{kTensor, {{values.rows(), values.cols()}, {values.data(), values.data() + values.size()}}}});
}

std::optional<MeanJacobian> read_mean_jacobian(const std::filesystem::path& path,
                                               const std::string& weights_checksum) {
  const auto tensors = read_derived_tensors(path, kFormat, weights_checksum);
  if (!tensors || !tensors->contains(kTensor)) return std::nullopt;
  const tensors::FloatTensor& tensor = tensors->at(kTensor);
  if (tensor.shape != std::vector<std::int64_t>{kCoordinates, kCoordinates}) return std::nullopt;
  MeanJacobian mean{
      Eigen::Map<const RowMajor>(tensor.values.data(), kCoordinates, kCoordinates).cast<double>()};
  // With an eigenvalue of 1 or more the loop itself would not converge, and Newton steps would lead away.
  if (mean.jacobian.eigenvalues().cwiseAbs().maxCoeff() >= 1) return std::nullopt;
  return mean;
}

}  // namespace skiagraph::inference
