#include "tests/core/io/nifti.h"

#include <cmath>
#include <cstring>
#include <string>

#include "tests/core/io/files.h"

namespace skiagraph::testing {

void write_nifti(const std::filesystem::path& path, std::array<std::int16_t, 3> size,
                 const NiftiMatrix& matrix, const std::vector<std::uint8_t>& voxels, std::int16_t type) {
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
  put(72, static_cast<std::int16_t>(type == kNiftiUint8 ? 8 : 16));  // bits per voxel
  put(76, 1.0F);                                                     // pixdim
  for (std::size_t n = 0; n < 3; ++n) put(80 + 4 * n, std::hypot(matrix[0][n], matrix[1][n], matrix[2][n]));
  put(108, static_cast<float>(kDataOffset));
  put(112, 1.0F);             // slope
  put(123, char{2});          // mm
  put(254, std::int16_t{1});  // sform: scanner
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 4; ++column) put(280 + 16 * row + 4 * column, matrix[row][column]);
  std::memcpy(bytes.data() + 344, "n+1", 4);
  bytes.append(voxels.begin(), voxels.end());
  write_file(path, bytes);
}

}  // namespace skiagraph::testing
