#include "core/inference/mean_jacobian.h"

#include <Eigen/Eigenvalues>
#include <Eigen/LU>

#include "core/inference/companion_file.h"

namespace skiagraph::inference {
namespace {

using Eigen::MatrixXd, Eigen::VectorXd;
using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr const char *kFormat = "skiagraph-loop-1", *kTensor = "jacobian";
constexpr Eigen::Index kNumbers = 2 * kMarkerCount;

}  // namespace

VectorXd to_numbers(const MarkerPositions& places) {
  VectorXd numbers(kNumbers);
  Eigen::Index n = 0;
  for (const Pixel& place : places) {
    numbers[n++] = place.row;
    numbers[n++] = place.column;
  }
  return numbers;
}

MarkerPositions to_places(const VectorXd& numbers) {
  MarkerPositions places;
  Eigen::Index n = 0;
  for (Pixel& place : places) {
    place.row = numbers[n++];
    place.column = numbers[n++];
  }
  return places;
}

MatrixXd MeanJacobian::newton(const std::vector<Marker>& pinned) const {
  VectorXd free = VectorXd::Ones(kNumbers);
  for (const Marker marker : pinned) free.segment<2>(2 * static_cast<Eigen::Index>(marker)).setZero();
  const MatrixXd among_free = free.asDiagonal() * jacobian * free.asDiagonal();
  return (MatrixXd::Identity(kNumbers, kNumbers) - among_free).inverse() * free.asDiagonal();
}

std::filesystem::path mean_jacobian_path(const std::filesystem::path& models) {
  return models / "loop.safetensors";
}

void write_mean_jacobian(const std::filesystem::path& path, const MeanJacobian& slope,
                         const std::string& weights_checksum) {
  const RowMajor values = slope.jacobian.cast<float>();
  write_companion(
      path, kFormat, weights_checksum,
      {{kTensor, {{values.rows(), values.cols()}, {values.data(), values.data() + values.size()}}}});
}

std::optional<MeanJacobian> read_mean_jacobian(const std::filesystem::path& path,
                                               const std::string& weights_checksum) {
  const auto tensors = read_companion(path, kFormat, weights_checksum);
  if (!tensors || !tensors->contains(kTensor)) return std::nullopt;
  const tensors::FloatTensor& tensor = tensors->at(kTensor);
  if (tensor.shape != std::vector<std::int64_t>{kNumbers, kNumbers}) return std::nullopt;
  MeanJacobian slope{Eigen::Map<const RowMajor>(tensor.values.data(), kNumbers, kNumbers).cast<double>()};
  // An answer that goes as far as its place never comes to rest by Newton's steps.
  if (slope.jacobian.eigenvalues().cwiseAbs().maxCoeff() >= 1) return std::nullopt;
  return slope;
}

}  // namespace skiagraph::inference
