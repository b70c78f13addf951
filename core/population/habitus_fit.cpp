#include "core/population/habitus_fit.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include "core/base/error.h"

namespace skiagraph::population {
namespace {

// Of a girth's difference to the base, what is wider bone and muscle; the rest is fat.
constexpr double kFrameShare = 0.3;
// When limbs must be stouter for the mass, how much of it the trunk takes over.
constexpr double kTrunkShare = 0.15;

// Indices of HabitusParameters::kFrameLevels.
enum FrameLevel { kThighFrame, kHipFrame, kWaistFrame, kChestFrame, kShoulderFrame };

void widen(anatomy::HabitusParameters& p, FrameLevel level, double log) {
  p.breadth_log[level] += log;
  p.depth_log[level] += log;
}

/// Where the rising function is 0, by regula falsi that keeps both sides moving (Illinois); the nearest end
/// when it is nowhere 0.
double root(const std::function<double(double)>& f, double low, double high, double tolerance, int steps) {
  double at_low = f(low), at_high = f(high);
  if (at_low >= 0) return low;
  if (at_high <= 0) return high;
  int kept = 0;
  double middle = low;
  for (int step = 0; step < steps; ++step) {
    middle = (low * at_high - high * at_low) / (at_high - at_low);
    const double value = f(middle);
    if (std::abs(value) < tolerance) break;
    if (value < 0) {
      low = middle, at_low = value;
      if (kept < 0) at_high /= 2;
      kept = -1;
    } else {
      high = middle, at_high = value;
      if (kept > 0) at_low /= 2;
      kept = 1;
    }
  }
  return middle;
}

anatomy::HabitusParameters with_girths(const anatomy::BaseAnatomy& base, anatomy::HabitusParameters p,
                                       const std::array<double, bodies::kGirthCount>& girth_mm) {
  constexpr double kLeanest = -1.2, kFattest = 2.2, kToleranceMm = 4;
  constexpr int kRounds = 3;
  const auto missing_log = [&](bodies::Girth where) {
    return std::log(girth_mm[static_cast<std::size_t>(where)] /
                    section(base, anatomy::Habitus(base, p), where).girth);
  };
  const auto too_wide = [&](double fat_log) {
    p.fat_log = fat_log;
    return section(base, anatomy::Habitus(base, p), bodies::Girth::kWaist).girth -
           girth_mm[static_cast<std::size_t>(bodies::Girth::kWaist)];
  };
  p.fat_log = 0;
  const double waist = missing_log(bodies::Girth::kWaist);
  widen(p, kWaistFrame, kFrameShare * waist);
  p.fat_log = root(too_wide, kLeanest, kFattest, kToleranceMm, 12);
  for (int round = 0; round < kRounds; ++round) {
    const double chest = missing_log(bodies::Girth::kChest), hip = missing_log(bodies::Girth::kHip);
    widen(p, kChestFrame, 0.7 * chest);
    widen(p, kShoulderFrame, 0.35 * chest);
    p.breast_log += 0.8 * chest;
    widen(p, kHipFrame, 0.8 * hip);
    widen(p, kThighFrame, 0.3 * hip);
    widen(p, kWaistFrame, 0.8 * missing_log(bodies::Girth::kWaist));
  }
  return p;
}

}  // namespace

anatomy::HabitusParameters fitted(const anatomy::BaseAnatomy& base, anatomy::HabitusParameters parameters,
                                  const Build& build) {
  constexpr double kToleranceKg = 0.3, kMostStout = 0.35;
  parameters.scale = 1;
  parameters.leg_log = 0;
  parameters.scale = build.sitting_height_mm / anatomy::Habitus(base, parameters).sitting_height_mm();
  const double legs = anatomy::Habitus(base, parameters).stature_mm() - build.sitting_height_mm;
  parameters.leg_log = std::log((build.stature_mm - build.sitting_height_mm) / legs);

  anatomy::HabitusParameters upright = parameters;
  upright.yaw = upright.pitch = upright.flattened_mm = 0;
  anatomy::HabitusParameters best;
  double error_kg = 0;
  const auto too_heavy = [&](double stout) {
    best = upright;
    best.leg_girth_log += stout;
    best.arm_girth_log += stout;
    std::array<double, bodies::kGirthCount> girths = build.girth_mm;
    for (double& girth : girths) girth *= std::exp(kTrunkShare * stout);
    best = with_girths(base, best, girths);
    return error_kg = anatomy::Habitus(base, best).mass_kg() - build.mass_kg;
  };
  root(too_heavy, -kMostStout, kMostStout, kToleranceKg, 12);
  if (std::abs(error_kg) > kToleranceKg)
    throw InputError("habitus.weight",
                     "A person of {} mm and these girths cannot weigh {} kg on base anatomy \"{}\".",
                     std::lround(build.stature_mm), std::lround(build.mass_kg), base.name);
  best.yaw = parameters.yaw;
  best.pitch = parameters.pitch;
  best.flattened_mm = parameters.flattened_mm;
  return best;
}

}  // namespace skiagraph::population
