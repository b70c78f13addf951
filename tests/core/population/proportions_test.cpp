#include "core/population/proportions.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/anatomy/phantom_base.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::population;

namespace {

constexpr int kDraws = 400;

double height_of(const BaseAnatomy& base, Marker marker, const LandmarkShifts& up) {
  return base.landmark(marker).z + up[static_cast<std::size_t>(marker)];
}

/// Levels that are found where the phantom has them, but for so many mm up.
geometry::CanonicalPlacement found(double neck_up = 0, double symphysis_up = 0) {
  const BaseAnatomy& base = phantom_base();
  Vec3 neck = base.landmark(Marker::kNeck), symphysis = base.landmark(Marker::kPubicSymphysis);
  neck.x = symphysis.x = 0;
  neck.z += neck_up, symphysis.z += symphysis_up;
  return {{}, neck, symphysis};
}

/// Share of the way from symphysis to neck, mean and standard deviation in mm over many draws.
struct Spread {
  double mean, sd_mm;
};
Spread spread_of(Marker marker, const LandmarkHeights& mean) {
  const BaseAnatomy& base = phantom_base();
  const Habitus habitus(base, {});
  double sum = 0, squares = 0, torso = 0;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    RandomStream random(3, draw);
    const LandmarkShifts up = draw_heights(base, habitus, found(), mean, random);
    const double low = height_of(base, Marker::kPubicSymphysis, up),
                 length = height_of(base, Marker::kNeck, up) - low;
    const double share = (height_of(base, marker, up) - low) / length;
    sum += share / kDraws, squares += share * share / kDraws, torso += length / kDraws;
  }
  return {sum, std::sqrt(squares - sum * sum) * torso};
}

}  // namespace

TEST_CASE("mean heights are those of all known people, not of one base alone") {
  const LandmarkHeights mean = mean_heights({&phantom_base(), 1});
  CHECK(mean[static_cast<std::size_t>(Marker::kPubicSymphysis)] == Approx(0).margin(1e-9));
  CHECK(mean[static_cast<std::size_t>(Marker::kNeck)] == Approx(1));
  const BaseAnatomy& base = phantom_base();
  const double own =
      (base.landmark(Marker::kLiverTop).z - base.symphysis_z) / (base.neck_z - base.symphysis_z);
  const double of_all = mean[static_cast<std::size_t>(Marker::kLiverTop)];
  CHECK(of_all == Approx((own + 4 * 0.706) / 5));
}

TEST_CASE("people's heights lie about the mean of all, wherever the base has its own") {
  LandmarkHeights mean = mean_heights({&phantom_base(), 1});
  CHECK(spread_of(Marker::kLiverTop, mean).mean ==
        Approx(mean[static_cast<std::size_t>(Marker::kLiverTop)]).margin(0.006));
  mean[static_cast<std::size_t>(Marker::kLiverTop)] = 0.6;
  CHECK(spread_of(Marker::kLiverTop, mean).mean == Approx(0.6).margin(0.006));
}

TEST_CASE("neck and symphysis lie about the levels that are found, wherever the skin carries the base's") {
  const BaseAnatomy& base = phantom_base();
  const Habitus habitus(base, {});
  const LandmarkHeights mean = mean_heights({&base, 1});
  const auto mean_up = [&](Marker marker, const geometry::CanonicalPlacement& levels) {
    double sum = 0;
    for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
      RandomStream random(3, draw);
      sum += draw_heights(base, habitus, levels, mean, random)[static_cast<std::size_t>(marker)] / kDraws;
    }
    return sum;
  };
  CHECK(mean_up(Marker::kNeck, found(-12, 25)) == Approx(-12).margin(2));
  CHECK(mean_up(Marker::kPubicSymphysis, found(-12, 25)) == Approx(25).margin(2));
}

TEST_CASE("their spread is the published one that no surface explains") {
  const LandmarkHeights mean = mean_heights({&phantom_base(), 1});
  struct Published {
    Marker marker;
    double sd_mm;
  };
  for (const auto& [marker, sd_mm] : {Published{Marker::kLiverTop, 18},
                                      {Marker::kLiverBottom, 25},
                                      {Marker::kKidneyCentreLeft, 18},
                                      {Marker::kLungBottomLeft, 20}}) {
    INFO(info(marker).name);
    CHECK(spread_of(marker, mean).sd_mm == Approx(sd_mm).epsilon(0.25));
  }
}

TEST_CASE("liver and kidneys go with the breath, both crests together") {
  const BaseAnatomy& base = phantom_base();
  const Habitus habitus(base, {});
  const LandmarkHeights mean = mean_heights({&base, 1});
  const auto correlation = [&](Marker a, Marker b) {
    double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
    for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
      RandomStream random(3, draw);
      const LandmarkShifts up = draw_heights(base, habitus, found(), mean, random);
      const double x = up[static_cast<std::size_t>(a)], y = up[static_cast<std::size_t>(b)];
      sa += x, sb += y, saa += x * x, sbb += y * y, sab += x * y;
    }
    return (sab - sa * sb / kDraws) / std::sqrt((saa - sa * sa / kDraws) * (sbb - sb * sb / kDraws));
  };
  CHECK(correlation(Marker::kLiverTop, Marker::kKidneyCentreLeft) > 0.2);
  CHECK(correlation(Marker::kIliacCrestRight, Marker::kIliacCrestLeft) > 0.7);
  CHECK(correlation(Marker::kFemoralHeadLeft, Marker::kPubicSymphysis) > 0.7);
}
