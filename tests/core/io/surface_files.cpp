#include "tests/core/io/surface_files.h"

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/core/io/files.h"

namespace skiagraph::testing {
namespace {

static_assert(std::endian::native == std::endian::little, "the formats below are little-endian");

template <class T>
void put(std::string& bytes, T value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put(std::string& bytes, Vec3 p) {
  put(bytes, static_cast<float>(p.x));
  put(bytes, static_cast<float>(p.y));
  put(bytes, static_cast<float>(p.z));
}

/// Positions, then indices.
std::string gltf_buffer(const geometry::TriangleMesh& mesh) {
  std::string buffer;
  for (const Vec3& p : mesh.vertices) put(buffer, p);
  for (const auto& triangle : mesh.triangles)
    for (const std::uint32_t corner : triangle) put(buffer, corner);
  return buffer;
}

nlohmann::json gltf_accessors(const geometry::TriangleMesh& mesh) {
  Vec3 low = mesh.vertices.front(), high = low;
  for (const Vec3& p : mesh.vertices) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
  }
  constexpr int kFloat = 5126, kUnsignedInt = 5125;
  return {{{"bufferView", 0},
           {"componentType", kFloat},
           {"count", mesh.vertices.size()},
           {"type", "VEC3"},
           {"min", {low.x, low.y, low.z}},
           {"max", {high.x, high.y, high.z}}},
          {{"bufferView", 1},
           {"componentType", kUnsignedInt},
           {"count", 3 * mesh.triangles.size()},
           {"type", "SCALAR"}}};
}

/// A chunk of a GLB, filled up to a multiple of four bytes.
std::string chunk(std::uint32_t type, std::string content, char filling) {
  content.resize((content.size() + 3) / 4 * 4, filling);
  std::string bytes;
  put(bytes, static_cast<std::uint32_t>(content.size()));
  put(bytes, type);
  return bytes + content;
}

std::string places_text(const geometry::TriangleMesh& mesh) {
  std::ostringstream out;
  out.precision(9);
  for (const Vec3& p : mesh.vertices) out << p.x << ' ' << p.y << ' ' << p.z << '\n';
  return out.str();
}

/// The corners, with the same text before those of each triangle.
std::string corners_text(const geometry::TriangleMesh& mesh, const char* before) {
  std::ostringstream out;
  for (const auto& [a, b, c] : mesh.triangles) out << before << a << ' ' << b << ' ' << c << '\n';
  return out.str();
}

}  // namespace

void write_off(const std::filesystem::path& path, const geometry::TriangleMesh& mesh) {
  std::ofstream(path) << "OFF\n"
                      << mesh.vertices.size() << ' ' << mesh.triangles.size() << " 0\n"
                      << places_text(mesh) << corners_text(mesh, "3 ");
}

void write_packed(const std::filesystem::path& path, const std::string& bytes) {
  const gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  gzclose(file);
}

void write_obj(const std::filesystem::path& path, const geometry::TriangleMesh& mesh) {
  std::ofstream out(path);
  out.precision(9);
  for (const Vec3& p : mesh.vertices) out << "v " << p.x << ' ' << p.y << ' ' << p.z << '\n';
  for (const auto& [a, b, c] : mesh.triangles) out << "f " << a + 1 << ' ' << b + 1 << ' ' << c + 1 << '\n';
}

void write_stl(const std::filesystem::path& path, const geometry::TriangleMesh& mesh) {
  std::string bytes(80, ' ');
  put(bytes, static_cast<std::uint32_t>(mesh.triangles.size()));
  for (const auto& triangle : mesh.triangles) {
    put(bytes, Vec3{});
    for (const std::uint32_t corner : triangle) put(bytes, mesh.vertices[corner]);
    put(bytes, std::uint16_t{0});
  }
  write_file(path, bytes);
}

void write_stl_ascii(const std::filesystem::path& path, const geometry::TriangleMesh& mesh) {
  std::ofstream out(path);
  out.precision(9);
  out << "solid body\n";
  for (const auto& triangle : mesh.triangles) {
    out << "facet normal 0 0 0\nouter loop\n";
    for (const std::uint32_t corner : triangle) {
      const Vec3 p = mesh.vertices[corner];
      out << "vertex " << p.x << ' ' << p.y << ' ' << p.z << '\n';
    }
    out << "endloop\nendfacet\n";
  }
  out << "endsolid body\n";
}

void write_gltf(const std::filesystem::path& path, const geometry::TriangleMesh& mesh, const GltfMatrix& root,
                const std::vector<GltfMatrix>& nodes) {
  const std::string buffer = gltf_buffer(mesh);
  const std::size_t positions = mesh.vertices.size() * 12;
  nlohmann::json content;
  content["asset"] = {{"version", "2.0"}};
  content["scene"] = 0;
  content["scenes"] = {{{"nodes", {0}}}};
  content["nodes"] = {{{"matrix", root}}};
  for (const GltfMatrix& matrix : nodes) {
    content["nodes"][0]["children"].push_back(content["nodes"].size());
    content["nodes"].push_back({{"mesh", 0}, {"matrix", matrix}});
  }
  content["meshes"] = {{{"primitives", {{{"attributes", {{"POSITION", 0}}}, {"indices", 1}}}}}};
  content["accessors"] = gltf_accessors(mesh);
  content["bufferViews"] = {
      {{"buffer", 0}, {"byteOffset", 0}, {"byteLength", positions}},
      {{"buffer", 0}, {"byteOffset", positions}, {"byteLength", buffer.size() - positions}}};
  content["buffers"] = {{{"byteLength", buffer.size()}}};
  if (path.extension() == ".gltf") {
    std::filesystem::path beside = path;
    beside.replace_extension(".bin");
    content["buffers"][0]["uri"] = beside.filename().string();
    write_file(beside, buffer);
    write_file(path, content.dump());
    return;
  }
  constexpr std::uint32_t kJson = 0x4E4F534A, kBinary = 0x004E4942;
  const std::string chunks = chunk(kJson, content.dump(), ' ') + chunk(kBinary, buffer, '\0');
  std::string bytes = "glTF";
  put(bytes, std::uint32_t{2});
  put(bytes, static_cast<std::uint32_t>(12 + chunks.size()));
  write_file(path, bytes + chunks);
}

void write_fbx(const std::filesystem::path& path, const geometry::TriangleMesh& mesh, Vec3 translation) {
  std::ostringstream places, corners;
  places.precision(9);
  const char* comma = "";
  for (const Vec3& p : mesh.vertices) {
    places << comma << p.x << ',' << p.y << ',' << p.z;
    comma = ",";
  }
  comma = "";
  for (const auto& [a, b, c] : mesh.triangles) {
    corners << comma << a << ',' << b << ',' << -static_cast<std::int64_t>(c) - 1;  // the last one negated
    comma = ",";
  }
  std::ofstream(path)
      << "; FBX 7.4.0 project file\n"
         "FBXHeaderExtension:  {\n\tFBXHeaderVersion: 1003\n\tFBXVersion: 7400\n}\n"
         "Objects:  {\n\tGeometry: 1000, \"Geometry::body\", \"Mesh\" {\n\t\tVertices: *"
      << 3 * mesh.vertices.size() << " {\n\t\t\ta: " << places.str() << "\n\t\t}\n\t\tPolygonVertexIndex: *"
      << 3 * mesh.triangles.size() << " {\n\t\t\ta: " << corners.str()
      << "\n\t\t}\n\t\tGeometryVersion: 124\n\t}\n"
         "\tModel: 2000, \"Model::body\", \"Mesh\" {\n\t\tVersion: 232\n\t\tProperties70:  {\n"
         "\t\t\tP: \"Lcl Translation\", \"Lcl Translation\", \"\", \"A\","
      << translation.x << ',' << translation.y << ',' << translation.z
      << "\n\t\t}\n\t}\n}\n"
         "Connections:  {\n\tC: \"OO\",2000,0\n\tC: \"OO\",1000,2000\n}\n";
}

}  // namespace skiagraph::testing
