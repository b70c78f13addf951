#include "core/io/voxel_pieces.h"

#include <array>

namespace skiagraph::io {

VoxelPieces voxel_pieces(const bodies::LabelVolume& mask) {
  VoxelPieces pieces{std::vector<std::int32_t>(mask.labels.size(), 0), {0}};
  std::vector<std::array<int, 3>> open;
  const auto visit = [&](int i, int j, int k) {
    if (i < 0 || j < 0 || k < 0 || i >= mask.nx || j >= mask.ny || k >= mask.nz) return;
    const std::size_t n = mask.index(i, j, k);
    if (mask.labels[n] == 0 || pieces.piece[n] != 0) return;
    pieces.piece[n] = static_cast<std::int32_t>(pieces.size.size()) - 1;
    ++pieces.size.back();
    open.push_back({i, j, k});
  };
  for (int z = 0; z < mask.nz; ++z)
    for (int y = 0; y < mask.ny; ++y)
      for (int x = 0; x < mask.nx; ++x) {
        const std::size_t n = mask.index(x, y, z);
        if (mask.labels[n] == 0 || pieces.piece[n] != 0) continue;
        pieces.size.push_back(0);
        visit(x, y, z);
        while (!open.empty()) {
          const auto [i, j, k] = open.back();
          open.pop_back();
          visit(i - 1, j, k), visit(i + 1, j, k), visit(i, j - 1, k), visit(i, j + 1, k);
          visit(i, j, k - 1), visit(i, j, k + 1);
        }
      }
  return pieces;
}

}  // namespace skiagraph::io
