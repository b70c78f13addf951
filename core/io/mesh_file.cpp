#include "core/io/mesh_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <new>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/base/write_file.h"
#include "core/io/byte_source.h"
#include "core/io/fbx_file.h"
#include "core/io/foreign_file.h"
#include "core/io/gltf_file.h"
#include "core/io/obj_file.h"
#include "core/io/off_file.h"
#include "core/io/ply_file.h"
#include "core/io/stl_file.h"
#include "core/io/surface_formats.h"

namespace skiagraph::io {
namespace {

void check_is_file(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    throw InputError("file.missing", "There is no file \"{}\".", path);
  if (std::filesystem::file_size(path, error) == 0) throw InputError("file.empty", "\"{}\" is empty.", path);
}

/// Some formats tell of themselves what they are, whatever the file is called.
std::string_view format_in(std::string_view begin) {
  if (begin.starts_with("ply\n") || begin.starts_with("ply\r")) return "PLY";
  if (begin.starts_with("glTF")) return "GLB";
  if (begin.starts_with("Kaydara FBX Binary")) return "FBX";
  return {};
}

/// By name and content.
const SurfaceFormat& format_of(ByteSource& source) {
  const std::filesystem::path& path = source.path();
  constexpr std::size_t kLooked = 512;
  const std::string_view begin = source.peek(kLooked);
  const auto formats = surface_formats();
  const auto found = std::ranges::find(formats, format_in(begin), &SurfaceFormat::name);
  const SurfaceFormat* format = found != formats.end() ? &*found : surface_format_of(path);
  if (format == nullptr) refuse_foreign_name(path);
  refuse_foreign_content(path, begin);
  if (source.packed() && !format->packable)
    throw InputError("surface.archive", "\"{}\" is an archive; unpack it and open the surface in it.", path);
  return *format;
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

SurfaceFile read_surface(const std::filesystem::path& path, const ProgressFunction& progress,
                         const CancelToken* cancel) try {
  check_is_file(path);
  ByteSource source(path, progress, cancel);
  const std::string_view format = format_of(source).name;
  constexpr double kMetre = 1000;
  if (format == "PLY") return {read_ply(source), {}};
  if (format == "OBJ") return {read_obj(source), {}};
  if (format == "STL") return {read_stl(source), {}};
  if (format == "OFF") return {read_off(source), {}};
  if (format == "glTF" || format == "GLB") return {read_gltf(path, cancel), kMetre};
  return read_fbx(path, cancel);
} catch (const std::bad_alloc&) {
  throw InputError("surface.memory", "The memory of this computer is not enough for the surface \"{}\".",
                   path);
}

geometry::TriangleMesh read_mesh(const std::filesystem::path& path, const ProgressFunction& progress,
                                 const CancelToken* cancel) {
  return read_surface(path, progress, cancel).mesh;
}

void write_ply(const std::filesystem::path& path, const geometry::TriangleMesh& mesh) {
  write_file(path, [&](FileSink& sink) {
    sink.write(
        "ply\nformat binary_little_endian 1.0\ncomment Skiagraph, research use, not for diagnosis\nelement "
        "vertex " +
        std::to_string(mesh.vertices.size()) +
        "\nproperty float x\nproperty float y\nproperty float z\nelement face " +
        std::to_string(mesh.triangles.size()) + "\nproperty list uchar int vertex_indices\nend_header\n");
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
