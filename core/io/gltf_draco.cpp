#include "core/io/gltf_draco.h"

#include <draco/compression/decode.h>

#include <utility>

namespace skiagraph::io {

std::optional<DracoMesh> unpack_draco(std::string_view packed,
                                      const std::map<std::string, std::uint64_t>& ids) {
  draco::DecoderBuffer buffer;
  buffer.Init(packed.data(), packed.size());
  auto decoded = draco::Decoder().DecodeMeshFromBuffer(&buffer);
  if (!decoded.ok()) return std::nullopt;
  const std::unique_ptr<draco::Mesh> mesh = std::move(decoded).value();
  DracoMesh result;
  for (draco::FaceIndex face(0); face < mesh->num_faces(); ++face)
    for (const draco::PointIndex& corner : mesh->face(face)) result.corners.push_back(corner.value());
  for (const auto& [name, id] : ids) {
    const draco::PointAttribute* attribute = mesh->GetAttributeByUniqueId(static_cast<std::uint32_t>(id));
    if (attribute == nullptr || attribute->num_components() == 0) return std::nullopt;
    const auto components = static_cast<std::size_t>(attribute->num_components());
    std::vector<float> numbers(components * mesh->num_points());
    for (draco::PointIndex point(0); point < mesh->num_points(); ++point) {
      const draco::AttributeValueIndex value = attribute->mapped_index(point);
      if (value.value() >= attribute->size()) return std::nullopt;
      if (!attribute->ConvertValue(value, attribute->num_components(),
                                   numbers.data() + components * point.value()))
        return std::nullopt;
    }
    result.attributes.emplace(name, GltfNumbers(std::move(numbers), components));
  }
  return result;
}

}  // namespace skiagraph::io
