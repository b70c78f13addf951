#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/remark.h"
#include "core/geometry/scan_alignment.h"
#include "core/geometry/surface_image.h"
#include "core/imaging/window_level.h"
#include "core/inference/predictor.h"
#include "core/scan_range/plan.h"

namespace skiagraph::io {

/// What a prediction was made from.
struct PredictionSource {
  std::filesystem::path scan;  ///< empty for a body made to measure
  std::string sha256;          ///< of the scan's file
  std::string model;
};

/// A finished prediction, as everything that leaves the program tells it. What it refers to lives longer.
struct Prediction {
  PredictionSource source;
  const geometry::ScanAlignment& scan;
  const geometry::TriangleMesh& mesh;  ///< patient frame, mm
  const geometry::SurfaceImage& surface;
  const inference::LoopResult& result;
  const imaging::XrayImage& xray;  ///< as it is shown, which may be finer than the loop's
  std::vector<Remark> remarks;
  imaging::WindowLevel window_level = imaging::kDefaultWindowLevel;
  std::optional<scan_range::Plan> range = {};  ///< nothing: none is planned
};

}  // namespace skiagraph::io
