#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "core/geometry/surface_image.h"
#include "core/tensors/dataset.h"

namespace skiagraph::testing {

/// Small enough that a network takes milliseconds.
inline constexpr geometry::CanonicalFrame kSmallFrame{64, 48, 16, 50, 24};

/// People whose inside follows from their outside: a box of varying place and thickness with a bright disc in
/// it; every marker lies at a fixed place relative to the box.
tensors::Dataset small_people(int count = 24);

/// The same people in pictures that are folded, as these have more than 256 rows: twice as large, with empty
/// rows above and below.
inline constexpr geometry::CanonicalFrame kFoldedFrame{288, 96, 112.5, 180.5, 48.5};
tensors::Dataset folded_people(int count = 24);

/// What the loop sees of one of these people.
std::shared_ptr<const geometry::SurfaceImage> surface_of(const tensors::Dataset& people, std::int64_t person);

/// A folder that goes with the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "skiagraph_XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace skiagraph::testing
