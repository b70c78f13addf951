#include "core/io/mesh_file.h"

#include <assimp/config.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>

#include <algorithm>
#include <array>
#include <assimp/Importer.hpp>
#include <bit>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/write_file.h"
#include "core/io/gltf_check.h"
#include "core/io/ply_file.h"
#include "core/io/surface_formats.h"
#include "core/io/surface_limits.h"

namespace skiagraph::io {
namespace {

const SurfaceFormat& checked_format(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    throw InputError("file.missing", "There is no file \"{}\".", path);
  if (std::filesystem::file_size(path, error) == 0) throw InputError("file.empty", "\"{}\" is empty.", path);
  const SurfaceFormat* format = surface_format_of(path);
  if (format == nullptr)
    throw InputError("surface.format", "\"{}\" is not a surface file; use {}.", path, surface_format_names());
  return *format;
}

bool has_wrong_corner(const aiMesh& mesh) {
  return std::any_of(mesh.mFaces, mesh.mFaces + mesh.mNumFaces, [&](const aiFace& face) {
    if (face.mNumIndices == 0) return true;
    return std::any_of(face.mIndices, face.mIndices + face.mNumIndices,
                       [&](unsigned corner) { return corner >= mesh.mNumVertices; });
  });
}

/// Assimp's post-processing takes the corners of a file on trust and stops the program at a face without any,
/// so they are checked before it.
const aiScene* read_scene(Assimp::Importer& importer, const std::filesystem::path& path) {
  const aiScene* scene = importer.ReadFile(path.string(), 0);
  if (scene == nullptr || scene->mRootNode == nullptr) return nullptr;
  for (unsigned i = 0; i < scene->mNumMeshes; ++i)
    if (has_wrong_corner(*scene->mMeshes[i])) return nullptr;
  return importer.ApplyPostProcessing(aiProcess_RemoveComponent | aiProcess_Triangulate |
                                      aiProcess_SortByPType | aiProcess_JoinIdenticalVertices);
}

/// A mesh of a scene where one of the scene's nodes shows it.
struct PlacedMesh {
  const aiMesh* mesh;
  aiMatrix4x4 to_world;
};

/// Without recursion: files may nest nodes deeper than the stack is.
std::vector<PlacedMesh> placed_meshes(const aiScene& scene) {
  std::vector<PlacedMesh> meshes;
  std::vector<std::pair<const aiNode*, aiMatrix4x4>> open{{scene.mRootNode, aiMatrix4x4()}};
  while (!open.empty()) {
    const auto [node, parent] = open.back();
    open.pop_back();
    const aiMatrix4x4 to_world = parent * node->mTransformation;
    for (unsigned i = 0; i < node->mNumMeshes; ++i)
      meshes.push_back({scene.mMeshes[node->mMeshes[i]], to_world});
    for (unsigned i = node->mNumChildren; i > 0; --i) open.emplace_back(node->mChildren[i - 1], to_world);
  }
  return meshes;
}

void append(geometry::TriangleMesh& result, const aiMesh& mesh, const aiMatrix4x4& to_world) {
  const auto first = static_cast<std::uint32_t>(result.vertices.size());
  for (unsigned i = 0; i < mesh.mNumVertices; ++i) {
    const aiVector3D p = to_world * mesh.mVertices[i];
    result.vertices.push_back({p.x, p.y, p.z});
  }
  const bool mirrored = aiMatrix3x3(to_world).Determinant() < 0;
  for (unsigned i = 0; i < mesh.mNumFaces; ++i) {
    const aiFace& face = mesh.mFaces[i];
    if (face.mNumIndices != 3) continue;
    std::array<std::uint32_t, 3> triangle{first + face.mIndices[0], first + face.mIndices[1],
                                          first + face.mIndices[2]};
    if (mirrored) std::swap(triangle[1], triangle[2]);
    result.triangles.push_back(triangle);
  }
}

geometry::TriangleMesh read_with_assimp(const std::filesystem::path& path) {
  Assimp::Importer importer;
  // Positions are all that counts; without normals and texture seams equal vertices can be joined.
  importer.SetPropertyInteger(AI_CONFIG_PP_RVC_FLAGS,
                              aiComponent_NORMALS | aiComponent_TANGENTS_AND_BITANGENTS | aiComponent_COLORS |
                                  aiComponent_TEXCOORDS | aiComponent_BONEWEIGHTS | aiComponent_ANIMATIONS |
                                  aiComponent_TEXTURES | aiComponent_MATERIALS);
  importer.SetPropertyInteger(AI_CONFIG_PP_SBP_REMOVE, aiPrimitiveType_POINT | aiPrimitiveType_LINE);
  const aiScene* scene = read_scene(importer, path);
  if (scene == nullptr || scene->mRootNode == nullptr)
    throw InputError("surface.damaged",
                     "\"{}\" cannot be read as a surface: the file is damaged or of another format.", path);
  const std::vector<PlacedMesh> meshes = placed_meshes(*scene);
  std::uint64_t vertices = 0, triangles = 0;
  for (const PlacedMesh& placed : meshes) {
    vertices += placed.mesh->mNumVertices;
    triangles += placed.mesh->mNumFaces;
  }
  check_surface_size(path, vertices, triangles);
  geometry::TriangleMesh mesh;
  mesh.vertices.reserve(vertices);
  mesh.triangles.reserve(triangles);
  for (const PlacedMesh& placed : meshes) append(mesh, *placed.mesh, placed.to_world);
  return mesh;
}

/// The bytes of a file, gathered so that it is written in large parts.
class Bytes {
 public:
  explicit Bytes(FileSink& sink) : sink_(sink) {}

  template <class Value>
  void put(Value value) {
    static_assert(std::endian::native == std::endian::little);
    std::array<char, sizeof value> bytes;
    std::memcpy(bytes.data(), &value, sizeof value);
    bytes_.append(bytes.data(), bytes.size());
    constexpr std::size_t kPart = 1 << 20;
    if (bytes_.size() >= kPart) flush();
  }
  void flush() {
    sink_.write(bytes_);
    bytes_.clear();
  }

 private:
  FileSink& sink_;
  std::string bytes_;
};

}  // namespace

geometry::TriangleMesh read_mesh(const std::filesystem::path& path) try {
  const std::string_view format = checked_format(path).name;
  if (format == "glTF" || format == "GLB") check_gltf(path);
  geometry::TriangleMesh mesh = format == "PLY" ? read_ply(path) : read_with_assimp(path);
  if (mesh.triangles.empty()) throw InputError("surface.empty", "\"{}\" holds no triangles.", path);
  return mesh;
} catch (const std::bad_alloc&) {
  throw InputError("surface.memory", "The memory of this computer is not enough for the surface \"{}\".",
                   path);
}

void write_ply(const std::filesystem::path& path, const geometry::TriangleMesh& mesh) {
  write_file(path, [&](FileSink& sink) {
    sink.write("ply\nformat binary_little_endian 1.0\ncomment Skiagraph\nelement vertex " +
               std::to_string(mesh.vertices.size()) +
               "\nproperty float x\nproperty float y\nproperty float z\nelement face " +
               std::to_string(mesh.triangles.size()) +
               "\nproperty list uchar int vertex_indices\nend_header\n");
    Bytes bytes(sink);
    for (const Vec3& vertex : mesh.vertices)
      for (const double value : {vertex.x, vertex.y, vertex.z}) bytes.put(static_cast<float>(value));
    for (const auto& triangle : mesh.triangles) {
      bytes.put(std::uint8_t{3});
      for (const std::uint32_t corner : triangle) bytes.put(corner);
    }
    bytes.flush();
  });
}

}  // namespace skiagraph::io
