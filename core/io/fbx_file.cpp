#include "core/io/fbx_file.h"

#include <assimp/config.h>
#include <assimp/scene.h>

#include <algorithm>
#include <assimp/Importer.hpp>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/vector.h"
#include "core/io/fbx_check.h"
#include "core/io/separate_process.h"
#include "core/io/surface_builder.h"
#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

InputError damaged(const std::filesystem::path& path) {
  return InputError("surface.damaged",
                    "\"{}\" cannot be read as a surface: the file is damaged or of another format.", path);
}

/// Positions, faces and what bends them are all that counts. Without post-processing, which takes the corners
/// of a file on trust.
const aiScene& read_scene(Assimp::Importer& importer, const std::filesystem::path& path) {
  for (const char* part : {AI_CONFIG_IMPORT_FBX_READ_ALL_GEOMETRY_LAYERS, AI_CONFIG_IMPORT_FBX_READ_MATERIALS,
                           AI_CONFIG_IMPORT_FBX_READ_TEXTURES, AI_CONFIG_IMPORT_FBX_READ_CAMERAS,
                           AI_CONFIG_IMPORT_FBX_READ_LIGHTS, AI_CONFIG_IMPORT_FBX_READ_ANIMATIONS})
    importer.SetPropertyBool(part, false);
  const aiScene* scene = importer.ReadFile(path.string(), 0);
  if (scene == nullptr || scene->mRootNode == nullptr) throw damaged(path);
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

struct PlacedScene {
  std::vector<PlacedMesh> meshes;
  std::map<std::string, Transform> nodes;  ///< to the world, by name
};

/// Without recursion: files may nest nodes deeper than the stack is.
PlacedScene placed(const aiScene& scene) {
  PlacedScene result;
  std::vector<std::pair<const aiNode*, Transform>> open{{scene.mRootNode, Transform()}};
  while (!open.empty()) {
    const auto [node, parent] = open.back();
    open.pop_back();
    const Transform to_world = parent * transform_of(node->mTransformation);
    result.nodes.emplace(node->mName.C_Str(), to_world);
    for (unsigned i = 0; i < node->mNumMeshes; ++i)
      result.meshes.push_back({scene.mMeshes[node->mMeshes[i]], to_world});
    for (unsigned i = node->mNumChildren; i > 0; --i) open.emplace_back(node->mChildren[i - 1], to_world);
  }
  return result;
}

Vec3 place_of(const aiVector3D& p) {
  return {p.x, p.y, p.z};
}

/// The vertices in the world; where bones move them, the mean of where each would have them, as viewers show
/// it.
std::vector<Vec3> vertices_of(const PlacedMesh& placed, const std::map<std::string, Transform>& nodes) {
  const aiMesh& mesh = *placed.mesh;
  std::vector<Vec3> places(mesh.mNumVertices);
  std::vector<double> weights(mesh.mNumVertices);
  for (unsigned i = 0; i < mesh.mNumBones; ++i) {
    const aiBone& bone = *mesh.mBones[i];
    const auto node = nodes.find(bone.mName.C_Str());
    if (node == nodes.end()) continue;
    const Transform to_world = node->second * transform_of(bone.mOffsetMatrix);
    for (unsigned n = 0; n < bone.mNumWeights; ++n) {
      const auto [vertex, weight] = bone.mWeights[n];
      if (vertex >= mesh.mNumVertices || !(weight > 0)) continue;
      places[vertex] = places[vertex] + to_world(place_of(mesh.mVertices[vertex])) * weight;
      weights[vertex] += weight;
    }
  }
  for (unsigned i = 0; i < mesh.mNumVertices; ++i)
    places[i] = weights[i] > 0 ? places[i] * (1 / weights[i]) : placed.to_world(place_of(mesh.mVertices[i]));
  return places;
}

/// Assimp keeps single precision alone: far from its origin a body would come out in steps.
void check_precision(const aiMesh& mesh, const std::filesystem::path& path) {
  constexpr double kCoarsest = 1.0 / 2000;  // of the body's length
  Vec3 low{1e300, 1e300, 1e300}, high = low * -1;
  for (unsigned i = 0; i < mesh.mNumVertices; ++i) {
    const Vec3 p = place_of(mesh.mVertices[i]);
    low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
  }
  const double step = std::numeric_limits<float>::epsilon() * std::max(norm(low), norm(high));
  if (step > kCoarsest * norm(high - low) && norm(high - low) > 0)
    throw InputError("surface.far_away",
                     "The surface in \"{}\" lies so far from the origin of its coordinates that FBX is not "
                     "read exactly enough; move it to the origin, or export it as PLY or OBJ.",
                     path);
}

double determinant(const Transform& t) {
  const auto row = [&](int n) { return Vec3{t.m[n][0], t.m[n][1], t.m[n][2]}; };
  return dot(row(0), cross(row(1), row(2)));
}

void append(SurfaceBuilder& builder, const PlacedMesh& placed,
            const std::map<std::string, Transform>& nodes) {
  const aiMesh& mesh = *placed.mesh;
  const std::uint32_t first = builder.vertex_count();
  for (const Vec3& place : vertices_of(placed, nodes)) builder.add_vertex(place);
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
  const PlacedScene shown = placed(scene);
  std::uint64_t vertices = 0, faces = 0;
  for (const PlacedMesh& mesh : shown.meshes) {
    vertices += mesh.mesh->mNumVertices;
    faces += mesh.mesh->mNumFaces;
  }
  SurfaceBuilder builder(source.path(), "FBX", source.file_bytes());
  builder.reserve(vertices, faces);
  for (const PlacedMesh& mesh : shown.meshes) {
    check_precision(*mesh.mesh, source.path());
    append(builder, mesh, shown.nodes);
  }
  return builder;
}

}  // namespace

SurfaceFile read_fbx_here(ByteSource& source) {
  check_fbx(source);
  Assimp::Importer importer;
  const aiScene& scene = read_scene(importer, source.path());
  SurfaceFile surface{surface_of(scene, source).finish(), {}};
  constexpr double kCentimetre = 10;  // FBX counts in centimetres, times a factor
  float factor = 0;
  if (scene.mMetaData != nullptr && scene.mMetaData->Get("UnitScaleFactor", factor) && factor > 0)
    surface.unit_mm = kCentimetre * factor;
  return surface;
}

SurfaceFile read_fbx(const std::filesystem::path& path, const CancelToken* cancel) {
  const auto read = [&](const FileNote&) {
    ByteSource source(path);
    return [surface = read_fbx_here(source)](const Pipe& pipe) {
      pipe.put(surface.mesh.vertices), pipe.put(surface.mesh.triangles);
      pipe.put(surface.unit_mm.value_or(0));
    };
  };
  SurfaceFile surface;
  const auto take = [&](const Pipe& pipe) {
    pipe.get(surface.mesh.vertices), pipe.get(surface.mesh.triangles);
    if (const auto unit_mm = pipe.get<double>(); unit_mm > 0) surface.unit_mm = unit_mm;
  };
  read_apart(path, {{}, cancel}, {read, take, damaged});
  return surface;
}

}  // namespace skiagraph::io
