#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace skiagraph::testing {

/// Rows of the matrix from voxel indices to RAS millimetres.
using NiftiMatrix = std::array<std::array<float, 4>, 3>;

constexpr std::int16_t kNiftiUint8 = 2, kNiftiInt16 = 4;

/// Single-file NIfTI-1 (.nii) with an sform. voxels: as they lie in the file, the first axis fastest.
void write_nifti(const std::filesystem::path& path, std::array<std::int16_t, 3> size,
                 const NiftiMatrix& matrix, const std::vector<std::uint8_t>& voxels,
                 std::int16_t type = kNiftiUint8);

/// The same with single precision; a voxel means slope * value + intercept.
void write_nifti_ct(const std::filesystem::path& path, std::array<std::int16_t, 3> size,
                    const NiftiMatrix& matrix, const std::vector<float>& voxels, float slope = 1,
                    float intercept = 0);

}  // namespace skiagraph::testing
