#include "core/population/anthropometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace skiagraph::population {
namespace {

constexpr PublishedAdults kWomen{{1628.5, 64.2}, {67.8, 11.0}, {857, 33},     {946.9, 83},
                                 {860.9, 100},   {1021.2, 76}, {247.4, 26.5}, {353.8, 25}};
constexpr PublishedAdults kMen{{1756.2, 68.6}, {85.5, 14.2}, {918, 36},     {1058.7, 87},
                               {940.6, 112},   {1019.5, 77}, {253.8, 26.5}, {345.7, 23}};

// Correlation of sitting height with stature in the same survey.
constexpr double kSittingWithStature = 0.78;

/// The body mass index explains the part of the mass's variance that stature does not.
struct BodyMassIndex {
  double log_mean, log_sd;
};

BodyMassIndex body_mass_index(const PublishedAdults& adults) {
  // mass = index x stature^2, both log-normal and independent.
  const double stature_cv = adults.stature.sd / adults.stature.mean,
               mass_cv = adults.mass.sd / adults.mass.mean;
  const double log_variance = std::log1p(mass_cv * mass_cv) - 4 * std::log1p(stature_cv * stature_cv);
  const double stature_m2 = std::pow(adults.stature.mean / 1000, 2) * (1 + stature_cv * stature_cv);
  return {std::log(adults.mass.mean / stature_m2) - log_variance / 2, std::sqrt(log_variance)};
}

double draw_abduction(RandomStream& random) {
  constexpr double kDegree = std::numbers::pi / 180;
  const double kind = random.uniform();
  if (kind < 0.45) return random.uniform(0, 10) * kDegree;   // at the sides
  if (kind < 0.78) return random.uniform(10, 60) * kDegree;  // held away
  if (kind < 0.88) return random.uniform(60, 95) * kDegree;  // as for a T-pose
  return random.uniform(145, 170) * kDegree;                 // raised out of the picture
}

/// A girth as powers of mass and stature with a log-normal rest. Exponents chosen so that the girth has
/// the published spread and about its published correlation with the mass.
struct GirthLaw {
  double by_mass, by_stature, rest;
};
constexpr std::array<GirthLaw, bodies::kGirthCount> kGirthLaws{
    {{0.47, -0.3, 0.037}, {0.70, -0.6, 0.05}, {0.43, -0.2, 0.03}}};

}  // namespace

const PublishedAdults& published_adults(bodies::Sex sex) {
  return sex == bodies::Sex::kFemale ? kWomen : kMen;
}

Build draw_build(bodies::Sex sex, RandomStream& random) {
  const PublishedAdults& adults = published_adults(sex);
  const BodyMassIndex index = body_mass_index(adults);
  const double tall = random.truncated_normal(0, 1, 2.8);
  const double rest =
      std::sqrt(1 - kSittingWithStature * kSittingWithStature) * random.truncated_normal(0, 1);
  Build build;
  build.stature_mm = adults.stature.mean + adults.stature.sd * tall;
  build.sitting_height_mm =
      adults.sitting_height.mean + adults.sitting_height.sd * (kSittingWithStature * tall + rest);
  build.mass_kg = std::exp(random.truncated_normal(index.log_mean, index.log_sd, 2.8)) *
                  std::pow(build.stature_mm / 1000, 2);
  const std::array<Spread, bodies::kGirthCount> girths{adults.chest_girth, adults.waist_girth,
                                                       adults.hip_girth};
  for (std::size_t n = 0; n < girths.size(); ++n) {
    const GirthLaw& law = kGirthLaws[n];
    build.girth_mm[n] =
        girths[n].mean * std::exp(law.by_mass * std::log(build.mass_kg / adults.mass.mean) +
                                  law.by_stature * std::log(build.stature_mm / adults.stature.mean) +
                                  random.truncated_normal(0, law.rest));
  }
  return build;
}

anatomy::HabitusParameters draw_habitus(const anatomy::BaseAnatomy& base, RandomStream& random) {
  const auto n = [&](double mean, double sd) { return random.truncated_normal(mean, sd); };
  const Build build = draw_build(base.sex, random);
  const PublishedAdults& adults = published_adults(base.sex);
  const double weight =
      std::log(build.mass_kg / adults.mass.mean) - 2 * std::log(build.stature_mm / adults.stature.mean);
  anatomy::HabitusParameters p;
  p.yaw = n(0, 0.05);
  p.pitch = n(0, 0.05);
  p.torso = {n(0, 0.03), n(0, 0.02)};
  p.shift = {n(0, 0.014), n(0, 0.012), n(0, 0.012)};
  for (std::size_t level = 0; level < p.breadth_log.size(); ++level) {
    p.breadth_log[level] = n(0, 0.025);
    p.depth_log[level] = -p.breadth_log[level];
  }
  // The bases were measured lying: hips narrower and deeper, chest deeper when they stand.
  p.breadth_log[0] -= 0.04, p.depth_log[0] += 0.04;
  p.breadth_log[1] -= 0.09, p.depth_log[1] += 0.09;
  p.breadth_log[3] -= 0.03, p.depth_log[3] += 0.05;
  // A heavy belly grows forwards.
  p.depth_log[2] += 0.15 * weight;
  p.breadth_log[2] -= 0.15 * weight;
  p.belly_log = 0.3 * weight + n(0, 0.25);
  p.hip_log = n(0, 0.2);
  p.back_log = n(0, 0.2);
  p.breast_log = n(0, 0.3);
  const double abduction = draw_abduction(random);
  const double away_from_hips = 0.35 * std::max(0.0, weight);
  for (double& angle : p.abduction)
    angle = std::max(0.0, std::max(abduction, away_from_hips) + random.normal(0, 0.04));
  // Raised arms lift the shoulders, to about 2 cm.
  constexpr double kLift = 0.035, kRaised = 2.4;
  p.shift[1] -= kLift * std::clamp((p.abduction[0] + p.abduction[1]) / (2 * kRaised), 0.0, 1.0);
  // The bases lost muscle; the mass decides the rest.
  p.leg_girth_log = 0.1 + 0.4 * weight + n(0, 0.03);
  p.arm_girth_log = 0.1 + 0.4 * weight + n(0, 0.04);
  p.arm_length_log = n(0, 0.03);
  constexpr double kLying = 0.4;
  if (random.uniform() < kLying) {
    p.flattened_mm = random.uniform(8, 26);
    p.depth_log[2] -= 0.03;
    p.breadth_log[2] += 0.03;
  }
  return fitted(base, p, build);
}

}  // namespace skiagraph::population
