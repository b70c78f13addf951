#include "core/io/gltf_scene.h"

#include <algorithm>
#include <array>
#include <utility>

namespace skiagraph::io {
namespace {

using nlohmann::json;
using Children = std::vector<std::vector<std::uint64_t>>;

/// A rotation by a unit quaternion x, y, z, w after a scaling, before a shift.
Transform placed(const std::vector<double>& shift, const std::vector<double>& turn,
                 const std::vector<double>& scale) {
  const double x = turn[0], y = turn[1], z = turn[2], w = turn[3];
  Transform result;
  result.m = {{{1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w), shift[0]},
               {2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w), shift[1]},
               {2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y), shift[2]},
               {0, 0, 0, 1}}};
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 3; ++column) result.m[row][column] *= scale[column];
  return result;
}

Transform own_transform(const GltfDocument& document, const json& node) {
  const auto numbers = [&](const char* name, std::vector<double> otherwise) {
    std::vector<double> found = gltf_numbers(document, node, name);
    if (found.empty()) return otherwise;
    if (found.size() != otherwise.size()) throw document.damaged();
    return found;
  };
  const std::vector<double> matrix = gltf_numbers(document, node, "matrix");
  if (matrix.empty())
    return placed(numbers("translation", {0, 0, 0}), numbers("rotation", {0, 0, 0, 1}),
                  numbers("scale", {1, 1, 1}));
  std::array<double, 16> elements{};
  if (matrix.size() != elements.size()) throw document.damaged();
  std::ranges::copy(matrix, elements.begin());
  return gltf_matrix(elements);
}

std::vector<std::uint64_t> indices(const GltfDocument& document, const json& object, const char* name,
                                   std::size_t end) {
  std::vector<std::uint64_t> result;
  for (const double number : gltf_numbers(document, object, name)) {
    if (!(number >= 0 && number < static_cast<double>(end))) throw document.damaged();
    result.push_back(static_cast<std::uint64_t>(number));
  }
  return result;
}

}  // namespace

Transform gltf_matrix(const std::array<double, 16>& numbers) {
  Transform result;
  for (std::size_t n = 0; n < numbers.size(); ++n) result.m[n % 4][n / 4] = numbers[n];
  return result;
}

GltfScene::GltfScene(const GltfDocument& document) {
  const json& nodes = document.list("nodes");
  Children children;
  std::vector<bool> is_child(nodes.size());
  for (const json& node : nodes) {
    children.push_back(indices(document, node, "children", nodes.size()));
    for (const std::uint64_t child : children.back()) {
      // One parent at most, as the specification asks; then there are no more paths than nodes.
      if (is_child[child])
        throw InputError("surface.damaged", "\"{}\" is damaged: its nodes are not a tree.", document.path());
      is_child[child] = true;
    }
  }
  place(document, children, is_child);
  choose(document, children, is_child);
}

void GltfScene::place(const GltfDocument& document, const Children& children,
                      const std::vector<bool>& is_child) {
  constexpr int kMostDepth = 500;
  const json& nodes = document.list("nodes");
  to_world_.resize(nodes.size());
  std::vector<std::pair<std::uint64_t, int>> open;
  for (std::uint64_t node = 0; node < nodes.size(); ++node) {
    to_world_[node] = own_transform(document, nodes[node]);
    if (!is_child[node]) open.emplace_back(node, 1);
  }
  std::size_t visited = 0;
  while (!open.empty()) {
    const auto [node, depth] = open.back();
    open.pop_back();
    ++visited;
    if (depth > kMostDepth)
      throw InputError("surface.nested", "\"{}\" is damaged: its parts are nested too deep.",
                       document.path());
    for (const std::uint64_t child : children[node]) {
      to_world_[child] = to_world_[node] * to_world_[child];
      open.emplace_back(child, depth + 1);
    }
  }
  if (visited != nodes.size())  // what no root leads to is a ring
    throw InputError("surface.damaged", "\"{}\" is damaged: its nodes are not a tree.", document.path());
}

void GltfScene::choose(const GltfDocument& document, const Children& children,
                       const std::vector<bool>& is_child) {
  const json& scenes = document.list("scenes");
  if (scenes.empty()) {
    for (std::uint64_t node = 0; node < is_child.size(); ++node)
      if (!is_child[node]) shown_.push_back(node);
  } else {
    const std::uint64_t scene = gltf_whole(document, document.content(), "scene").value_or(0);
    shown_ = indices(document, document.entry("scenes", scene), "nodes", is_child.size());
    std::vector<bool> seen(is_child.size());
    for (const std::uint64_t root : shown_) {
      if (seen[root]) throw document.damaged();
      seen[root] = true;
    }
  }
  for (std::size_t n = 0; n < shown_.size(); ++n) {
    const std::vector<std::uint64_t>& below = children[shown_[n]];
    shown_.insert(shown_.end(), below.begin(), below.end());
  }
  if (shown_.size() > is_child.size()) throw document.damaged();  // a root of the scene below another one
}

}  // namespace skiagraph::io
