#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace skiagraph::tensors {

/// .safetensors files without LibTorch: 8-byte little-endian header length, JSON header, raw little-endian
/// tensors (https://huggingface.co/docs/safetensors). Loading one runs no code.

enum class TensorType : std::uint8_t { kF64, kF32, kF16, kBF16, kI64, kI32, kI16, kI8, kU8, kBool };
std::size_t bytes_of(TensorType type);

/// A tensor of a file, not yet read.
struct TensorEntry {
  std::string name;
  TensorType type{};
  std::vector<std::int64_t> shape;
  std::uint64_t begin = 0, end = 0;  ///< bytes after the header
};

/// Reads one file. Every error names it.
class SafetensorsReader {
 public:
  /// Opens and checks: header length against file size and a limit, JSON shape, known types, offsets in
  /// order, without gap or overlap, byte counts equal to shape x type. Throws InputError.
  explicit SafetensorsReader(std::filesystem::path path);

  [[nodiscard]] const std::vector<TensorEntry>& entries() const { return entries_; }
  [[nodiscard]] const std::map<std::string, std::string>& metadata() const { return metadata_; }
  /// Copies the end - begin bytes of a tensor. Throws InputError when the file ends early.
  void read(const TensorEntry& entry, void* into);
  /// Throws InputError. `sentence` names the file first, then the other arguments.
  template <class... Arguments>
  [[noreturn]] void refuse(std::string_view sentence, const Arguments&... arguments) const {
    throw InputError("tensors.damaged", sentence, path_, arguments...);
  }

 private:
  std::string read_header();

  std::filesystem::path path_;
  std::ifstream stream_;
  std::uint64_t data_start_ = 0, data_bytes_ = 0;
  std::vector<TensorEntry> entries_;
  std::map<std::string, std::string> metadata_;
};

/// A tensor in memory, contiguous.
struct TensorView {
  TensorType type{};
  std::vector<std::int64_t> shape;
  const void* data = nullptr;
};

/// Writes with write_file(): the old file stays until the new one is whole. Throws Error when it cannot be
/// written.
void write_safetensors(const std::filesystem::path& path, const std::map<std::string, TensorView>& tensors,
                       const std::map<std::string, std::string>& metadata);

}  // namespace skiagraph::tensors
