#pragma once

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/geometry/canonical_frame.h"

namespace skiagraph::tensors {

enum class Split : std::uint8_t { kTrain = 0, kValidation = 1, kTest = 2 };

/// Annotated people in one canonical frame (N people, H rows, W columns); one .safetensors file on disk,
/// pictures as float16.
struct Dataset {
  geometry::CanonicalFrame frame;
  torch::Tensor surface;  ///< (N, 2, H, W) depth and thickness, torso lengths
  torch::Tensor xray;     ///< (N, 1, H, W) in [0, 1]
  /// (N, kLandmarkCount, 2) float32, row and column in pixels, order of marker_table(); NaN where not known.
  torch::Tensor landmarks;
  torch::Tensor mm_per_px;  ///< (N) float32
  torch::Tensor split;      ///< (N) uint8, values of Split
  torch::Tensor base;       ///< (N) uint8, which base anatomy (index into metadata "bases", comma-separated)

  /// (N, 1, H, W) uint8: 1 where the X-ray is known, 0 where a CT does not show the body. Undefined when all
  /// of it is known for everybody.
  torch::Tensor covered;
  /// (N, M) float32, mm and kg; names in metadata "measures", comma-separated. Undefined when not known.
  torch::Tensor measures;

  /// The anomaly of each person: (N) uint8, index into metadata "anomalies", comma-separated, whose first is
  /// healthy. Undefined when everybody is healthy.
  torch::Tensor anomaly;
  /// (N, 1, H, W) uint8: 1 where the anomaly changes the X-ray. Defined when `anomaly` is.
  torch::Tensor anomaly_mask;
  /// (N, 1, H, W) the X-ray of the same person without the anomaly. Undefined when not known.
  torch::Tensor healthy_xray;

  /// The least error that any prediction from the skin can have: mean distance of a landmark from its mean
  /// over draws of the interior under one fixed skin, averaged over several skins. (kLandmarkCount) float32,
  /// mm. Undefined when not known.
  torch::Tensor floor_mm;
  /// The same for the picture: mean absolute deviation from the per-pixel median inside the body. Scalar
  /// float32.
  torch::Tensor floor_xray;
  /// The draws behind floor_mm: landmarks of S skins with D draws of the interior each, (S, D,
  /// kLandmarkCount, 2) float32, mm. Undefined when not known.
  torch::Tensor floor_draws_mm;

  std::map<std::string, std::string> metadata;  ///< seed, bases, measures and the like

  [[nodiscard]] std::int64_t size() const { return landmarks.size(0); }
  /// Indices (int64) of the people of one split.
  [[nodiscard]] torch::Tensor indices(Split which) const;
  /// Those of them whose markers (the first kMarkerCount landmarks) and whole X-ray are known.
  [[nodiscard]] torch::Tensor complete_indices(Split which) const;
  /// The names of the bases; empty when the metadata does not say them.
  [[nodiscard]] std::vector<std::string> bases() const;
  /// The names of the anomalies; empty when the metadata does not say them.
  [[nodiscard]] std::vector<std::string> anomalies() const;
};

/// The people of both, those of `second` last. Floors come from `first`, or from `second` where `first` has
/// none. People of a data set without anomalies are healthy. Throws InputError when the frames or the names
/// of the anomalies differ.
Dataset joined(const Dataset& first, const Dataset& second);

/// Throws InputError when the file is not a data set: tensors missing, of wrong shape or type, or not finite
/// (landmarks may be NaN); or when it names other landmarks than marker_table(), or in another order.
Dataset read_dataset(const std::filesystem::path& path);
/// Names the landmarks in the file. Throws Error when it cannot be written.
void write_dataset(const std::filesystem::path& path, const Dataset& dataset);

}  // namespace skiagraph::tensors
