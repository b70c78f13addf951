#include "core/io/joined_vertices.h"

#include <array>
#include <bit>
#include <limits>

namespace skiagraph::io {
namespace {

constexpr std::uint32_t kFree = std::numeric_limits<std::uint32_t>::max();

/// The bits of the coordinates: also what is no number is equal to itself.
std::array<std::uint64_t, 3> bits(Vec3 p) {
  const auto of = [](double value) { return std::bit_cast<std::uint64_t>(value + 0.0); };  // -0 becomes 0
  return {of(p.x), of(p.y), of(p.z)};
}

std::uint64_t hash(Vec3 place) {
  constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15ULL;
  std::uint64_t sum = 0;
  for (const std::uint64_t word : bits(place)) {
    sum = (sum ^ word) * kOdd;
    sum ^= sum >> 32;
  }
  return sum;
}

}  // namespace

VertexTable::VertexTable(std::size_t expected) : slots_(std::bit_ceil(2 * expected + 2), kFree) {}

std::uint32_t VertexTable::number_of(Vec3 place, std::span<const Vec3> known) {
  if (2 * known.size() >= slots_.size()) grow(known);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash(place) & mask;
  for (; slots_[slot] != kFree; slot = (slot + 1) & mask)
    if (bits(known[slots_[slot]]) == bits(place)) return slots_[slot];
  return slots_[slot] = static_cast<std::uint32_t>(known.size());
}

void VertexTable::insert(std::uint32_t number, Vec3 place) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash(place) & mask;
  while (slots_[slot] != kFree) slot = (slot + 1) & mask;
  slots_[slot] = number;
}

void VertexTable::grow(std::span<const Vec3> known) {
  slots_.assign(2 * slots_.size(), kFree);
  for (std::uint32_t n = 0; n < known.size(); ++n) insert(n, known[n]);
}

void join_vertices(geometry::TriangleMesh& mesh) {
  std::vector<Vec3>& vertices = mesh.vertices;
  std::vector<bool> used(vertices.size());
  for (const auto& triangle : mesh.triangles)
    for (const std::uint32_t corner : triangle) used[corner] = true;
  VertexTable table(vertices.size());
  std::vector<std::uint32_t> joined(vertices.size());
  std::uint32_t count = 0;
  for (std::size_t n = 0; n < vertices.size(); ++n) {
    if (!used[n]) continue;
    joined[n] = table.number_of(vertices[n], std::span(vertices).first(count));
    if (joined[n] == count) vertices[count++] = vertices[n];
  }
  if (count == vertices.size()) return;
  vertices.resize(count);
  for (auto& triangle : mesh.triangles)
    for (std::uint32_t& corner : triangle) corner = joined[corner];
}

}  // namespace skiagraph::io
