#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/gltf_document.h"

namespace skiagraph::io {

/// Elements of one to sixteen numbers each, as an accessor of a glTF file gives them. Private to core/io.
class GltfNumbers {
 public:
  GltfNumbers() = default;
  /// Numbers that some decoder has written down one after the other.
  GltfNumbers(std::vector<float> numbers, std::size_t components);

  [[nodiscard]] std::uint64_t size() const { return count_; }
  [[nodiscard]] std::size_t components() const { return components_; }
  /// Whole numbers that stand for -1 to 1 or 0 to 1 come as such.
  [[nodiscard]] double operator()(std::uint64_t element, std::size_t component) const;

 private:
  friend class GltfAccessors;

  std::string own_;         // where the file does not hold the numbers one to one
  std::string_view bytes_;  // of the file, else
  std::uint64_t count_ = 0;
  std::size_t stride_ = 0, components_ = 0;
  int type_ = 0;
  bool normalized_ = false;
};

/// Reads the accessors of a document, which must outlive what it gives. What does not fit throws InputError.
class GltfAccessors {
 public:
  explicit GltfAccessors(GltfDocument& document) : document_(document) {}

  GltfNumbers read(std::uint64_t accessor);
  /// The bytes of a buffer view, unpacked.
  std::string_view view(std::uint64_t index);

 private:
  std::string_view part_of_buffer(const nlohmann::json& where);
  std::string unpacked(const nlohmann::json& packed, std::uint64_t bytes);
  void replace_some(GltfNumbers& numbers, const nlohmann::json& sparse);

  GltfDocument& document_;
  std::map<std::uint64_t, std::string> unpacked_;  // views that EXT_meshopt_compression has packed
};

}  // namespace skiagraph::io
