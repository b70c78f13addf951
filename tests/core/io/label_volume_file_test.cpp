#include "core/io/label_volume_file.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/error.h"
#include "tests/core/io/files.h"
#include "tests/core/io/nifti.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

constexpr std::array<std::int16_t, 3> kSize{2, 3, 4};

/// Every voxel another label, in the order of the file.
std::vector<std::uint8_t> voxels() {
  std::vector<std::uint8_t> labels;
  for (std::uint8_t label = 1; label <= 24; ++label) labels.push_back(label);
  return labels;
}

std::string message_of(const std::filesystem::path& path) {
  try {
    read_label_volume(path);
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("Labels come into the patient frame whatever the axes of the file") {
  const TemporaryFolder folder;
  const std::vector<NiftiMatrix> matrices{
      {{{2, 0, 0, -10}, {0, 3, 0, 20}, {0, 0, 5, 30}}},    // right, front, head
      {{{-2, 0, 0, -10}, {0, -3, 0, 20}, {0, 0, 5, 30}}},  // left, back, head: the patient frame itself
      {{{2, 0, 0, 7}, {0, -3, 0, 20}, {0, 0, -5, 30}}},
      {{{0, 0, 5, 1}, {2, 0, 0, 2}, {0, -3, 0, 3}}},  // sagittal slices
      {{{0, -3, 0, 1}, {0, 0, 5, 2}, {-2, 0, 0, 3}}},
  };
  for (const NiftiMatrix& m : matrices) {
    CAPTURE(m[0][0], m[0][1], m[0][2]);
    write_nifti(folder / "labels.nii", kSize, m, voxels());
    const LabelVolume volume = read_label_volume(folder / "labels.nii");
    REQUIRE(volume.labels.size() == 24);
    std::uint8_t label = 1;
    for (int k = 0; k < kSize[2]; ++k)
      for (int j = 0; j < kSize[1]; ++j)
        for (int i = 0; i < kSize[0]; ++i, ++label) {
          std::array<double, 3> ras{};
          for (int row = 0; row < 3; ++row)
            ras[row] = m[row][0] * i + m[row][1] * j + m[row][2] * k + m[row][3];
          const Vec3 wanted{-ras[0], -ras[1], ras[2]};
          int found = 0;
          for (int z = 0; z < volume.nz; ++z)
            for (int y = 0; y < volume.ny; ++y)
              for (int x = 0; x < volume.nx; ++x)
                if (volume.at(x, y, z) == label) {
                  ++found;
                  CHECK(norm(volume.position(x, y, z) - wanted) < 1e-3);
                }
          CHECK(found == 1);
        }
  }
}

TEST_CASE("What is no label volume is refused with one sentence that names it") {
  const TemporaryFolder folder;
  const NiftiMatrix plain{{{2, 0, 0, 0}, {0, 3, 0, 0}, {0, 0, 5, 0}}};
  CHECK_THAT(message_of(folder / "nowhere.nii"), Contains("There is no file") && Contains("nowhere.nii"));
  write_file(folder / "empty.nii", "");
  CHECK_THAT(message_of(folder / "empty.nii"), Contains("empty.nii"));
  write_file(folder / "letter.nii", std::string(1000, 'a'));
  CHECK_THAT(message_of(folder / "letter.nii"), Contains("not a NIfTI file") && Contains("letter.nii"));
  write_nifti(folder / "labels.nii", kSize, plain, voxels());
  write_truncated(folder / "labels.nii", folder / "header.nii", 200);
  CHECK_THAT(message_of(folder / "header.nii"), Contains("header.nii"));
  write_truncated(folder / "labels.nii", folder / "cut.nii", 360);
  CHECK_THAT(message_of(folder / "cut.nii"), Contains("damaged") && Contains("cut.nii"));
  write_nifti(folder / "ct.nii", kSize, plain, std::vector<std::uint8_t>(48, 1), kNiftiInt16);
  CHECK_THAT(message_of(folder / "ct.nii"), Contains("no organ labels") && Contains("ct.nii"));
  const auto c = static_cast<float>(std::cos(0.3)), s = static_cast<float>(std::sin(0.3));
  write_nifti(folder / "tilted.nii", kSize, {{{2 * c, -3 * s, 0, 0}, {2 * s, 3 * c, 0, 0}, {0, 0, 5, 0}}},
              voxels());
  CHECK_THAT(message_of(folder / "tilted.nii"), Contains("tilted against") && Contains("tilted.nii"));
}

TEST_CASE("A truncated compressed atlas is refused") {
  const auto atlas = shared_file("atlas/icrp110/AM.nii.gz");
  if (atlas.empty()) return;
  const TemporaryFolder folder;
  write_truncated(atlas, folder / "cut.nii.gz", std::filesystem::file_size(atlas) / 2);
  CHECK_THAT(message_of(folder / "cut.nii.gz"), Contains("damaged"));
}
