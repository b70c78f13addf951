#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/tensors/float_tensors.h"

namespace skiagraph::inference {

/// Tensors that were measured from the networks (Calibration, MeanJacobian). They stand in files of their own
/// beside the weights and are for these very weights alone, which `weights` names: see weights_checksum().

/// Throws Error when the file cannot be written.
void write_derived_tensors(const std::filesystem::path& path, const std::string& format,
                           const std::string& weights, const tensors::FloatTensors& tensors);

/// Nothing when the file is missing, damaged, of another format, or for other weights.
std::optional<tensors::FloatTensors> read_derived_tensors(const std::filesystem::path& path,
                                                          const std::string& format,
                                                          const std::string& weights);

}  // namespace skiagraph::inference
