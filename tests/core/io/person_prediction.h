#pragma once

#include "core/io/prediction.h"
#include "tests/core/io/files.h"

namespace skiagraph::testing {

/// A prediction of the built-in person, who lies in a file in metres: the left is the file's -z, the back +y,
/// the head +x.
struct PersonPrediction {
  TemporaryFolder folder;
  geometry::AlignedScan scan;
  geometry::SurfaceImage surface;
  inference::LoopResult result;

  PersonPrediction();
  [[nodiscard]] std::filesystem::path scan_path() const { return folder / "person.ply"; }
  [[nodiscard]] io::Prediction prediction() const;
};

}  // namespace skiagraph::testing
