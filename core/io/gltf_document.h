#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace skiagraph::io {

/// The JSON of a glTF 2.0 file (Khronos Group, "glTF 2.0 Specification") and the buffers it names. Whatever
/// is wrong throws InputError, one sentence naming the file. Private to core/io.
class GltfDocument {
 public:
  /// Reads a .gltf or .glb file. Throws for other versions of glTF, extensions that are needed and not read
  /// here, and JSON that is nested too deep.
  explicit GltfDocument(std::filesystem::path path);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const nlohmann::json& content() const { return content_; }
  /// The list of the JSON's top level; empty when there is none.
  [[nodiscard]] const nlohmann::json& list(std::string_view name) const;
  /// An entry of such a list.
  [[nodiscard]] const nlohmann::json& entry(std::string_view list, std::uint64_t index) const;

  /// The bytes of a buffer, read or decoded when they are asked for first.
  std::string_view buffer(std::uint64_t index);
  /// Of the file and all its buffers, which are read for it. Buffers that packed parts are unpacked to have
  /// none.
  std::uint64_t all_bytes();

  /// What is wrong with a file whose parts do not fit.
  [[nodiscard]] InputError damaged() const;

 private:
  void read_binary(std::string bytes);
  void parse(std::string_view text);
  std::string read_buffer(const nlohmann::json& buffer) const;
  std::string read_beside(std::string_view uri) const;

  std::filesystem::path path_;
  nlohmann::json content_;
  std::optional<std::string> binary_;  // a GLB's own buffer
  std::vector<std::optional<std::string>> buffers_;
  std::uint64_t file_bytes_ = 0;
};

/// A member of a JSON object; null when there is none.
const nlohmann::json& gltf_member(const nlohmann::json& object, std::string_view name);

/// A member that is a whole number from 0 on; nothing when there is none. Throws when it is anything else.
std::optional<std::uint64_t> gltf_whole(const GltfDocument& document, const nlohmann::json& object,
                                        std::string_view name);

/// A member that is a list of numbers; empty when there is none. Throws when it is anything else.
std::vector<double> gltf_numbers(const GltfDocument& document, const nlohmann::json& object,
                                 std::string_view name);

}  // namespace skiagraph::io
