#include "core/io/gltf_primitive.h"

#include <map>
#include <string>
#include <utility>

#include "core/io/gltf_draco.h"
#include "core/io/surface_builder.h"

namespace skiagraph::io {
namespace {

using nlohmann::json;

/// The attributes of a primitive, unpacked where Draco packed them.
class Attributes {
 public:
  Attributes(GltfDocument& document, GltfAccessors& accessors, const json& primitive)
      : document_(document), accessors_(accessors), names_(gltf_member(primitive, "attributes")) {
    const json& packed = gltf_member(gltf_member(primitive, "extensions"), "KHR_draco_mesh_compression");
    if (!packed.is_null()) unpack(packed);
  }

  /// Empty when there is no such attribute; else it must have so many components.
  GltfNumbers read(const std::string& name, std::size_t components) {
    GltfNumbers numbers;
    if (const auto found = draco_.attributes.find(name); found != draco_.attributes.end())
      numbers = std::move(found->second);
    else if (const auto accessor = gltf_whole(document_, names_, name))
      numbers = accessors_.read(*accessor);
    else
      return {};
    if (numbers.components() != components) throw document_.damaged();
    return numbers;
  }
  [[nodiscard]] bool has_draco_corners() const { return !draco_.corners.empty(); }
  std::vector<std::uint32_t> take_draco_corners() { return std::move(draco_.corners); }

 private:
  void unpack(const json& packed) {
    const auto view = gltf_whole(document_, packed, "bufferView");
    if (!view) throw document_.damaged();
    std::map<std::string, std::uint64_t> ids;
    const json& attributes = gltf_member(packed, "attributes");
    for (const std::string name : {"POSITION", "JOINTS_0", "WEIGHTS_0"})
      if (const auto id = gltf_whole(document_, attributes, name)) ids[name] = *id;
    std::optional<DracoMesh> mesh = unpack_draco(accessors_.view(*view), ids);
    if (!mesh) throw document_.damaged();
    draco_ = *std::move(mesh);
  }

  GltfDocument& document_;
  GltfAccessors& accessors_;
  const json& names_;
  DracoMesh draco_;
};

}  // namespace

std::uint32_t GltfPrimitive::corner(std::uint64_t n) const {
  double index = static_cast<double>(n);
  if (!draco_corners.empty()) index = draco_corners[n];
  if (indices.components() > 0) index = indices(n, 0);
  return index >= 0 && index < static_cast<double>(positions.size()) ? static_cast<std::uint32_t>(index)
                                                                     : SurfaceBuilder::kNoVertex;
}

GltfPrimitive read_primitive(GltfDocument& document, GltfAccessors& accessors, const json& primitive) {
  GltfPrimitive result;
  result.mode = gltf_whole(document, primitive, "mode").value_or(GltfPrimitive::kTriangles);
  Attributes attributes(document, accessors, primitive);
  result.positions = attributes.read("POSITION", 3);
  const std::uint64_t count = result.positions.size();
  if (count == 0) return result;
  for (const json& target : gltf_member(primitive, "targets")) {
    const auto accessor = gltf_whole(document, target, "POSITION");
    GltfNumbers shifts = accessor ? accessors.read(*accessor) : GltfNumbers();
    if (accessor && (shifts.size() != count || shifts.components() != 3)) throw document.damaged();
    result.shifts.push_back(std::move(shifts));
  }
  for (int set = 0;; ++set) {
    const std::string number = std::to_string(set);
    GltfWeights weights{attributes.read("JOINTS_" + number, 4), attributes.read("WEIGHTS_" + number, 4)};
    if (weights.joints.size() == 0 || weights.weights.size() == 0) break;
    if (weights.joints.size() != count || weights.weights.size() != count) throw document.damaged();
    result.weights.push_back(std::move(weights));
  }
  result.corner_count = count;
  if (attributes.has_draco_corners()) {
    result.draco_corners = attributes.take_draco_corners();
    result.corner_count = result.draco_corners.size();
  } else if (const auto accessor = gltf_whole(document, primitive, "indices")) {
    result.indices = accessors.read(*accessor);
    if (result.indices.components() != 1) throw document.damaged();
    result.corner_count = result.indices.size();
  }
  return result;
}

GltfCounts counts_of(const GltfDocument& document, const json& primitive) {
  const auto count = [&](const json& object, const char* name) -> std::optional<std::uint64_t> {
    const auto accessor = gltf_whole(document, object, name);
    if (!accessor) return std::nullopt;
    return gltf_whole(document, document.entry("accessors", *accessor), "count").value_or(0);
  };
  GltfCounts counts;
  counts.vertices = count(gltf_member(primitive, "attributes"), "POSITION").value_or(0);
  counts.corners = count(primitive, "indices").value_or(counts.vertices);
  return counts;
}

}  // namespace skiagraph::io
