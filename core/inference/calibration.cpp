#include "core/inference/calibration.h"

#include <algorithm>

#include "core/inference/derived_tensors.h"

namespace skiagraph::inference {
namespace {

constexpr const char* kFormat = "skiagraph-int8-1";
constexpr int kQuantised = networks::UnetShape::kConvolutions - 1, kWidth = networks::UnetShape::kFilters;

std::string tensor_name(networks::NetworkId id) {
  return std::string(networks::network_name(id)) + ".steps";  // "steps" in the format means scales
}

bool usable(const tensors::FloatTensor& scales) {
  return scales.shape == std::vector<std::int64_t>{kQuantised, kWidth} &&
         std::ranges::all_of(scales.values, [](float scale) { return scale >= kLeastScale; });
}

}  // namespace

std::filesystem::path calibration_path(const std::filesystem::path& models) {
  return models / "int8.safetensors";
}

void write_calibration(const std::filesystem::path& path, const Calibration& calibration,
                       const std::string& weights_checksum) {
  tensors::FloatTensors tensors;
  for (const networks::NetworkId id : networks::kNetworkIds) {
    tensors::FloatTensor& tensor = tensors[tensor_name(id)];
    tensor.shape = {kQuantised, kWidth};
    for (const auto& channels : calibration.scales[static_cast<std::size_t>(id)].of_convolution)
      tensor.values.insert(tensor.values.end(), channels.begin(), channels.end());
  }
  write_derived_tensors(path, kFormat, weights_checksum, tensors);
}

std::optional<Calibration> read_calibration(const std::filesystem::path& path,
                                            const std::string& weights_checksum) {
  const auto tensors = read_derived_tensors(path, kFormat, weights_checksum);
  if (!tensors) return std::nullopt;
  Calibration calibration;
  for (const networks::NetworkId id : networks::kNetworkIds) {
    const auto found = tensors->find(tensor_name(id));
    if (found == tensors->end() || !usable(found->second)) return std::nullopt;
    for (auto row = found->second.values.begin(); row != found->second.values.end(); row += kWidth)
      calibration.scales[static_cast<std::size_t>(id)].of_convolution.emplace_back(row, row + kWidth);
  }
  return calibration;
}

}  // namespace skiagraph::inference
