#include "core/training/augmentation.h"

#include <torch/nn/functional/conv.h>
#include <torch/nn/functional/vision.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "core/imaging/xray_image.h"
#include "core/markers/marker_table.h"

namespace skiagraph::training {
namespace {

namespace F = torch::nn::functional;

constexpr int kBilinear = 0, kBicubic = 2, kBorder = 1;  // LibTorch's numbers

/// For each person the affine map of positions (row, column) relative to the middle: matrix position + shift.
struct Motion {
  torch::Tensor matrix;  ///< (N, 2, 2)
  torch::Tensor shift;   ///< (N, 2) pixels
};

/// Moves pictures and markers. grid_sample wants the inverse, with x before y, in halves of a picture.
void move(Batch& batch, const Motion& motion) {
  const std::int64_t n = batch.surface.size(0), rows = batch.surface.size(2), columns = batch.surface.size(3);
  const auto half = torch::tensor({static_cast<float>(rows) / 2, static_cast<float>(columns) / 2});
  const auto inverse = torch::inverse(motion.matrix);
  const auto in_halves = inverse * half.reshape({1, 1, 2}) / half.reshape({1, 2, 1});
  const auto offset = -torch::matmul(inverse, motion.shift.unsqueeze(2)) / half.reshape({1, 2, 1});
  const torch::Device device = batch.surface.device();
  const auto theta = torch::cat({in_halves.flip({1, 2}), offset.flip(1)}, 2).to(device);
  const auto grid = F::affine_grid(theta, {n, 3, rows, columns}, false);
  const auto sampled = [&](const torch::Tensor& picture, int interpolation) {
    return torch::grid_sampler(picture, grid, interpolation, kBorder, false);
  };
  batch.surface = sampled(batch.surface, kBilinear);
  batch.xray = sampled(batch.xray, kBicubic);
  if (batch.covered.defined()) batch.covered = fully_covered(sampled(batch.covered, kBilinear));
  const auto middle = (half - 0.5).to(device);
  batch.markers = torch::matmul(batch.markers - middle, motion.matrix.transpose(1, 2).to(device)) +
                  motion.shift.unsqueeze(1).to(device) + middle;
}

/// (1, 1, H, W): a smooth field of the standard deviation.
torch::Tensor smooth_field(const torch::Tensor& like, double sd, RandomStream& random) {
  constexpr std::int64_t kRows = 5, kColumns = 4;
  auto knots = torch::empty({1, 1, kRows, kColumns});
  float* values = knots.data_ptr<float>();
  for (std::int64_t i = 0; i < knots.numel(); ++i) values[i] = static_cast<float>(random.normal(0, sd));
  return torch::upsample_bicubic2d(knots.to(like.device()), {like.size(2), like.size(3)}, true);
}

/// One person's surface (1, 2, H, W) smoothed with a Gaussian that does not look across the outline.
torch::Tensor smooth_inside(const torch::Tensor& surface, const torch::Tensor& body, double sigma_px,
                            int fold) {
  const std::int64_t reach = 4 * static_cast<std::int64_t>(fold);
  const auto distance = torch::arange(-reach, reach + 1, surface.options());
  auto kernel = torch::exp(-0.5 / (sigma_px * sigma_px) * distance.square());
  kernel = kernel / kernel.sum();
  const auto blur = [&](const torch::Tensor& picture) {
    const auto planes = picture.transpose(0, 1);
    const auto down =
        F::conv2d(planes, kernel.reshape({1, 1, -1, 1}), F::Conv2dFuncOptions().padding({reach, 0}));
    return F::conv2d(down, kernel.reshape({1, 1, 1, -1}), F::Conv2dFuncOptions().padding({0, reach}))
        .transpose(0, 1);
  };
  return blur(surface * body) / blur(body).clamp_min(1e-3) * body;
}

struct Bend {
  torch::Tensor strength;            ///< (1, 1, H, W): 0 to 1
  double down_px = 0, right_px = 0;  ///< where the strength is 1
};

/// Coordinates of rows and columns as grid_sample wants them.
torch::Tensor sample_places(const torch::Tensor& row, const torch::Tensor& column,
                            const torch::Tensor& picture) {
  const auto rows = static_cast<double>(picture.size(2)), columns = static_cast<double>(picture.size(3));
  return torch::stack({(2 * column + 1) / columns - 1, (2 * row + 1) / rows - 1}, -1);
}

/// 0 at the outline and beyond, 1 deep in the body.
torch::Tensor depth_inside(const torch::Tensor& body, PictureScale scale) {
  constexpr double kSkinPx = 12;
  const auto reach = static_cast<std::int64_t>(scale.px(kSkinPx));
  return (2 * torch::avg_pool2d(body, 2 * reach + 1, 1, reach) - 1).clamp_min(0);
}

/// A warp of one person (surface: 1, 2, H, W) around the marker (2), so wide that it does not fold.
Bend bend_around(const torch::Tensor& marker, const torch::Tensor& surface, PictureScale scale,
                 RandomStream& random) {
  constexpr double kDownPx = 5, kMostDown = 1.6, kAcrossPx = 1.5, kLeastReachPx = 16, kMostReachPx = 28;
  Bend bend;
  bend.down_px = random.truncated_normal(0, scale.px(kDownPx), kMostDown);
  bend.right_px = random.truncated_normal(0, scale.px(kAcrossPx));
  const double reach = scale.px(random.uniform(kLeastReachPx, kMostReachPx));
  const auto row = torch::arange(surface.size(2), surface.options()).reshape({1, 1, -1, 1}),
             column = torch::arange(surface.size(3), surface.options()).reshape({1, 1, 1, -1});
  const auto distance2 =
      (row - marker[0] - bend.down_px).square() + (column - marker[1] - bend.right_px).square();
  const auto body = (surface.slice(1, 1, 2) > 0).to(torch::kFloat32);
  bend.strength = torch::exp(distance2 * (-0.5 / (reach * reach))) * depth_inside(body, scale);
  return bend;
}

/// The warped X-ray (1, 1, H, W): every pixel is sampled at its old position.
torch::Tensor bent(const torch::Tensor& xray, const Bend& bend) {
  const auto strength = bend.strength.squeeze(1);
  const auto row = torch::arange(xray.size(2), xray.options()).reshape({1, -1, 1}),
             column = torch::arange(xray.size(3), xray.options()).reshape({1, 1, -1});
  const auto from = sample_places(row - bend.down_px * strength, column - bend.right_px * strength, xray);
  return torch::grid_sampler(xray, from, kBicubic, kBorder, false).clamp(0, 1);
}

/// Markers (1, M, 2) after the warp. The warp is given from new positions to old ones; the inverse is found
/// by fixed-point iteration, which converges because the warp changes slowly.
torch::Tensor bent_markers(const torch::Tensor& markers, const Bend& bend) {
  constexpr int kIterations = 20;
  const auto offset = torch::tensor({bend.down_px, bend.right_px}, markers.options());
  torch::Tensor places = markers;
  for (int i = 0; i < kIterations; ++i) {
    const auto at = sample_places(places.select(2, 0), places.select(2, 1), bend.strength).unsqueeze(1);
    const auto strength = torch::grid_sampler(bend.strength, at, kBilinear, kBorder, false);
    places = markers + strength.reshape({1, -1, 1}) * offset;
  }
  return places;
}

}  // namespace

torch::Tensor fully_covered(const torch::Tensor& covered) {
  return (covered > 0.999).to(torch::kFloat32);
}

void vary_place(Batch& batch, RandomStream& random, const PlaceVariation& variation) {
  const std::int64_t n = batch.surface.size(0), rows = batch.surface.size(2);
  Motion motion{torch::empty({n, 2, 2}), torch::empty({n, 2})};
  auto scale = torch::empty({n, 1, 1, 1}), depth = torch::empty({n, 1, 1, 1});
  for (std::int64_t i = 0; i < n; ++i) {
    const double s = std::exp(random.normal(0, variation.scale));
    const double a = random.normal(0, variation.turn_deg) * std::numbers::pi / 180;
    const double down = random.normal(0, variation.shift) * static_cast<double>(rows);
    const double right = random.normal(0, variation.shift) * static_cast<double>(rows);
    const double breadth = std::exp(random.normal(0, variation.breadth));
    const double c = s * std::cos(a), z = s * std::sin(a);
    motion.matrix[i] = torch::tensor({{c, -z * breadth}, {z, c * breadth}});  // stretched, then turned
    motion.shift[i] = torch::tensor({down, right});
    scale[i].fill_(s);
    depth[i].fill_(std::exp(random.normal(0, variation.depth)));
  }
  move(batch, motion);
  const auto growth = (scale * depth).to(batch.surface.device());
  batch.surface = batch.surface * growth;
  batch.xray = (batch.xray * growth).clamp(0, 1);
}

void vary_surface(Batch& batch, PictureScale scale, RandomStream& random) {
  constexpr double kPeopleVaried = 0.5, kMostSigmaPx = 2, kThickness = 0.02, kDepth = 0.008;
  // Of adipose tissue at 70 keV.
  constexpr double kAttenuationPerMm = 0.0179;
  constexpr double kXrayPerTorso = kAttenuationPerMm * imaging::kStandardTorsoMm / imaging::kXrayFullScale;
  std::vector<torch::Tensor> people, xrays;
  for (std::int64_t i = 0; i < batch.surface.size(0); ++i) {
    const auto person = batch.surface.slice(0, i, i + 1);
    people.push_back(person);
    xrays.push_back(batch.xray.slice(0, i, i + 1));
    if (random.uniform() >= kPeopleVaried) continue;
    const auto body = (person.slice(1, 1, 2) > 0).to(torch::kFloat32);
    const auto smooth = smooth_inside(person, body, scale.px(random.uniform(0.3, kMostSigmaPx)), scale.fold);
    const auto depth = smooth.slice(1, 0, 1) + smooth_field(body, kDepth, random);
    const auto thickness =
        smooth.slice(1, 1, 2) * (1 + smooth_field(body, kThickness, random)).clamp_min(0.5);
    people.back() = torch::cat({depth, thickness}, 1) * body;
    const auto added = people.back().slice(1, 1, 2) - person.slice(1, 1, 2);
    xrays.back() = (xrays.back() + kXrayPerTorso * added).clamp(0, 1);
  }
  batch.surface = torch::cat(people);
  batch.xray = torch::cat(xrays);
}

void bend_inside(Batch& batch, const std::vector<bool>& who, PictureScale scale, RandomStream& random) {
  std::vector<torch::Tensor> xrays, markers;
  for (std::int64_t i = 0; i < batch.surface.size(0); ++i) {
    xrays.push_back(batch.xray.slice(0, i, i + 1));
    markers.push_back(batch.markers.slice(0, i, i + 1));
    if (!who[static_cast<std::size_t>(i)]) continue;
    const auto marker = static_cast<std::int64_t>(random.uniform(0, static_cast<double>(kMarkerCount)));
    const Bend bend = bend_around(markers.back()[0][marker], batch.surface.slice(0, i, i + 1), scale, random);
    xrays.back() = bent(xrays.back(), bend);
    markers.back() = bent_markers(markers.back(), bend);
  }
  batch.xray = torch::cat(xrays);
  batch.markers = torch::cat(markers);
}

}  // namespace skiagraph::training
