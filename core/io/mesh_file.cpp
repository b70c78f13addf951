#include "core/io/mesh_file.h"

#include <assimp/config.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>
#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkPLYWriter.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>

#include <algorithm>
#include <array>
#include <assimp/Importer.hpp>
#include <cctype>
#include <string>

#include "core/base/error.h"
#include "core/io/ply_check.h"
#include "core/io/ply_triangles.h"
#include "core/io/vtk_errors.h"

namespace skiagraph::io {
namespace {

constexpr std::array<std::string_view, 6> kExtensions{".ply", ".obj", ".stl", ".gltf", ".glb", ".fbx"};

std::string lower_case_extension(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension;
}

void check_file(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    throw InputError("There is no file \"" + path.string() + "\".");
  }
  if (std::filesystem::file_size(path, error) == 0) throw InputError("\"" + path.string() + "\" is empty.");
  const std::string extension = lower_case_extension(path);
  if (std::find(kExtensions.begin(), kExtensions.end(), extension) == kExtensions.end()) {
    throw InputError("\"" + path.string() + "\" is not a surface file; use PLY, OBJ, STL, glTF, GLB or FBX.");
  }
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

void append(geometry::TriangleMesh& result, const aiScene& scene, const aiNode& node,
            const aiMatrix4x4& parent) {
  const aiMatrix4x4 to_world = parent * node.mTransformation;
  for (unsigned i = 0; i < node.mNumMeshes; ++i) append(result, *scene.mMeshes[node.mMeshes[i]], to_world);
  for (unsigned i = 0; i < node.mNumChildren; ++i) append(result, scene, *node.mChildren[i], to_world);
}

}  // namespace

geometry::TriangleMesh read_mesh(const std::filesystem::path& path) {
  check_file(path);
  if (lower_case_extension(path) == ".ply" && check_ply(path))
    if (auto mesh = read_ply_triangles(path)) return *std::move(mesh);
  Assimp::Importer importer;
  // Positions are all that counts; without normals and texture seams equal vertices can be joined.
  importer.SetPropertyInteger(AI_CONFIG_PP_RVC_FLAGS,
                              aiComponent_NORMALS | aiComponent_TANGENTS_AND_BITANGENTS | aiComponent_COLORS |
                                  aiComponent_TEXCOORDS | aiComponent_BONEWEIGHTS | aiComponent_ANIMATIONS |
                                  aiComponent_TEXTURES | aiComponent_MATERIALS);
  importer.SetPropertyInteger(AI_CONFIG_PP_SBP_REMOVE, aiPrimitiveType_POINT | aiPrimitiveType_LINE);
  const aiScene* scene = read_scene(importer, path);
  if (scene == nullptr || scene->mRootNode == nullptr) {
    throw InputError("\"" + path.string() +
                     "\" cannot be read as a surface: the file is damaged or of another format.");
  }
  geometry::TriangleMesh mesh;
  append(mesh, *scene, *scene->mRootNode, aiMatrix4x4());
  if (mesh.triangles.empty()) throw InputError("\"" + path.string() + "\" holds no triangles.");
  return mesh;
}

void write_ply(const std::filesystem::path& path, const geometry::TriangleMesh& mesh) {
  vtkNew<vtkPoints> points;
  for (const Vec3& vertex : mesh.vertices) points->InsertNextPoint(vertex.x, vertex.y, vertex.z);
  vtkNew<vtkCellArray> cells;
  for (const auto& [a, b, c] : mesh.triangles) cells->InsertNextCell({a, b, c});
  vtkNew<vtkPolyData> data;
  data->SetPoints(points);
  data->SetPolys(cells);
  vtkNew<vtkPLYWriter> writer;
  const VtkErrors errors(writer);
  writer->SetInputData(data);
  writer->SetFileName(path.c_str());
  writer->SetFileTypeToBinary();
  if (writer->Write() == 0 || errors.any() || !std::filesystem::exists(path)) {
    throw Error("\"" + path.string() + "\" cannot be written.");
  }
}

}  // namespace skiagraph::io
