#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/tensors/safetensors.h"

namespace skiagraph::tensors {

/// A float32 tensor without LibTorch, row by row.
struct FloatTensor {
  std::vector<std::int64_t> shape;
  std::vector<float> values;
};
using FloatTensors = std::map<std::string, FloatTensor>;

/// All tensors of a file. Throws InputError naming the file when one is of another type or holds what is not
/// finite.
FloatTensors read_float_tensors(SafetensorsReader& file);

/// As write_safetensors().
void write_float_tensors(const std::filesystem::path& path, const FloatTensors& tensors,
                         const std::map<std::string, std::string>& metadata);

}  // namespace skiagraph::tensors
