#include "tests/core/io/nifti.h"

#include <cmath>
#include <cstring>
#include <string>

#include "tests/core/io/files.h"

namespace skiagraph::testing {

namespace {

std::string header(std::array<std::int16_t, 3> size, const NiftiMatrix& matrix, std::int16_t type, int bits,
                   float slope, float intercept) {
  constexpr std::size_t kHeaderBytes = 348, kDataOffset = 352;
  std::string bytes(kDataOffset, '\0');
  const auto put = [&](std::size_t offset, auto value) {
    std::memcpy(bytes.data() + offset, &value, sizeof value);
  };
  put(0, static_cast<std::int32_t>(kHeaderBytes));
  put(40, std::int16_t{3});  // dim
  for (int n = 0; n < 3; ++n) put(42 + 2 * static_cast<std::size_t>(n), size[n]);
  for (std::size_t n = 3; n < 7; ++n) put(42 + 2 * n, std::int16_t{1});
  put(70, type);
  put(72, static_cast<std::int16_t>(bits));  // bits per voxel
  put(76, 1.0F);                             // pixdim
  for (std::size_t n = 0; n < 3; ++n) put(80 + 4 * n, std::hypot(matrix[0][n], matrix[1][n], matrix[2][n]));
  put(108, static_cast<float>(kDataOffset));
  put(112, slope);
  put(116, intercept);
  put(123, char{2});          // mm
  put(254, std::int16_t{1});  // sform: scanner
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 4; ++column) put(280 + 16 * row + 4 * column, matrix[row][column]);
  std::memcpy(bytes.data() + 344, "n+1", 4);
  return bytes;
}

}  // namespace

void write_nifti(const std::filesystem::path& path, std::array<std::int16_t, 3> size,
                 const NiftiMatrix& matrix, const std::vector<std::uint8_t>& voxels, std::int16_t type) {
  write_file(path, header(size, matrix, type, type == kNiftiUint8 ? 8 : 16, 1, 0) +
                       std::string(voxels.begin(), voxels.end()));
}

void write_nifti_ct(const std::filesystem::path& path, std::array<std::int16_t, 3> size,
                    const NiftiMatrix& matrix, const std::vector<float>& voxels, float slope,
                    float intercept) {
  constexpr std::int16_t kFloat32 = 16;
  write_file(path, header(size, matrix, kFloat32, 32, slope, intercept) +
                       std::string(reinterpret_cast<const char*>(voxels.data()), 4 * voxels.size()));
}

}  // namespace skiagraph::testing
