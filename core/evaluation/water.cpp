#include "core/evaluation/water.h"

#include <algorithm>
#include <cmath>

#include "core/imaging/ct_attenuation.h"
#include "core/imaging/xray_image.h"

namespace skiagraph::evaluation {
namespace {

/// Heights of the parts' borders as shares of the way from symphysis to neck; the parts of kTrunkParts from
/// above: chest to the liver's top, abdomen to the crests, pelvis to the crotch. Arms that are seen beside
/// the trunk count for none.
constexpr std::array<double, kTrunkParts.size() + 1> kBorders{0.97, 0.70, 0.29, -0.08};
constexpr double kHalfBreadth = 0.35;  // of the torso

}  // namespace

PartErrors part_errors(const torch::Tensor& predicted, const torch::Tensor& truth,
                       const geometry::SurfaceImage& surface) {
  const geometry::CanonicalFrame& frame = surface.placement.frame();
  const double torso_px = frame.symphysis_row - frame.neck_row;
  const auto row_of = [&](double height) {
    return std::clamp<std::int64_t>(std::lround(frame.symphysis_row - height * torso_px), 0, frame.rows);
  };
  const auto half = static_cast<std::int64_t>(kHalfBreadth * torso_px),
             centre = static_cast<std::int64_t>(frame.centre_column);
  const auto trunk = [&](const torch::Tensor& picture, std::size_t part) {
    return picture.slice(0, row_of(kBorders[part]), row_of(kBorders[part + 1]))
        .slice(1, std::max<std::int64_t>(0, centre - half),
               std::min<std::int64_t>(frame.columns, centre + half));
  };
  const torch::Tensor thickness =
      torch::tensor(at::ArrayRef<float>(surface.thickness)).reshape({frame.rows, frame.columns});
  const torch::Tensor water = (thickness * (surface.placement.torso_mm() * imaging::ct_attenuation_per_mm(0) /
                                            imaging::kXrayFullScale))
                                  .clamp_max(1);
  PartErrors errors;
  for (std::size_t part = 0; part < kTrunkParts.size(); ++part) {
    const torch::Tensor inside = trunk(thickness, part) > 0, true_part = trunk(truth, part);
    const auto error = [&](const torch::Tensor& picture) {
      return inside.any().item<bool>()
                 ? (trunk(picture, part) - true_part).abs().masked_select(inside).mean().item<double>()
                 : 0.0;
    };
    errors.predicted[part] = error(predicted);
    errors.water[part] = error(water);
  }
  return errors;
}

}  // namespace skiagraph::evaluation
