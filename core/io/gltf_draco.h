#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/gltf_accessor.h"

namespace skiagraph::io {

/// What KHR_draco_mesh_compression has packed of a mesh. Private to core/io.
struct DracoMesh {
  std::vector<std::uint32_t> corners;  // three for each triangle
  std::map<std::string, GltfNumbers> attributes;
};

/// `ids`: Draco's numbers of the attributes by their glTF names. Nothing when the bytes make no sense or lack
/// one of them.
std::optional<DracoMesh> unpack_draco(std::string_view packed,
                                      const std::map<std::string, std::uint64_t>& ids);

}  // namespace skiagraph::io
