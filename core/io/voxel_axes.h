#pragma once

#include <array>
#include <cstddef>
#include <filesystem>

#include "core/base/vector.h"
#include "core/io/volume_header.h"

namespace skiagraph::io {

/// Rows x, y, z; columns: the patient's millimetres for one step along each axis of the file, and the place
/// of its voxel (0, 0, 0).
using VoxelMatrix = std::array<std::array<double, 4>, 3>;

/// Where the voxels lie, by the person's word and else by the file's. Throws InputError "volume.axes",
/// "volume.spacing" or "volume.place", which name the option that settles it, when neither says it: direction
/// and size are never guessed. Private to core/io, as the rest of this header.
VoxelMatrix voxel_matrix(const FilePlace& place, const CtOptions& options, const std::filesystem::path& path);

/// How the voxels of a file lie in the patient frame, axis by axis: x, y, z.
struct VoxelAxes {
  std::array<int, 3> size{};
  Vec3 spacing_mm, origin_mm;  ///< origin: centre of the voxel with the smallest x, y, z
  std::array<int, 3> file_axis{};
  std::array<bool, 3> reversed{};  ///< whether that axis of the file runs to the smaller

  /// Whether the file has its voxels in the patient's order.
  [[nodiscard]] bool in_order() const {
    return file_axis == std::array{0, 1, 2} && reversed == std::array{false, false, false};
  }
};

/// The places in the patient's order of a file's voxels, one after the other in the file's order.
class PatientOrder {
 public:
  explicit PatientOrder(const VoxelAxes& axes);
  /// Of the next voxel of the file.
  std::size_t next();

 private:
  std::array<int, 3> size_{}, at_{};      // along the file's axes
  std::array<std::ptrdiff_t, 3> step_{};  // in the patient's order
  std::ptrdiff_t place_ = 0;
};

/// Whether the file's axes are parallel to the patient's, to within what moves a body by a millimetre.
bool is_upright(const VoxelMatrix& voxel_to_patient);

/// Throws InputError, one sentence naming `path`, when the file's axes are not parallel to the patient's or
/// its voxels have a size that no scanner makes, so that whoever resamples can rely on it.
VoxelAxes voxel_axes(const VoxelMatrix& voxel_to_patient, const std::array<int, 3>& file_size,
                     const std::filesystem::path& path);

}  // namespace skiagraph::io
