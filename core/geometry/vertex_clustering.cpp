#include "core/geometry/vertex_clustering.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "core/geometry/extent.h"

namespace skiagraph::geometry {
namespace {

/// The grid's cells that hold vertices, in the order in which they are met.
class Cells {
 public:
  Cells(const TriangleMesh& mesh, double size) : size_(size) {
    const Vec3 axes[] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    low_ = {extent(mesh, axes[0]).low, extent(mesh, axes[1]).low, extent(mesh, axes[2]).low};
  }

  std::uint32_t add(Vec3 place) {
    const auto [found, fresh] = numbers_.try_emplace(key(place), static_cast<std::uint32_t>(sums_.size()));
    if (fresh) sums_.push_back({});
    Sum& sum = sums_[found->second];
    sum.places = sum.places + place;
    ++sum.count;
    return found->second;
  }
  [[nodiscard]] std::vector<Vec3> means() const {
    std::vector<Vec3> means;
    means.reserve(sums_.size());
    for (const Sum& sum : sums_) means.push_back(sum.places * (1.0 / sum.count));
    return means;
  }

 private:
  struct Sum {
    Vec3 places;
    std::uint32_t count = 0;
  };
  [[nodiscard]] std::uint64_t key(Vec3 place) const {
    constexpr int kBits = 21;
    const Vec3 cell = (place - low_) * (1 / size_);
    return (static_cast<std::uint64_t>(cell.x) << (2 * kBits)) |
           (static_cast<std::uint64_t>(cell.y) << kBits) | static_cast<std::uint64_t>(cell.z);
  }

  double size_;
  Vec3 low_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<Sum> sums_;
};

}  // namespace

TriangleMesh clustered(const TriangleMesh& mesh, double cell, std::vector<std::uint32_t>* number) {
  Cells cells(mesh, cell);
  std::vector<std::uint32_t> cell_of;
  cell_of.reserve(mesh.vertices.size());
  for (const Vec3& vertex : mesh.vertices) cell_of.push_back(cells.add(vertex));
  TriangleMesh result{cells.means(), {}};
  for (const auto& t : mesh.triangles) {
    std::array corners{cell_of[t[0]], cell_of[t[1]], cell_of[t[2]]};
    if (corners[0] == corners[1] || corners[1] == corners[2] || corners[2] == corners[0]) continue;
    std::ranges::rotate(corners, std::ranges::min_element(corners));
    result.triangles.push_back(corners);
  }
  std::ranges::sort(result.triangles);
  const auto repeated = std::ranges::unique(result.triangles);
  result.triangles.erase(repeated.begin(), repeated.end());
  if (number != nullptr) *number = std::move(cell_of);
  return result;
}

}  // namespace skiagraph::geometry
