#include "core/io/joined_vertices.h"

#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

namespace skiagraph::io {
namespace {

/// The bits of the coordinates: also what is no number is equal to itself.
std::array<std::uint64_t, 3> bits(Vec3 p) {
  const auto of = [](double value) { return std::bit_cast<std::uint64_t>(value + 0.0); };  // -0 becomes 0
  return {of(p.x), of(p.y), of(p.z)};
}

std::uint64_t hash(const std::array<std::uint64_t, 3>& key) {
  constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15ULL;
  std::uint64_t sum = 0;
  for (const std::uint64_t word : key) {
    sum = (sum ^ word) * kOdd;
    sum ^= sum >> 32;
  }
  return sum;
}

}  // namespace

void join_vertices(geometry::TriangleMesh& mesh) {
  constexpr std::uint32_t kFree = std::numeric_limits<std::uint32_t>::max();
  const std::size_t mask = std::bit_ceil(2 * mesh.vertices.size() + 1) - 1;
  std::vector<std::uint32_t> table(mask + 1, kFree), joined(mesh.vertices.size());
  std::uint32_t count = 0;
  for (std::size_t n = 0; n < mesh.vertices.size(); ++n) {
    const auto key = bits(mesh.vertices[n]);
    std::size_t slot = hash(key) & mask;
    while (table[slot] != kFree && bits(mesh.vertices[table[slot]]) != key) slot = (slot + 1) & mask;
    if (table[slot] == kFree) {
      table[slot] = count;
      mesh.vertices[count++] = mesh.vertices[n];
    }
    joined[n] = table[slot];
  }
  if (count == mesh.vertices.size()) return;
  mesh.vertices.resize(count);
  for (auto& triangle : mesh.triangles)
    for (std::uint32_t& corner : triangle) corner = joined[corner];
}

}  // namespace skiagraph::io
