#include "core/anatomy/patient/tissue_variation.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "tests/core/anatomy/phantom_base.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;

namespace {

const BodyPart& torso() {
  return phantom_base().parts[kTorso];
}

std::vector<float> varied(const TissueVariation& tissue) {
  return varied_attenuation(phantom_base(), kTorso, tissue);
}

double mean_of(const std::vector<float>& values, VariedTissue tissue) {
  const auto& voxels = torso().voxels[tissue];
  double sum = 0;
  for (const std::uint32_t n : voxels) sum += values[n];
  return sum / static_cast<double>(voxels.size());
}

double rest_of(VariedTissue tissue) {
  return mean_of(torso().attenuation.values, tissue);
}

/// Share of the voxels that hold next to nothing.
double gas_share(const std::vector<float>& values, VariedTissue tissue) {
  const auto& voxels = torso().voxels[tissue];
  double gas = 0;
  for (const std::uint32_t n : voxels) gas += values[n] < 0.005F;
  return gas / static_cast<double>(voxels.size());
}

}  // namespace

TEST_CASE("tissue without variation is that of the base") {
  CHECK(varied({}) == torso().attenuation.values);
}

TEST_CASE("bone and lung take the density they are given") {
  TissueVariation tissue;
  tissue.bone_log = 0.1, tissue.lung_log = -0.2;
  const auto values = varied(tissue);
  CHECK(mean_of(values, kCorticalBone) == Approx(std::exp(0.1) * rest_of(kCorticalBone)).epsilon(1e-4));
  CHECK(mean_of(values, kTrabecularBone) == Approx(std::exp(0.1) * rest_of(kTrabecularBone)).epsilon(1e-4));
  CHECK(mean_of(values, kLungLeft) == Approx(std::exp(-0.2) * rest_of(kLungLeft)).epsilon(1e-4));
  CHECK(mean_of(values, kKidneyLeft) == Approx(rest_of(kKidneyLeft)));
}

TEST_CASE("texture differs from person to person and not on the mean") {
  TissueVariation one, other;
  one.trabecular = other.trabecular = 0.3;
  one.grain = 1, other.grain = 2;
  const auto a = varied(one), b = varied(other);
  CHECK(a == varied(one));
  CHECK_FALSE(a == b);
  CHECK(mean_of(a, kTrabecularBone) == Approx(rest_of(kTrabecularBone)).epsilon(0.03));
  CHECK(mean_of(b, kTrabecularBone) == Approx(rest_of(kTrabecularBone)).epsilon(0.03));
}

TEST_CASE("vessels are dense at the root of the lung and thin at its rim") {
  TissueVariation tissue;
  tissue.vessels = 1, tissue.grain = 3;
  const auto values = varied(tissue);
  CHECK(mean_of(values, kLungRight) > 1.02 * rest_of(kLungRight));
  const Vec3 carina = phantom_base().landmark(Marker::kCarina);
  const GridGeometry& grid = torso().attenuation.grid;
  double near = 0, far = 0;
  int near_count = 0, far_count = 0;
  for (const std::uint32_t n : torso().voxels[kLungRight]) {
    const auto ny = static_cast<std::uint32_t>(grid.ny), nx = static_cast<std::uint32_t>(grid.nx);
    const Vec3 p =
        grid.position(static_cast<int>(n / ny % nx), static_cast<int>(n % ny), static_cast<int>(n / ny / nx));
    const double added = values[n] - torso().attenuation.values[n];
    const double distance = norm(p - carina);
    if (distance < 80) near += added, ++near_count;
    if (distance > 130) far += added, ++far_count;
  }
  REQUIRE(near_count > 0);
  REQUIRE(far_count > 0);
  CHECK(near / near_count > 1.5 * far / far_count);
}

TEST_CASE("gas fills its share of bowel and stomach, and rises") {
  TissueVariation tissue;
  tissue.stomach_gas = 0.3, tissue.grain = 4;
  CHECK(gas_share(varied(tissue), kStomachContents) == Approx(0.3).margin(0.01));
  tissue.stomach_gas = 0;
  tissue.bowel_gas = 0.1;
  const double little = gas_share(varied(tissue), kBowelContents);
  tissue.bowel_gas = 0.35;
  const double much = gas_share(varied(tissue), kBowelContents);
  CHECK(little > 0.005);
  CHECK(much > little + 0.1);
  CHECK(gas_share(varied({}), kBowelContents) == 0);

  // Of who stands, to the head; of who lies, to the front.
  TissueVariation standing, lying;
  standing.stomach_gas = lying.stomach_gas = 0.4;
  lying.lying = true;
  const auto centre = [](const std::vector<float>& values) {
    const GridGeometry& grid = torso().attenuation.grid;
    const auto ny = static_cast<std::uint32_t>(grid.ny), nx = static_cast<std::uint32_t>(grid.nx);
    Vec3 sum;
    double count = 0;
    for (const std::uint32_t n : torso().voxels[kStomachContents])
      if (values[n] < 0.005F) {
        sum = sum + grid.position(static_cast<int>(n / ny % nx), static_cast<int>(n % ny),
                                  static_cast<int>(n / ny / nx));
        ++count;
      }
    return sum * (1 / count);
  };
  const Vec3 up = centre(varied(standing)), front = centre(varied(lying));
  CHECK(up.z > front.z + 10);
  CHECK(up.y > front.y + 5);
}
