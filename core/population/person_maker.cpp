#include "core/population/person_maker.h"

#include <torch/types.h>

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

anatomy::HabitusParameters PersonMaker::fitting_habitus(const anatomy::BaseAnatomy& base,
                                                        RandomStream& random) {
  for (int attempt = 0; attempt < kMostTries; ++attempt) {
    try {
      return draw_habitus(base, random);
    } catch (const InputError&) {
      ++rejected_;
    }
  }
  throw Error("population.weight", "No draw of the habitus has a fitting weight on base anatomy \"{}\".",
              base.name);
}

anatomy::Interior PersonMaker::unfolded_interior(const anatomy::BaseAnatomy& base, RandomStream& random) {
  for (int attempt = 0; attempt < kMostTries; ++attempt) {
    anatomy::Interior interior(base, anatomy::draw_interior(base, random));
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
  const anatomy::HabitusParameters habitus = fitting_habitus(base, random);
  anatomy::Interior interior = unfolded_interior(base, random);
  const anatomy::TissueVariation tissue = anatomy::draw_tissue(habitus.flattened_mm > 0, random);
  PersonRecord record;
  record.measures = measure_body(base, habitus, interior);
  const anatomy::VirtualPatient patient(base, habitus, std::move(interior));
  const geometry::CanonicalPlacement placement = patient.placement(frame_);
  const anatomy::PatientSkin skin = patient.skin();
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
  const anatomy::HabitusParameters habitus = fitting_habitus(base, random);
  std::vector<Tensor> places, pictures;
  Tensor inside;
  for (int draw = 0; draw < draws; ++draw) {
    const anatomy::VirtualPatient patient(base, habitus, unfolded_interior(base, random));
    const anatomy::TissueVariation tissue = anatomy::draw_tissue(habitus.flattened_mm > 0, random);
    const geometry::CanonicalPlacement placement = patient.placement(frame_);
    places.push_back(landmark_pixels(patient.landmarks(), placement) * placement.mm_per_px());
    if (!with_picture) continue;
    const anatomy::PatientSkin skin = patient.skin();
    const geometry::SurfaceImage surface = geometry::rasterise_surface(skin, placement);
    pictures.push_back(anatomy::xray_tensor(patient.xray(surface, skin, patient.attenuation(tissue))));
    if (!inside.defined()) inside = anatomy::surface_tensor(surface)[0][1] > 0;
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
