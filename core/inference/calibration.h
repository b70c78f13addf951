#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "core/inference/quantization_scales.h"
#include "core/networks/network_weights.h"

namespace skiagraph::inference {

/// What int8 networks need besides the weights. It stands in a file of its own beside them, and holds for
/// these very weights alone.
struct Calibration {
  std::array<QuantizationScales, networks::kNetworkIds.size()> steps;  ///< in the order of kNetworkIds
};

/// No step is shorter.
inline constexpr float kLeastStep = 1e-8F;

/// Where it is, in the folder of the weights.
std::filesystem::path calibration_path(const std::filesystem::path& models);

/// Throws Error when it cannot be written.
void write_calibration(const std::filesystem::path& path, const Calibration& calibration,
                       const std::string& weights_checksum);

/// Nothing when there is no file, or it is damaged, or for other weights: then there is no int8.
std::optional<Calibration> read_calibration(const std::filesystem::path& path,
                                            const std::string& weights_checksum);

}  // namespace skiagraph::inference
