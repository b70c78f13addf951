#include "tests/core/networks/small_people.h"

#include <torch/types.h>

#include "core/base/random.h"
#include "core/markers/marker_table.h"

namespace skiagraph::testing {

tensors::Dataset small_people(int count) {
  tensors::Dataset people;
  people.frame = kSmallFrame;
  const int rows = kSmallFrame.rows, columns = kSmallFrame.columns;
  people.surface = torch::zeros({count, 2, rows, columns});
  people.xray = torch::zeros({count, 1, rows, columns});
  people.landmarks = torch::zeros({count, kLandmarkCount, 2});
  people.mm_per_px = torch::full({count}, 15.0F);
  people.base = torch::zeros({count}, torch::kUInt8);
  people.split = torch::zeros({count}, torch::kUInt8);
  people.split.slice(0, count - 8, count - 4).fill_(1);
  people.split.slice(0, count - 4).fill_(2);
  const auto row = torch::arange(rows).reshape({-1, 1}), column = torch::arange(columns).reshape({1, -1});
  for (int n = 0; n < count; ++n) {
    RandomStream random(3, static_cast<std::uint64_t>(n));
    const int top = static_cast<int>(random.uniform(4, 16)), left = static_cast<int>(random.uniform(4, 14));
    const int height = 40, width = 24;
    const double thickness = random.uniform(0.2, 0.4);
    people.surface[n][0].slice(0, top, top + height).slice(1, left, left + width) = 0.1;
    people.surface[n][1].slice(0, top, top + height).slice(1, left, left + width) = thickness;
    const auto disc = ((row - (top + 14)).square() + (column - (left + 12)).square()) < 36;
    people.xray[n][0] = people.surface[n][1] + 0.4 * disc.to(torch::kFloat32);
    for (int m = 0; m < kLandmarkCount; ++m) {
      people.landmarks[n][m][0] = top + 4 + 2 * m;
      people.landmarks[n][m][1] = left + 4 + (m * 5) % 17;
    }
  }
  return people;
}

tensors::Dataset folded_people(int count) {
  tensors::Dataset people = small_people(count);
  const auto large = [&](const torch::Tensor& pictures) {
    const torch::Tensor twice = pictures.repeat_interleave(2, 2).repeat_interleave(2, 3);
    const std::int64_t above = (kFoldedFrame.rows - twice.size(2)) / 2;
    return torch::constant_pad_nd(twice, {0, 0, above, above});
  };
  people.surface = large(people.surface);
  people.xray = large(people.xray);
  const auto offset = torch::tensor({(kFoldedFrame.rows - 2 * kSmallFrame.rows) / 2.0F, 0.0F});
  people.landmarks = people.landmarks * 2 + 0.5 + offset;
  people.mm_per_px = people.mm_per_px / 2;
  people.frame = kFoldedFrame;
  return people;
}

std::shared_ptr<const geometry::SurfaceImage> surface_of(const tensors::Dataset& people,
                                                         std::int64_t person) {
  constexpr double kTorsoMm = 510;
  geometry::SurfaceImage image{
      geometry::CanonicalPlacement(people.frame, {0, 0, 0}, {0, 0, -kTorsoMm}), 0, {}, {}};
  const auto values = [&](std::int64_t channel) {
    const auto picture = people.surface[person][channel].to(torch::kFloat32).contiguous();
    return std::vector<float>(picture.data_ptr<float>(), picture.data_ptr<float>() + picture.numel());
  };
  image.depth = values(0);
  image.thickness = values(1);
  return std::make_shared<const geometry::SurfaceImage>(std::move(image));
}

}  // namespace skiagraph::testing
