#include "core/io/gltf_check.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/io/surface_limits.h"

namespace skiagraph::io {
namespace {

using nlohmann::json;

constexpr int kMostJsonDepth = 64, kMostNodeDepth = 500;

/// Bytes beyond ASCII count for nothing here, and need not be UTF-8.
std::string json_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  constexpr std::size_t kHeaderBytes = 20,
                        kLengthAt = 12;  // GLB: magic, version, length, chunk's length and kind
  std::string text(kHeaderBytes, '\0');
  file.read(text.data(), kHeaderBytes);
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.starts_with("glTF") && text.size() == kHeaderBytes) {
    std::uint32_t length = 0;
    std::memcpy(&length, text.data() + kLengthAt, sizeof length);
    std::error_code error;
    text.resize(std::min<std::uintmax_t>(length, std::filesystem::file_size(path, error)));
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
  } else {
    text.append(std::istreambuf_iterator<char>(file), {});
  }
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) > 127; }, '?');
  return text;
}

[[noreturn]] void refuse_depth(const std::filesystem::path& path) {
  throw InputError("surface.nested", "\"{}\" is damaged: its parts are nested too deep.", path);
}

/// How many brackets are open at most; those within strings do not count.
int json_depth(const std::string& text) {
  int depth = 0, deepest = 0;
  bool quoted = false;
  for (std::size_t n = 0; n < text.size(); ++n) {
    const char c = text[n];
    if (quoted && c == '\\') ++n;
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
    if (c == ']' || c == '}') --depth;
  }
  return deepest;
}

json parsed(const std::filesystem::path& path) {
  const std::string text = json_text(path);
  if (json_depth(text) > kMostJsonDepth) refuse_depth(path);
  return json::parse(text, nullptr, false);
}

/// glTF 1 names nodes and accessors by keys, glTF 2 by numbers.
std::string key_of(const json& reference) {
  return reference.is_string() ? reference.get<std::string>() : reference.dump();
}

const json& member(const json& object, const std::string& name) {
  static const json kNothing;
  if (!object.is_object()) return kNothing;
  const auto found = object.find(name);
  return found == object.end() ? kNothing : *found;
}

using Children = std::map<std::string, std::vector<std::string>>;

Children children_of(const json& nodes) {
  Children children;
  for (const auto& [key, node] : nodes.items())
    for (const json& child : member(node, "children")) children[key].push_back(key_of(child));
  return children;
}

/// Every node must have one parent at most, as the specification asks; then there are no more paths than
/// nodes.
void check_nodes(const json& nodes, const std::filesystem::path& path) {
  const Children children = children_of(nodes);
  std::map<std::string, std::string> parents;
  for (const auto& [parent, below] : children)
    for (const std::string& child : below)
      if (!parents.emplace(child, parent).second)
        throw InputError("surface.damaged", "\"{}\" is damaged: its nodes are not a tree.", path);
  std::vector<std::pair<std::string, int>> open;
  std::size_t visited = 0;
  for (const auto& [key, below] : children)
    if (!parents.contains(key)) open.emplace_back(key, 1);
  while (!open.empty()) {
    const auto [key, depth] = open.back();
    open.pop_back();
    if (depth > kMostNodeDepth) refuse_depth(path);
    const auto below = children.find(key);
    if (below == children.end()) continue;
    ++visited;
    for (const std::string& child : below->second) open.emplace_back(child, depth + 1);
  }
  if (visited != children.size())  // what no root leads to is a ring
    throw InputError("surface.damaged", "\"{}\" is damaged: its nodes are not a tree.", path);
}

std::uint64_t count_of(const json& accessors, const json& reference) {
  if (reference.is_null()) return 0;
  const std::string key = key_of(reference);
  const json* accessor = nullptr;
  if (accessors.is_array() && reference.is_number_unsigned() &&
      reference.get<std::size_t>() < accessors.size())
    accessor = &accessors[reference.get<std::size_t>()];
  if (accessors.is_object()) accessor = &member(accessors, key);
  const json& count = accessor == nullptr ? json() : member(*accessor, "count");
  return count.is_number_unsigned() ? count.get<std::uint32_t>() : 0;
}

/// Several meshes may show the same numbers; Assimp copies them for each.
void check_meshes(const json& content, const std::filesystem::path& path) {
  const json& accessors = member(content, "accessors");
  std::uint64_t vertices = 0, triangles = 0;
  for (const json& mesh : member(content, "meshes"))
    for (const json& primitive : member(mesh, "primitives")) {
      vertices += count_of(accessors, member(member(primitive, "attributes"), "POSITION"));
      triangles += count_of(accessors, member(primitive, "indices")) / 3;
    }
  check_surface_size(path, vertices, triangles);
}

}  // namespace

void check_gltf(const std::filesystem::path& path) {
  const json content = parsed(path);
  check_nodes(member(content, "nodes"), path);
  check_meshes(content, path);
}

}  // namespace skiagraph::io
