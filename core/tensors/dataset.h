#pragma once

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "core/geometry/canonical_frame.h"

namespace skiagraph {

enum class Split : std::uint8_t { kTrain = 0, kValidation = 1, kTest = 2 };

/// Annotated people in one canonical frame (N people, H rows, W columns); one .safetensors file on disk,
/// pictures as float16.
struct Dataset {
  CanonicalFrame frame;
  torch::Tensor surface;    ///< (N, 2, H, W) depth and thickness, torso lengths
  torch::Tensor xray;       ///< (N, 1, H, W) in [0, 1]
  torch::Tensor landmarks;  ///< (N, 18, 2) float32, row and column in pixels, order of marker_table()
  torch::Tensor mm_per_px;  ///< (N) float32
  torch::Tensor split;      ///< (N) uint8, values of Split
  torch::Tensor base;       ///< (N) uint8, which base anatomy (index into metadata "bases", comma-separated)

  /// The error that nobody can beat: mean distance of a landmark from its mean over draws of the interior
  /// under one fixed skin, over several skins. (18) float32, mm. Undefined when not known.
  torch::Tensor floor_mm;
  /// The same for the picture: mean absolute deviation from the per-pixel median inside the body. Scalar
  /// float32.
  torch::Tensor floor_xray;

  std::map<std::string, std::string> metadata;  ///< software, seed, bases, command line

  [[nodiscard]] std::int64_t size() const { return landmarks.size(0); }
  /// Indices (int64) of the people of one split.
  [[nodiscard]] torch::Tensor indices(Split which) const;
};

/// Throws InputError when the file is not a data set: tensors missing, of wrong shape or type, or not finite.
Dataset read_dataset(const std::filesystem::path& path);
void write_dataset(const std::filesystem::path& path, const Dataset& dataset);

}  // namespace skiagraph
