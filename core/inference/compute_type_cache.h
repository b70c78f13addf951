#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/inference/compute_type.h"

namespace skiagraph::inference {

/// Keeps the compute type that the self-test chose from one start of the program to the next, one file for
/// each key (processor and model). A file that cannot be read or written counts as missing: then the test
/// runs again. Throws nothing for such files.
class ComputeTypeCache {
 public:
  /// With an empty folder nothing is kept.
  explicit ComputeTypeCache(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::optional<ComputeType> find(const std::string& key) const;
  void remember(const std::string& key, ComputeType type) const;

  /// $XDG_CACHE_HOME/skiagraph or ~/.cache/skiagraph; empty when neither is known.
  static std::filesystem::path user_folder();

 private:
  [[nodiscard]] std::filesystem::path file_of(const std::string& key) const;
  std::filesystem::path folder_;
};

/// Model and number of this computer's processors, for people to read.
std::string processor_name();
/// The same and everything else that decides which compute type is fastest: instruction sets, and the limits
/// that environment variables set.
std::string processor_key();

}  // namespace skiagraph::inference
