#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/inference/compute_type.h"

namespace skiagraph::inference {

/// Remembers from one start to the next which form of the networks won the self-test, for each processor and
/// model. What cannot be read or written is as if it were not there.
class ComputeTypeCache {
 public:
  /// An empty folder remembers nothing.
  explicit ComputeTypeCache(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::optional<ComputeType> find(const std::string& key) const;
  void remember(const std::string& key, ComputeType form) const;

  /// $XDG_CACHE_HOME/skiagraph or ~/.cache/skiagraph; empty when neither is known.
  static std::filesystem::path user_folder();

 private:
  [[nodiscard]] std::filesystem::path file_of(const std::string& key) const;
  std::filesystem::path folder_;
};

/// Model of this processor and how many of them there are, for people.
std::string processor_name();
/// The same with all that decides about speed: instruction sets, and what the environment forbids.
std::string processor_key();

}  // namespace skiagraph::inference
