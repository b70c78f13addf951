#include "core/io/fbx_file.h"

#include <assimp/config.h>
#include <assimp/scene.h>

#include <algorithm>
#include <assimp/Importer.hpp>
#include <utility>
#include <vector>

#include "core/base/vector.h"
#include "core/io/fbx_check.h"
#include "core/io/surface_builder.h"
#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

/// Positions and faces are all that counts. Without post-processing, which takes the corners of a file on
/// trust.
const aiScene& read_scene(Assimp::Importer& importer, const std::filesystem::path& path) {
  for (const char* part : {AI_CONFIG_IMPORT_FBX_READ_ALL_GEOMETRY_LAYERS, AI_CONFIG_IMPORT_FBX_READ_MATERIALS,
                           AI_CONFIG_IMPORT_FBX_READ_TEXTURES, AI_CONFIG_IMPORT_FBX_READ_CAMERAS,
                           AI_CONFIG_IMPORT_FBX_READ_LIGHTS, AI_CONFIG_IMPORT_FBX_READ_ANIMATIONS,
                           AI_CONFIG_IMPORT_FBX_READ_WEIGHTS})
    importer.SetPropertyBool(part, false);
  const aiScene* scene = importer.ReadFile(path.string(), 0);
  if (scene == nullptr || scene->mRootNode == nullptr)
    throw InputError("surface.damaged",
                     "\"{}\" cannot be read as a surface: the file is damaged or of another format.", path);
  return *scene;
}

Transform transform_of(const aiMatrix4x4& matrix) {
  Transform result;
  for (unsigned row = 0; row < 4; ++row)
    for (unsigned column = 0; column < 4; ++column) result.m[row][column] = matrix[row][column];
  return result;
}

/// A mesh of a scene where one of the scene's nodes shows it.
struct PlacedMesh {
  const aiMesh* mesh;
  Transform to_world;
};

/// Without recursion: files may nest nodes deeper than the stack is.
std::vector<PlacedMesh> placed_meshes(const aiScene& scene) {
  std::vector<PlacedMesh> meshes;
  std::vector<std::pair<const aiNode*, Transform>> open{{scene.mRootNode, Transform()}};
  while (!open.empty()) {
    const auto [node, parent] = open.back();
    open.pop_back();
    const Transform to_world = parent * transform_of(node->mTransformation);
    for (unsigned i = 0; i < node->mNumMeshes; ++i)
      meshes.push_back({scene.mMeshes[node->mMeshes[i]], to_world});
    for (unsigned i = node->mNumChildren; i > 0; --i) open.emplace_back(node->mChildren[i - 1], to_world);
  }
  return meshes;
}

double determinant(const Transform& t) {
  const auto row = [&](int n) { return Vec3{t.m[n][0], t.m[n][1], t.m[n][2]}; };
  return dot(row(0), cross(row(1), row(2)));
}

void append(SurfaceBuilder& builder, const PlacedMesh& placed) {
  const aiMesh& mesh = *placed.mesh;
  const std::uint32_t first = builder.vertex_count();
  for (unsigned i = 0; i < mesh.mNumVertices; ++i) {
    const aiVector3D& p = mesh.mVertices[i];
    builder.add_vertex(placed.to_world({p.x, p.y, p.z}));
  }
  const bool mirrored = determinant(placed.to_world) < 0;
  std::vector<std::uint32_t> corners;
  for (unsigned i = 0; i < mesh.mNumFaces; ++i) {
    const aiFace& face = mesh.mFaces[i];
    corners.assign(face.mIndices, face.mIndices + face.mNumIndices);
    for (std::uint32_t& corner : corners)
      corner = corner < mesh.mNumVertices ? first + corner : SurfaceBuilder::kNoVertex;
    if (mirrored) std::ranges::reverse(corners);
    builder.add_polygon(corners);
  }
}

SurfaceBuilder surface_of(const aiScene& scene, const ByteSource& source) {
  const std::vector<PlacedMesh> meshes = placed_meshes(scene);
  std::uint64_t vertices = 0, faces = 0;
  for (const PlacedMesh& placed : meshes) {
    vertices += placed.mesh->mNumVertices;
    faces += placed.mesh->mNumFaces;
  }
  SurfaceBuilder builder(source.path(), "FBX", source.file_bytes());
  builder.reserve(vertices, faces);
  for (const PlacedMesh& placed : meshes) append(builder, placed);
  return builder;
}

}  // namespace

SurfaceFile read_fbx(ByteSource& source, const CancelToken* cancel) {
  check_fbx(source);
  Assimp::Importer importer;
  const aiScene& scene = read_scene(importer, source.path());
  if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
  SurfaceFile surface{surface_of(scene, source).finish(), {}};
  constexpr double kCentimetre = 10;  // FBX counts in centimetres, times a factor
  float factor = 0;
  if (scene.mMetaData != nullptr && scene.mMetaData->Get("UnitScaleFactor", factor) && factor > 0)
    surface.unit_mm = kCentimetre * factor;
  return surface;
}

}  // namespace skiagraph::io
