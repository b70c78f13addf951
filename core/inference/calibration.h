#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/progress.h"
#include "core/inference/activation_steps.h"
#include "core/networks/networks.h"
#include "core/tensors/dataset.h"

namespace skiagraph {

/// What int8 networks need besides the weights. It stands in a file of its own beside them, and holds for
/// these very weights alone.
struct Calibration {
  std::array<ActivationSteps, kNetworkIds.size()> steps;  ///< in the order of kNetworkIds
};

/// Where it is, in the folder of the weights.
std::filesystem::path calibration_path(const std::filesystem::path& models);

struct CalibrationOptions {
  std::int64_t most_people = 24;  ///< the first ones of the validation split
  int iterations = 3;             ///< of the loop, for each of them
};

/// Runs the loop on validation people in float32 and measures how large activations become. Throws InputError
/// when the data set is of another frame or has nobody to validate with, Error when networks cannot be
/// compiled here, Cancelled when stopped.
Calibration calibrate(Networks& networks, const Dataset& dataset, const CalibrationOptions& options = {},
                      const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr);

/// Throws Error when it cannot be written.
void write_calibration(const std::filesystem::path& path, const Calibration& calibration,
                       const std::string& weights_checksum);

/// Nothing when there is no file, or it is damaged, or for other weights: then there is no int8.
std::optional<Calibration> read_calibration(const std::filesystem::path& path,
                                            const std::string& weights_checksum);

}  // namespace skiagraph
