#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "core/inference/quantization_scales.h"
#include "core/networks/network_weights.h"

namespace skiagraph::inference {

/// What int8 networks need besides the weights: the scales of their activations. A file of its own beside the
/// weights holds it, for these very weights alone.
struct Calibration {
  std::array<QuantizationScales, networks::kNetworkIds.size()> scales;  ///< in the order of kNetworkIds
};

/// No scale is smaller.
inline constexpr float kLeastScale = 1e-8F;

/// The file's path in the folder of the weights.
std::filesystem::path calibration_path(const std::filesystem::path& models);

/// Throws Error when the file cannot be written.
void write_calibration(const std::filesystem::path& path, const Calibration& calibration,
                       const std::string& weights_checksum);

/// Nothing when the file is missing, damaged or for other weights. Then the networks cannot compute in int8.
std::optional<Calibration> read_calibration(const std::filesystem::path& path,
                                            const std::string& weights_checksum);

}  // namespace skiagraph::inference
