#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/tensors/float_tensors.h"

namespace skiagraph::inference {

/// What was measured of networks stands in files of their own beside the weights, and holds for these very
/// weights alone. `weights`: see weights_checksum().

/// Throws Error when it cannot be written.
void write_companion(const std::filesystem::path& path, const std::string& format, const std::string& weights,
                     const tensors::FloatTensors& tensors);

/// Nothing when there is no file, or it is damaged, of another format, or for other weights.
std::optional<tensors::FloatTensors> read_companion(const std::filesystem::path& path,
                                                    const std::string& format, const std::string& weights);

}  // namespace skiagraph::inference
