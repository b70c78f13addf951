#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/tensors/tensor_file.h"

namespace skiagraph::population {

/// Finished parts of a long run in a folder of their own, for the case that the run is killed. A folder
/// without a name keeps nothing.
class PopulationParts {
 public:
  /// fingerprint: everything that the result depends on. Throws InputError when the folder holds parts of
  /// another run or cannot be made.
  PopulationParts(std::filesystem::path folder, std::string fingerprint);

  /// Nothing when the part is not there or was not written to its end.
  [[nodiscard]] std::optional<tensors::TensorFile> read(const std::string& name) const;
  void write(const std::string& name, tensors::TensorFile part) const;
  /// The run is complete.
  void remove() const;

 private:
  [[nodiscard]] std::filesystem::path path(const std::string& name) const;

  std::filesystem::path folder_;
  std::string fingerprint_;
};

}  // namespace skiagraph::population
