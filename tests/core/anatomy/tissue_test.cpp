#include "core/anatomy/base/tissue.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

#include "core/base/error.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using Catch::Matchers::Contains;
using skiagraph::testing::TemporaryFolder;

namespace {

constexpr double kTolerance = 0.015;

Composition composed(std::initializer_list<std::pair<Element, double>> parts) {
  Composition composition{};
  for (const auto& [element, fraction] : parts) composition[element] = fraction;
  return composition;
}

// ICRU Report 44.
const Composition kWater = composed({{kH, 0.1119}, {kO, 0.8881}});
const Composition kAdipose =
    composed({{kH, 0.114}, {kC, 0.598}, {kN, 0.007}, {kO, 0.278}, {kNa, 0.001}, {kS, 0.001}, {kCl, 0.001}});
const Composition kCorticalBone = composed({{kH, 0.034},
                                            {kC, 0.155},
                                            {kN, 0.042},
                                            {kO, 0.435},
                                            {kNa, 0.001},
                                            {kMg, 0.002},
                                            {kP, 0.103},
                                            {kS, 0.003},
                                            {kCa, 0.225}});

constexpr auto kMediaHeader = "medium\tname\tH\tC\tN\tO\tNa\tMg\tP\tS\tCl\tK\tCa\tFe\tI\n";
constexpr auto kMediaRows =
    "1\tWater\t11.2\t0\t0\t88.8\t0\t0\t0\t0\t0\t0\t0\t0\t0\n"
    "29\tAdipose\t11.4\t59.8\t0.7\t27.8\t0.1\t0\t0\t0.1\t0.1\t0\t0\t0\t0\n";
constexpr auto kOrgansHeader = "id\torgan\tmedium\tdensity_g_cm3\n";

class Tables {
 public:
  OrganTable read(const std::string& organs,
                  const std::string& media = std::string(kMediaHeader) + kMediaRows) {
    std::ofstream(folder_ / "organs.tsv") << organs;
    std::ofstream(folder_ / "media.tsv") << media;
    return read_organ_table(folder_ / "organs.tsv", folder_ / "media.tsv");
  }
  std::string complaint(const std::string& organs,
                        const std::string& media = std::string(kMediaHeader) + kMediaRows) {
    try {
      read(organs, media);
    } catch (const InputError& error) {
      return error.what();
    }
    return "read";
  }
  std::string rows(const std::string& text) { return complaint(kOrgansHeader + text); }
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("mass attenuation meets the published check values") {
  CHECK(mass_attenuation_cm2_per_g(kWater, 60) == Approx(0.206).epsilon(kTolerance));
  CHECK(mass_attenuation_cm2_per_g(kWater, 80) == Approx(0.184).epsilon(kTolerance));
  CHECK(mass_attenuation_cm2_per_g(kAdipose, 60) == Approx(0.197).epsilon(kTolerance));
  CHECK(mass_attenuation_cm2_per_g(kAdipose, 80) == Approx(0.180).epsilon(kTolerance));
  CHECK(mass_attenuation_cm2_per_g(kCorticalBone, 60) == Approx(0.315).epsilon(kTolerance));
  CHECK(mass_attenuation_cm2_per_g(kCorticalBone, 80) == Approx(0.223).epsilon(kTolerance));
}

TEST_CASE("attenuation falls steadily with energy and is unknown beyond the tables") {
  double before = 1;
  for (double energy = 60; energy <= 80; energy += 2.5) {
    const double here = mass_attenuation_cm2_per_g(kCorticalBone, energy);
    CHECK(here < before);
    before = here;
  }
  // A pure element follows the power law between its two table values.
  const Composition oxygen = composed({{kO, 1}});
  const double low = mass_attenuation_cm2_per_g(oxygen, 60), high = mass_attenuation_cm2_per_g(oxygen, 80);
  CHECK(mass_attenuation_cm2_per_g(oxygen, std::sqrt(60.0 * 80)) == Approx(std::sqrt(low * high)));
  CHECK_THROWS_AS(mass_attenuation_cm2_per_g(kWater, 59.9), Error);
  CHECK_THROWS_AS(mass_attenuation_cm2_per_g(kWater, 80.1), Error);
  CHECK_THROWS_AS(mass_attenuation_cm2_per_g(kWater, NAN), Error);
}

TEST_CASE("an organ's attenuation is per millimetre") {
  const Organ water{"Water", 1.0, kWater};
  CHECK(water.attenuation_per_mm(60) == Approx(0.0206).epsilon(kTolerance));
  CHECK(water.attenuation_per_mm() == Approx(0.0193).epsilon(kTolerance));
  CHECK(Organ{"Steam", 0.5, kWater}.attenuation_per_mm() == Approx(water.attenuation_per_mm() / 2));
}

TEST_CASE("organ tables are read") {
  Tables tables;
  for (const std::string end : {"\n", "\r\n"}) {
    std::string organs = kOrgansHeader + std::string("7\tFat, left\t29\t0.95\n255\tUrine\t1\t1.04\n\n");
    for (std::size_t at = 0; end.size() == 2 && (at = organs.find('\n', at)) != std::string::npos; at += 2)
      organs.replace(at, 1, end);
    const OrganTable table = tables.read(organs);
    REQUIRE(table.size() == 256);
    CHECK(table[0].name == "Air");
    CHECK(table[0].attenuation_per_mm() == 0);
    CHECK(table[7].name == "Fat, left");
    CHECK(table[7].density_g_per_cm3 == 0.95);
    CHECK(table[7].composition[kC] == Approx(0.598));
    CHECK(table[255].attenuation_per_mm(60) == Approx(0.0206 * 1.04).epsilon(kTolerance));
    CHECK(table[8].name.empty());
  }
}

TEST_CASE("bad organ tables are refused in one sentence that names the file") {
  Tables tables;
  REQUIRE(tables.rows("7\tFat\t29\t0.95\n") == "read");
  CHECK_THAT(tables.rows("7\tFat\t29\n"), Contains("Line 2") && Contains("3 columns instead of 4"));
  CHECK_THAT(tables.rows("7\tFat\t29\t0.95\n8\tFat\t29\t0.95\t1\n"), Contains("Line 3"));
  for (const std::string id : {"0", "256", "-1", "1e9", "1e300"})
    CHECK_THAT(tables.rows(id + "\tFat\t29\t0.95\n"), Contains("organs.tsv") && Contains(" to 255"));
  for (const std::string id : {"x", "", "7x", "7.5", "nan"})
    CHECK_THAT(tables.rows(id + "\tFat\t29\t0.95\n"), Contains("organs.tsv") && Contains("number"));
  CHECK_THAT(tables.rows("7\tFat\t5\t0.95\n"), Contains("Medium 5") && Contains("media.tsv"));
  for (const std::string density : {"heavy", "0.95g", "nan", "inf", "-1"})
    CHECK_THAT(tables.rows("7\tFat\t29\t" + density + "\n"),
               Contains("density_g_cm3") && Contains("organs.tsv"));
  for (const std::string column : {"id", "organ", "medium", "density_g_cm3"}) {
    std::string organs = kOrgansHeader + std::string("7\tFat\t29\t0.95\n");
    organs.replace(organs.find(column), column.size(), "other");
    CHECK_THAT(tables.complaint(organs), Contains("no column \"" + column + "\""));
  }
  CHECK_THAT(tables.complaint("", ""), Contains("cannot be read"));
  CHECK_THAT(tables.complaint(kOrgansHeader, kMediaHeader + std::string("1\tWater\t11\n")),
             Contains("media.tsv"));
  std::string no_iron = std::string(kMediaHeader) + kMediaRows;
  no_iron.replace(no_iron.find("Fe"), 2, "Xx");
  CHECK_THAT(tables.complaint(kOrgansHeader, no_iron), Contains("no column \"Fe\""));
  std::string negative = std::string(kMediaHeader) + kMediaRows;
  negative.replace(negative.find("88.8"), 4, "-888");
  CHECK_THAT(tables.complaint(kOrgansHeader, negative), Contains("\"O\"") && Contains("media.tsv"));
  CHECK_THROWS_AS(read_organ_table(tables.folder_ / "none.tsv", tables.folder_ / "media.tsv"), InputError);
  CHECK_THROWS_AS(read_organ_table(tables.folder_ / "organs.tsv", tables.folder_ / "none.tsv"), InputError);
}
