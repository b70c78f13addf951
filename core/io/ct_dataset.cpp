#include "core/io/ct_dataset.h"

#include <torch/types.h>

#include <cmath>
#include <limits>

#include "core/anatomy/patient/virtual_patient.h"

namespace skiagraph::io {
namespace {

constexpr const char* kBase = "CT";

torch::Tensor landmark_pixels(const KnownLandmarks& landmarks,
                              const geometry::CanonicalPlacement& placement) {
  auto pixels = torch::full({1, kLandmarkCount, 2}, std::numeric_limits<float>::quiet_NaN());
  for (std::int64_t n = 0; n < kLandmarkCount; ++n) {
    const auto& landmark = landmarks[static_cast<std::size_t>(n)];
    if (!landmark) continue;
    const Pixel pixel = placement.to_pixel(*landmark);
    pixels[0][n][0] = pixel.row;
    pixels[0][n][1] = pixel.column;
  }
  return pixels;
}

}  // namespace

tensors::Dataset ct_dataset(const CtPerson& person, tensors::Split split) {
  const geometry::CanonicalPlacement& placement = person.surface.placement;
  tensors::Dataset dataset;
  dataset.frame = placement.frame();
  const std::int64_t rows = dataset.frame.rows, columns = dataset.frame.columns;
  dataset.surface = anatomy::surface_tensor(person.surface).to(torch::kFloat16);
  dataset.xray = torch::tensor(at::ArrayRef<float>(person.xray.image.pixels))
                     .reshape({1, 1, rows, columns})
                     .to(torch::kFloat16);
  dataset.covered = torch::tensor(at::ArrayRef<std::uint8_t>(person.xray.covered), torch::kUInt8)
                        .reshape({1, 1, rows, columns});
  dataset.landmarks = landmark_pixels(person.landmarks, placement);
  dataset.mm_per_px = torch::full({1}, placement.mm_per_px(), torch::kFloat32);
  dataset.split = torch::full({1}, static_cast<std::int64_t>(split), torch::kUInt8);
  dataset.base = torch::zeros({1}, torch::kUInt8);
  dataset.metadata = {{"bases", kBase}};
  return dataset;
}

/// Steps of the golden ratio fill [0, 1) evenly, however many there are.
tensors::Split ct_split(std::int64_t index) {
  constexpr double kGoldenRatio = 0.6180339887498949, kTest = 195.0 / 2045, kValidation = 108.0 / 2045;
  const double place = std::fmod(0.5 + kGoldenRatio * static_cast<double>(index), 1);
  if (place < kTest) return tensors::Split::kTest;
  return place < kTest + kValidation ? tensors::Split::kValidation : tensors::Split::kTrain;
}

std::int64_t ct_people(const tensors::Dataset& dataset) {
  const auto names = dataset.bases();
  std::int64_t count = 0;
  for (std::size_t n = 0; n < names.size(); ++n)
    if (names[n] == kBase) count += (dataset.base == static_cast<std::int64_t>(n)).sum().item<std::int64_t>();
  return count;
}

}  // namespace skiagraph::io
