#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/canonical_frame.h"

namespace skiagraph::inference {

/// What is known of a folder with networks: t, mpn and cign.safetensors, what was measured with them, their
/// card (README.md) and licence (LICENSE).
struct ModelFacts {
  std::string name;  ///< the networks' own
  geometry::CanonicalFrame frame;
  std::optional<geometry::CanonicalFrame> finer;  ///< that its X-rays are shown in, where there is one
  std::string recipe, training_people, training_minutes;  ///< empty where the files do not say
  bool calibrated = false;                                ///< margins of markers are there
  std::string card, licence;                              ///< texts; empty: there are none
};

/// Reads all weights, so that frame, shapes and finite values are checked. Throws InputError when a file is
/// missing in the folder itself, damaged, or not for this program.
ModelFacts read_model(const std::filesystem::path& folder);

/// Writes the three networks, and what is beside them, to another folder, which is made where it is not
/// there. Throws as read_model(), and Error when a file cannot be written.
void copy_model(const std::filesystem::path& from, const std::filesystem::path& to);

/// The folder of the shipped models, where it holds `file`: ../share/skiagraph/models seen from the program
/// (installed), else models/ of the source tree that it was built in.
std::optional<std::filesystem::path> shipped_folder_with(const std::filesystem::path& file);

/// A user's own models, each in a folder of its name, and which of them is used in place of the shipped one.
/// Every call looks at the disk.
class ModelLibrary {
 public:
  explicit ModelLibrary(std::filesystem::path folder = user_folder()) : folder_(std::move(folder)) {}
  /// $XDG_DATA_HOME/skiagraph/models, else that of the home folder; empty where there is neither.
  static std::filesystem::path user_folder();

  [[nodiscard]] std::vector<std::string> names() const;
  [[nodiscard]] std::filesystem::path folder_of(const std::string& name) const { return folder_ / name; }
  /// Nothing: the shipped model is used. A name whose folder has gone counts for nothing.
  [[nodiscard]] std::optional<std::string> active() const;

  /// Copies a model. Returns its name: `name` without what a folder cannot be called, and with a number where
  /// there is another model of that name. Throws as copy_model().
  std::string add(const std::filesystem::path& from, const std::string& name) const;
  /// Throws InputError when there is no such model or it cannot be used.
  void activate(const std::string& name) const;
  void use_shipped() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace skiagraph::inference
