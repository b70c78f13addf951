#pragma once

#include <cstdint>
#include <vector>

#include "core/base/vector.h"
#include "core/io/gltf_document.h"

namespace skiagraph::io {

/// The nodes of a glTF file. Private to core/io.
class GltfScene {
 public:
  /// Throws InputError when the nodes are not a tree, nested too deep, or make no sense.
  explicit GltfScene(const GltfDocument& document);

  /// The nodes that the default scene shows (the first one, or all nodes where there are no scenes), parents
  /// first.
  [[nodiscard]] const std::vector<std::uint64_t>& shown() const { return shown_; }
  /// From a node's own frame to that of the scene. The node must exist.
  [[nodiscard]] const Transform& to_world(std::uint64_t node) const { return to_world_[node]; }

 private:
  void place(const GltfDocument& document, const std::vector<std::vector<std::uint64_t>>& children,
             const std::vector<bool>& is_child);
  void choose(const GltfDocument& document, const std::vector<std::vector<std::uint64_t>>& children,
              const std::vector<bool>& is_child);

  std::vector<Transform> to_world_;
  std::vector<std::uint64_t> shown_;
};

/// Column-major, as glTF writes matrices: element n is that of row n % 4 and column n / 4.
Transform gltf_matrix(const std::array<double, 16>& numbers);

}  // namespace skiagraph::io
