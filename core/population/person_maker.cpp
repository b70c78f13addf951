#include "core/population/person_maker.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/base/error.h"
#include "core/population/anthropometry.h"

namespace skiagraph::population {
namespace {

using torch::Tensor;

// A deformation that shrinks a place to less than this share of its volume counts as folded.
constexpr double kLeastJacobian = 0.05;
constexpr int kMostTries = 64;
// Each person has a stream of random numbers of its own; people, floors and anomalies never share one.
constexpr std::uint64_t kFloorStreams = 1ULL << 40, kAnomalyStreams = 1ULL << 41;

Tensor landmark_pixels(const anatomy::LandmarkPositions& landmarks,
                       const geometry::CanonicalPlacement& placement) {
  auto pixels = torch::empty({kLandmarkCount, 2}, torch::kFloat32);
  auto out = pixels.accessor<float, 2>();
  for (int n = 0; n < kLandmarkCount; ++n) {
    const Pixel p = placement.to_pixel(landmarks[n]);
    out[n][0] = static_cast<float>(p.row);
    out[n][1] = static_cast<float>(p.column);
  }
  return pixels;
}

/// Counts of quanta are Poisson; for the many of an X-ray that is normal.
void add_quantum_noise(imaging::XrayImage& xray, double photons, RandomStream& random) {
  for (float& pixel : xray.pixels) {
    const double integral = pixel * imaging::kXrayFullScale, sd = std::exp(integral / 2) / std::sqrt(photons);
    pixel = static_cast<float>(
        std::clamp((integral + sd * random.normal(0, 1)) / imaging::kXrayFullScale, 0.0, 1.0));
  }
}

}  // namespace

PersonMaker::Outside PersonMaker::draw_outside(const anatomy::BaseAnatomy& base, RandomStream& random) {
  for (int attempt = 0; attempt < kMostTries; ++attempt) {
    try {
      const anatomy::HabitusParameters parameters = draw_habitus(base, random);
      anatomy::Habitus habitus(base, parameters);
      anatomy::PatientSkin skin = anatomy::patient_skin(base, habitus);
      geometry::CanonicalPlacement placement = anatomy::found_placement(skin, frame_);
      return {parameters, std::move(habitus), std::move(skin), placement};
    } catch (const InputError&) {
      ++rejected_;
    }
  }
  throw Error(
      "population.weight",
      "No draw of the habitus has a fitting weight and a torso that can be found on base anatomy \"{}\".",
      base.name);
}

anatomy::Interior PersonMaker::unfolded_interior(const anatomy::BaseAnatomy& base, const Outside& outside,
                                                 RandomStream& random) {
  for (int attempt = 0; attempt < kMostTries; ++attempt) {
    const anatomy::LandmarkShifts up =
        draw_heights(base, outside.habitus, outside.placement, mean_heights_, random);
    anatomy::Interior interior(base, anatomy::draw_interior(base, up, random));
    if (interior.least_jacobian() > kLeastJacobian) return interior;
    ++rejected_;
  }
  throw Error(
      "population.folds",
      "Every draw of the interior folds in base anatomy \"{}\"; the displacements are too large for it.",
      base.name);
}

PersonRecord PersonMaker::person(const anatomy::BaseAnatomy& base, int index,
                                 std::optional<anatomy::Anomaly> anomaly) {
  RandomStream random(seed_, static_cast<std::uint64_t>(index));
  const Outside outside = draw_outside(base, random);
  const geometry::CanonicalPlacement& placement = outside.placement;
  const anatomy::PatientSkin& skin = outside.skin;
  anatomy::Interior interior = unfolded_interior(base, outside, random);
  const anatomy::TissueVariation tissue = anatomy::draw_tissue(outside.parameters.flattened_mm > 0, random);
  PersonRecord record;
  record.measures = measure_body(base, outside.parameters, interior);
  const anatomy::VirtualPatient patient(base, outside.habitus, std::move(interior));
  const geometry::SurfaceImage surface = geometry::rasterise_surface(skin, placement);
  anatomy::PatientAttenuation attenuation = patient.attenuation(tissue);
  const imaging::XrayImage healthy = patient.xray(surface, skin, attenuation);
  // With and without an anomaly the quanta fall alike.
  const auto detected = [&, random](imaging::XrayImage xray) {
    RandomStream quanta = random;
    if (photons_ > 0) add_quantum_noise(xray, photons_, quanta);
    return anatomy::xray_tensor(xray).unsqueeze(0);
  };
  record.surface = anatomy::surface_tensor(surface).squeeze(0);
  record.xray = detected(healthy);
  record.landmarks = landmark_pixels(patient.landmarks(), placement);
  record.mm_per_px = placement.mm_per_px();
  if (!anomaly) return record;

  RandomStream anomaly_random(seed_, kAnomalyStreams + static_cast<std::uint64_t>(index));
  const anatomy::AnomalyParameters drawn = anatomy::draw_anomaly(*anomaly, anomaly_random);
  anatomy::add_anomaly(patient, drawn, tissue, attenuation[anatomy::kTorso]);
  const imaging::XrayImage ill =
      drawn.kind == anatomy::Anomaly::kNone ? healthy : patient.xray(surface, skin, attenuation);
  record.healthy_xray = record.xray;
  record.xray = detected(ill);
  record.anomaly_mask = anatomy::anomaly_mask(ill, healthy).unsqueeze(0);
  for (const Marker lost : anatomy::lost_landmarks(drawn))
    record.landmarks[static_cast<int>(lost)] = std::numeric_limits<float>::quiet_NaN();
  return record;
}

FloorRecord PersonMaker::floor(const anatomy::BaseAnatomy& base, int index, int draws, bool with_picture) {
  RandomStream random(seed_, kFloorStreams + static_cast<std::uint64_t>(index));
  const Outside outside = draw_outside(base, random);
  const geometry::CanonicalPlacement& placement = outside.placement;
  const geometry::SurfaceImage surface = geometry::rasterise_surface(outside.skin, placement);
  const Tensor inside = anatomy::surface_tensor(surface)[0][1] > 0;
  std::vector<Tensor> places, pictures;
  for (int draw = 0; draw < draws; ++draw) {
    const anatomy::VirtualPatient patient(base, outside.habitus, unfolded_interior(base, outside, random));
    const anatomy::TissueVariation tissue = anatomy::draw_tissue(outside.parameters.flattened_mm > 0, random);
    places.push_back(landmark_pixels(patient.landmarks(), placement) * placement.mm_per_px());
    if (!with_picture) continue;
    pictures.push_back(
        anatomy::xray_tensor(patient.xray(surface, outside.skin, patient.attenuation(tissue))));
  }
  FloorRecord record{torch::stack(places), std::numeric_limits<double>::quiet_NaN()};
  if (with_picture) {
    const auto stack = torch::stack(pictures);
    const auto deviation = (stack - std::get<0>(stack.median(0, true))).abs().mean(0);
    // The median of few draws lies closer to them than the true median does.
    record.picture = deviation.masked_select(inside).mean().item<double>() *
                     std::sqrt(static_cast<double>(draws) / (draws - 1));
  }
  return record;
}

}  // namespace skiagraph::population
