#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <utility>

#include "core/imaging/ct_volume.h"
#include "core/io/voxel_axes.h"

namespace skiagraph::io {

/// Takes the values of a file in its order and puts them into the patient frame; a volume that is tilted
/// against it, or sheared by a tilted gantry, is resampled between its voxels. Private to core/io.
class VolumeAssembly {
 public:
  /// Throws InputError when the volume has more voxels than this program works with.
  VolumeAssembly(const VoxelMatrix& matrix, const std::array<int, 3>& size, const CtOptions& options,
                 const std::filesystem::path& path);

  void add(std::span<const float> values);
  /// padding: the file's own values for what its field of view does not show, from and to. Throws InputError
  /// when values are not numbers or no Hounsfield units.
  imaging::CtVolume finish(std::optional<std::pair<float, float>> padding = std::nullopt);

 private:
  VoxelMatrix matrix_;
  std::array<int, 3> size_;
  std::optional<HounsfieldScale> values_;
  std::filesystem::path path_;
  bool upright_;
  imaging::CtVolume volume_;  ///< in the patient's order, or else in the file's
  std::optional<PatientOrder> order_;
  std::size_t taken_ = 0;
};

}  // namespace skiagraph::io
