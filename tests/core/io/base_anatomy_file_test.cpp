#include "core/io/base_anatomy_file.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "tests/core/io/files.h"
#include "tests/core/io/nifti.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

constexpr int kSide = 9;
constexpr std::uint8_t kMuscle = 1, kUnlisted = 200;

std::vector<std::uint8_t> block() {
  std::vector<std::uint8_t> labels(kSide * kSide * kSide, 0);
  for (int k = 1; k < kSide - 1; ++k)
    for (int j = 1; j < kSide - 1; ++j)
      for (int i = 1; i < kSide - 1; ++i) labels[(k * kSide + j) * kSide + i] = kMuscle;
  return labels;
}

std::string refusal_of(std::vector<std::uint8_t> labels) {
  const TemporaryFolder folder;
  write_nifti(folder / "XX.nii", {kSide, kSide, kSide}, {{{-2, 0, 0, 0}, {0, -2, 0, 0}, {0, 0, 2, 0}}},
              labels);
  write_file(folder / "XX_organs.tsv",
             "id\torgan\tmedium\tdensity_g_cm3\n1\tMuscle, trunk\t29\t1.05\n2\tSkin, trunk\t29\t1.09\n");
  write_file(folder / "XX_media.tsv",
             "medium\tname\tH\tC\tN\tO\tNa\tMg\tP\tS\tCl\tK\tCa\tFe\tI\n"
             "29\tMuscle\t10.2\t14.2\t3.4\t71.1\t0.1\t0\t0.2\t0.3\t0.1\t0.4\t0\t0\t0\n");
  try {
    read_base_anatomies(folder / "XX.nii");
  } catch (const InputError& error) {
    return error.code();
  }
  return {};
}

}  // namespace

TEST_CASE("A label without a row is skin at the body's border, and refused inside it") {
  const auto at = [](int i, int j, int k) { return static_cast<std::size_t>((k * kSide + j) * kSide + i); };
  std::vector<std::uint8_t> inside = block();
  inside[at(4, 4, 4)] = kUnlisted;
  CHECK(refusal_of(inside) == "atlas.unlisted_label");
  std::vector<std::uint8_t> closing = block();
  for (int j = 1; j < kSide - 1; ++j)
    for (int i = 1; i < kSide - 1; ++i) closing[at(i, j, kSide - 2)] = kUnlisted;
  // The label is known now; what is missing is the anatomy.
  CHECK(refusal_of(closing) == "anatomy.organ_missing");
}
