#include "core/io/gltf_meshopt.h"

#include <meshoptimizer.h>

namespace skiagraph::io {
namespace {

/// What meshoptimizer asserts, and more than so many bytes no packed byte can stand for.
bool makes_sense(const MeshoptView& view) {
  constexpr std::uint64_t kMostStride = 256, kMostPacked = 100, kSmallest = 1 << 16;
  if (view.stride == 0 || view.stride > kMostStride) return false;
  if (view.count > (kMostPacked * view.packed.size() + kSmallest) / view.stride) return false;
  if (view.mode == "ATTRIBUTES") return view.stride % 4 == 0;
  return (view.stride == 2 || view.stride == 4) && (view.mode != "TRIANGLES" || view.count % 3 == 0);
}

bool apply_filter(const MeshoptView& view, std::string& bytes) {
  if (view.filter.empty() || view.filter == "NONE") return true;
  if (view.filter == "OCTAHEDRAL" && (view.stride == 4 || view.stride == 8))
    meshopt_decodeFilterOct(bytes.data(), view.count, view.stride);
  else if (view.filter == "QUATERNION" && view.stride == 8)
    meshopt_decodeFilterQuat(bytes.data(), view.count, view.stride);
  else if (view.filter == "EXPONENTIAL" && view.stride % 4 == 0)
    meshopt_decodeFilterExp(bytes.data(), view.count, view.stride);
  else
    return false;
  return true;
}

}  // namespace

std::optional<std::string> unpack(const MeshoptView& view) {
  if (!makes_sense(view)) return std::nullopt;
  std::string bytes(view.count * view.stride, '\0');
  const auto* packed = reinterpret_cast<const unsigned char*>(view.packed.data());
  int error = -1;
  if (view.mode == "ATTRIBUTES")
    error = meshopt_decodeVertexBuffer(bytes.data(), view.count, view.stride, packed, view.packed.size());
  if (view.mode == "TRIANGLES")
    error = meshopt_decodeIndexBuffer(bytes.data(), view.count, view.stride, packed, view.packed.size());
  if (view.mode == "INDICES")
    error = meshopt_decodeIndexSequence(bytes.data(), view.count, view.stride, packed, view.packed.size());
  if (error != 0 || !apply_filter(view, bytes)) return std::nullopt;
  return bytes;
}

}  // namespace skiagraph::io
