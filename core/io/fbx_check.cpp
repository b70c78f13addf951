#include "core/io/fbx_check.h"

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
    if (record.depth == 2 && record.name == "Model" && !record.values.empty())
      models_.insert(record.values[0]);
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

 private:
  [[noreturn]] void refuse_graph() const {
    throw InputError("surface.damaged", "\"{}\" is damaged: its nodes are not a tree.", source_.path());
  }

  const ByteSource& source_;
  std::set<std::string> models_;
  std::set<std::pair<std::string, std::string>> connections_;  // child and parent
  std::uint64_t array_bytes_ = 0;
};

}  // namespace

void check_fbx(ByteSource& source) {
  Checks checks(source);
  read_fbx_records(source, checks);
  checks.check_models();
}

}  // namespace skiagraph::io
