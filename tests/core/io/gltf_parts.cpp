#include "tests/core/io/gltf_parts.h"

#include "core/io/mesh_file.h"
#include "tests/core/io/files.h"
#include "tests/core/io/surface_shape.h"

namespace skiagraph::testing {
namespace {

std::filesystem::path write(GltfParts& parts, const TemporaryFolder& folder) {
  if (!parts.content.contains("buffers"))
    parts.content["buffers"] = {{{"byteLength", parts.buffer.size()}, {"uri", "body.bin"}}};
  write_file(folder / "body.bin", parts.buffer);
  write_file(folder / "body.gltf", parts.content.dump());
  return folder / "body.gltf";
}

}  // namespace

GltfParts gltf_of(const geometry::TriangleMesh& mesh) {
  std::vector<float> places;
  for (const Vec3& p : mesh.vertices)
    for (const double value : {p.x, p.y, p.z}) places.push_back(static_cast<float>(value));
  std::vector<std::uint32_t> corners;
  for (const auto& triangle : mesh.triangles) corners.insert(corners.end(), triangle.begin(), triangle.end());
  GltfParts parts;
  parts.add_accessor(places, GltfParts::kFloat, "VEC3", mesh.vertices.size());
  parts.add_accessor(corners, GltfParts::kUnsignedInt, "SCALAR", corners.size());
  parts.content["meshes"] = {{{"primitives", {{{"attributes", {{"POSITION", 0}}}, {"indices", 1}}}}}};
  parts.content["nodes"] = {{{"mesh", 0}}};
  parts.content["scenes"] = {{{"nodes", {0}}}};
  return parts;
}

geometry::TriangleMesh read(GltfParts parts) {
  const TemporaryFolder folder;
  return io::read_mesh(write(parts, folder));
}

std::string code_of(GltfParts parts) {
  const TemporaryFolder folder;
  return refusal_of(write(parts, folder)).code;
}

}  // namespace skiagraph::testing
