#include "core/io/fbx_check.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "core/io/fbx_records.h"
#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

class Checks : public FbxRecords {
 public:
  explicit Checks(const ByteSource& source) : source_(source) {}

  void take(const FbxRecord& record) override {
    if (record.depth == 2) object_ = record.values.empty() ? "" : record.values[0];
    if (record.depth == 2 && record.name == "Model") models_.insert(object_);
    if (record.depth == 3) array_ = record.name;
    if (record.depth == 3 || record.name == "a") take_array(record);
    if (record.depth == 2 && (record.name == "C" || record.name == "Connect") && record.values.size() >= 3)
      connections_.emplace(record.values[1], record.values[2]);
    array_bytes_ += record.array_bytes;
    constexpr std::uint64_t kMostPacked = 64, kSmallest = 1 << 24;  // bytes for each byte of the file
    if (array_bytes_ > kMostPacked * source_.most_bytes() + kSmallest)
      throw InputError("surface.packed", "\"{}\" would become {} bytes large, which no body scan does.",
                       source_.path(), array_bytes_);
  }

  /// Every model must have one parent at most, and none be above itself.
  void check_models() const {
    std::map<std::string, std::string> parents;
    for (const auto& [child, parent] : connections_)
      if (models_.contains(child) && models_.contains(parent) && !parents.emplace(child, parent).second)
        refuse_graph();
    constexpr int kMostDepth = 500;
    std::map<std::string, int> depths;  // of those looked at, so that each is looked at once
    for (const std::string& model : models_) {
      std::vector<std::string> above{model};
      while (!depths.contains(above.back())) {
        const auto parent = parents.find(above.back());
        if (parent == parents.end())
          depths[above.back()] = 0;
        else if (above.size() > models_.size())
          refuse_graph();
        else
          above.push_back(parent->second);
      }
      int depth = depths[above.back()];
      for (above.pop_back(); !above.empty(); above.pop_back()) depths[above.back()] = ++depth;
      if (depth > kMostDepth)
        throw InputError("surface.nested", "\"{}\" is damaged: its parts are nested too deep.",
                         source_.path());
    }
  }

  /// Every vertex that a bone moves must be there: Assimp counts on it. Bones belong to a skin, that to a
  /// mesh.
  void check_bones() const {
    for (const auto& [bone, largest] : reach_)
      for_each_parent(bone, [&, most = largest](const std::string& skin) {
        for_each_parent(skin, [&](const std::string& mesh) {
          const auto vertices = vertices_.find(mesh);
          if (vertices != vertices_.end() && most >= static_cast<std::int64_t>(vertices->second))
            throw InputError("surface.damaged",
                             "\"{}\" is damaged: a bone moves vertices that are not there.", source_.path());
        });
      });
  }

 private:
  /// Of an object that comes twice either may count.
  void take_array(const FbxRecord& record) {
    if (array_ == "Vertices" && record.numbers > 1) {
      const auto [vertices, is_new] = vertices_.emplace(object_, record.numbers / 3);
      if (!is_new) vertices->second = std::min(vertices->second, record.numbers / 3);
    }
    if (array_ == "Indexes" && record.largest >= 0) {
      auto& largest = reach_[object_];
      largest = std::max(largest, record.largest);
    }
  }

  template <class Visit>
  void for_each_parent(const std::string& child, const Visit& visit) const {
    for (auto c = connections_.lower_bound({child, ""}); c != connections_.end() && c->first == child; ++c)
      visit(c->second);
  }

  [[noreturn]] void refuse_graph() const {
    throw InputError("surface.damaged", "\"{}\" is damaged: its nodes are not a tree.", source_.path());
  }

  const ByteSource& source_;
  std::set<std::string> models_;
  std::set<std::pair<std::string, std::string>> connections_;  // child and parent
  std::string object_, array_;                                 // whose records come
  std::map<std::string, std::uint64_t> vertices_;              // of meshes
  std::map<std::string, std::int64_t> reach_;                  // the last vertex that a bone moves
  std::uint64_t array_bytes_ = 0;
};

}  // namespace

void check_fbx(ByteSource& source) {
  Checks checks(source);
  read_fbx_records(source, checks);
  checks.check_models();
  checks.check_bones();
}

}  // namespace skiagraph::io
