#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/tensors/tensor_file.h"

namespace skiagraph::population {

/// Finished parts of a long run in a folder of their own, so that a run that was killed can go on. Without a
/// folder name nothing is kept.
class PopulationParts {
 public:
  /// fingerprint: everything that the result depends on. Makes the folder. Throws InputError when it cannot.
  PopulationParts(std::filesystem::path folder, std::string fingerprint);

  /// Nothing when there is no such part. Throws InputError when it is damaged or of another population.
  [[nodiscard]] std::optional<tensors::TensorFile> read(const std::string& name) const;
  /// Throws Error when it cannot be written.
  void write(const std::string& name, tensors::TensorFile part) const;
  /// Deletes the parts of this population alone, and the folder when nothing else is in it.
  void remove() const;

 private:
  [[nodiscard]] std::filesystem::path path(const std::string& name) const;
  [[nodiscard]] bool is_part(const std::filesystem::path& file) const;

  std::filesystem::path folder_;
  std::string fingerprint_;
};

}  // namespace skiagraph::population
