#pragma once

#include <torch/types.h>

#include <filesystem>
#include <map>
#include <string>

namespace skiagraph::tensors {

/// What a .safetensors file holds: named tensors and a text dictionary. Loading one runs no code.
/// Format: 8-byte little-endian header length, JSON header, raw little-endian tensors
/// (https://huggingface.co/docs/safetensors).
struct TensorFile {
  std::map<std::string, torch::Tensor>
      tensors;  ///< CPU, contiguous; float64/32/16, bfloat16, int64/32/16/8, uint8, bool
  std::map<std::string, std::string> metadata;
};

/// Reads with the checks of SafetensorsReader. Throws InputError, which names the file.
TensorFile read_tensor_file(const std::filesystem::path& path);

/// As write_safetensors().
void write_tensor_file(const std::filesystem::path& path, const TensorFile& file);

}  // namespace skiagraph::tensors
