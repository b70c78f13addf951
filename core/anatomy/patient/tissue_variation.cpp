#include "core/anatomy/patient/tissue_variation.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::anatomy {
namespace {

// Gas against soft tissue.
constexpr float kGas = 0.002F;

float lattice_value(int i, int j, int k, std::uint64_t seed) {
  std::uint64_t h = seed + static_cast<std::uint32_t>(i) * 0x9e3779b97f4a7c15ULL +
                    static_cast<std::uint32_t>(j) * 0xbf58476d1ce4e5b9ULL +
                    static_cast<std::uint32_t>(k) * 0x94d049bb133111ebULL;
  h = (h ^ (h >> 31)) * 0xd6e8feb86659fd93ULL;
  h ^= h >> 32;
  return static_cast<float>(h & 0xffffff) * (2.0F / 0xffffff) - 1;
}

/// Smooth noise in [-1, 1] that never repeats (Perlin, "An image synthesizer", SIGGRAPH 1985, with values
/// instead of gradients).
float noise(Vec3 p, double grain_mm, std::uint64_t seed) {
  const auto split = [&](double v, int& whole) {
    const double scaled = v / grain_mm, floor = std::floor(scaled);
    whole = static_cast<int>(floor);
    const auto t = static_cast<float>(scaled - floor);
    return t * t * (3 - 2 * t);
  };
  int i = 0, j = 0, k = 0;
  const float x = split(p.x, i), y = split(p.y, j), z = split(p.z, k);
  const auto row = [&](int dj, int dk) {
    const float a = lattice_value(i, j + dj, k + dk, seed), b = lattice_value(i + 1, j + dj, k + dk, seed);
    return a + (b - a) * x;
  };
  const float low = row(0, 0) + (row(1, 0) - row(0, 0)) * y, high = row(0, 1) + (row(1, 1) - row(0, 1)) * y;
  return low + (high - low) * z;
}

/// 1 in the middle of a web of tubes, 0 outside: where two noises are near 0 at once.
float tube(Vec3 p, double grain_mm, std::uint64_t seed) {
  constexpr float kRadius = 0.22F;
  const float a = noise(p, grain_mm, seed), b = noise(p, grain_mm, seed + 1);
  return std::max(0.0F, 1 - (a * a + b * b) / (kRadius * kRadius));
}

/// Vessels are dense and wide near the root of the lung, few and thin at its rim.
void vary_lung(const BodyPart& part, VariedTissue which, Vec3 root, const TissueVariation& tissue,
               std::vector<float>& attenuation) {
  constexpr double kCoarseMm = 26, kFineMm = 12, kReachMm = 75;
  constexpr float kBlood = 0.0205F;
  const auto density = static_cast<float>(std::exp(tissue.lung_log));
  for (const std::uint32_t n : part.voxels[which]) {
    const Vec3 p = part.attenuation.grid.position(n);
    const auto near = static_cast<float>(std::exp(-norm(p - root) / kReachMm) * tissue.vessels);
    const float vessel =
        near * std::min(1.0F, 1.6F * tube(p, kCoarseMm, tissue.grain) + tube(p, kFineMm, tissue.grain + 2));
    const float air = attenuation[n] * density;
    attenuation[n] = air + std::max(0.0F, kBlood - air) * vessel;
  }
}

/// Gas above (or before) everything else.
void vary_stomach(const BodyPart& part, const TissueVariation& tissue, std::vector<float>& attenuation) {
  const auto& voxels = part.voxels[kStomachContents];
  const auto gas = static_cast<std::ptrdiff_t>(tissue.stomach_gas * static_cast<double>(voxels.size()));
  if (gas == 0) return;
  const auto height = [&](std::uint32_t n) {
    const Vec3 p = part.attenuation.grid.position(n);
    return tissue.lying ? -p.y : p.z;
  };
  std::vector<std::uint32_t> by_height = voxels;
  const auto surface = by_height.end() - gas;
  std::ranges::nth_element(by_height, surface, {}, height);
  for (auto n = surface; n != by_height.end(); ++n) attenuation[*n] *= kGas / 0.02F;
}

}  // namespace

Vec3 lung_root(const BaseAnatomy& base, bool left) {
  // Of the torso: 38 and 12 mm in a man of 600 mm.
  constexpr double kFromMidline = 0.063, kBelowCarina = 0.02;
  const double torso = base.neck_z - base.symphysis_z;
  return base.landmark(Marker::kCarina) + Vec3{left ? kFromMidline : -kFromMidline, 0, -kBelowCarina} * torso;
}

TissueVariation draw_tissue(bool lying, RandomStream& random) {
  TissueVariation tissue;
  tissue.bone_log = random.truncated_normal(0, 0.1);
  tissue.lung_log = random.truncated_normal(-0.15, 0.15);
  tissue.trabecular = random.uniform(0.1, 0.3);
  tissue.vessels = random.uniform(0.4, 1);
  tissue.bowel_gas = random.uniform(0, 0.35);
  tissue.stomach_gas = random.uniform(0, 0.4);
  tissue.lying = lying;
  tissue.grain = random.bits();
  return tissue;
}

std::vector<float> varied_attenuation(const BaseAnatomy& base, BodyPartId which,
                                      const TissueVariation& tissue) {
  const BodyPart& part = base.parts[which];
  std::vector<float> attenuation = part.attenuation.values;
  const auto bone = static_cast<float>(std::exp(tissue.bone_log));
  for (const std::uint32_t n : part.voxels[kCorticalBone]) attenuation[n] *= bone;
  constexpr double kTrabeculaMm = 5, kBowelMm = 30;
  const auto grain = static_cast<float>(tissue.trabecular);
  for (const std::uint32_t n : part.voxels[kTrabecularBone])
    attenuation[n] *=
        bone * (1 + grain * noise(part.attenuation.grid.position(n), kTrabeculaMm, tissue.grain + 4));
  if (which != kTorso) return attenuation;
  for (const bool left : {false, true})
    vary_lung(part, left ? kLungLeft : kLungRight, lung_root(base, left), tissue, attenuation);
  // The noise is about uniform between -0.7 and 0.7.
  const auto threshold = static_cast<float>(0.7 - 1.4 * tissue.bowel_gas);
  for (const std::uint32_t n : part.voxels[kBowelContents])
    if (tissue.bowel_gas > 0 &&
        noise(part.attenuation.grid.position(n), kBowelMm, tissue.grain + 5) > threshold)
      attenuation[n] *= kGas / 0.02F;
  vary_stomach(part, tissue, attenuation);
  return attenuation;
}

}  // namespace skiagraph::anatomy
