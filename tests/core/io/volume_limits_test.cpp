// Volumes that no scanner makes, or that no memory holds.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <clocale>
#include <functional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/io/ct_body.h"
#include "core/io/ct_volume_file.h"
#include "core/io/label_volume_file.h"
#include "core/io/volume_formats.h"
#include "tests/core/io/dicom.h"
#include "tests/core/io/files.h"
#include "tests/core/io/nifti.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

std::string code_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const InputError& error) {
    return error.code();
  }
  return "no error";
}

std::string ct_code(const std::filesystem::path& path) {
  CtOptions options;
  options.values = HounsfieldScale{};  // all of tissue
  return code_of([&] { read_ct_volume(path, options); });
}

std::string label_code(const std::filesystem::path& path) {
  return code_of([&] { read_label_volume(path); });
}

NiftiMatrix spaced(float x, float y, float z) {
  return {{{x, 0, 0, 0}, {0, y, 0, 0}, {0, 0, z, 0}}};
}

constexpr std::array<std::int16_t, 3> kSmall{4, 4, 4};

}  // namespace

TEST_CASE("Voxels of a size that no scanner makes are refused, in every format") {
  const TemporaryFolder folder;
  const std::vector<float> voxels(64, 40);
  const std::vector<std::uint8_t> labels(64, 1);
  for (const NiftiMatrix& matrix : {spaced(0.001F, 0.001F, 1000), spaced(1, 1, 1000), spaced(0.001F, 1, 1)}) {
    write_nifti_ct(folder / "ct.nii", kSmall, matrix, voxels);
    CHECK(ct_code(folder / "ct.nii") == "volume.voxel_size");
    write_nifti(folder / "labels.nii", kSmall, matrix, labels);
    CHECK(label_code(folder / "labels.nii") == "volume.voxel_size");
  }
  write_nifti_ct(folder / "ct.nii", kSmall, spaced(1, 1, 10), voxels);
  CHECK(ct_code(folder / "ct.nii") == "no error");
  write_nifti(folder / "labels.nii", kSmall, spaced(1, 1, 10), labels);
  CHECK(label_code(folder / "labels.nii") == "no error");

  const std::string bytes(2 * 12 * 4 * 5, '\1');
  write_file(folder / "ct.mha",
             "NDims = 3\nBinaryData = True\nTransformMatrix = 1 0 0 0 1 0 0 0 1\nOffset = 0 0 0\n"
             "ElementSpacing = 0.001 0.001 1000\nDimSize = 12 4 5\nElementType = MET_SHORT\n"
             "ElementDataFile = LOCAL\n" +
                 bytes);
  CHECK(ct_code(folder / "ct.mha") == "volume.voxel_size");
  write_file(folder / "ct.nrrd",
             "NRRD0004\ntype: short\ndimension: 3\nspace: LPS\nsizes: 12 4 5\n"
             "space directions: (0.001,0,0) (0,0.001,0) (0,0,1000)\nendian: little\nencoding: raw\n"
             "space origin: (0,0,0)\n\n" +
                 bytes);
  CHECK(ct_code(folder / "ct.nrrd") == "volume.voxel_size");
}

TEST_CASE("A DICOM series with pixels of a size that no scanner makes is refused") {
  const TemporaryFolder folder;
  for (int k = 0; k < 5; ++k) {
    DicomSlice slice;
    slice.spacing_mm = {0.001, 0.001};
    slice.place = {0, 0, 5.0 * k};
    slice.values.assign(20, 40);
    write_dicom(folder / ("im" + std::to_string(k) + ".dcm"), slice);
  }
  CHECK(ct_code(folder / "") == "volume.voxel_size");
}

TEST_CASE("Volumes that are too large are refused by what their header claims") {
  const TemporaryFolder folder;
  constexpr std::array<std::int16_t, 3> kLarge{1000, 1000, 1000};
  write_nifti(folder / "labels.nii", kLarge, spaced(1, 1, 1), {1, 2, 3});
  CHECK(label_code(folder / "labels.nii") == "volume.too_large");
  write_nifti_ct(folder / "ct.nii", kLarge, spaced(1, 1, 1), {1, 2, 3});
  CHECK(ct_code(folder / "ct.nii") == "volume.too_large");
}

TEST_CASE("Labels that become too large when their slices are interpolated are refused") {
  const TemporaryFolder folder;
  write_nifti(folder / "labels.nii", {1000, 1000, 2}, spaced(0.05F, 0.05F, 50),
              std::vector<std::uint8_t>(2'000'000, 1));
  CHECK(label_code(folder / "labels.nii") == "volume.too_large");
}

TEST_CASE("A CT with one column, row or slice shows no body") {
  const TemporaryFolder folder;
  for (const std::array<std::int16_t, 3>& size :
       std::vector<std::array<std::int16_t, 3>>{{1, 40, 40}, {40, 1, 40}, {1, 1, 40}}) {
    CAPTURE(size[0], size[1]);
    const std::vector<float> voxels(static_cast<std::size_t>(size[0]) * size[1] * size[2], 40);
    write_nifti_ct(folder / "ct.nii", size, spaced(1, 1, 1), voxels);
    CtOptions options;
    options.values = HounsfieldScale{};  // all of tissue
    const imaging::CtVolume ct = read_ct_volume(folder / "ct.nii", options);
    CHECK(code_of([&] { ct_body(ct); }) == "ct.no_body");
  }
}

TEST_CASE("The tilt of a scanner is read alike in every locale") {
  const TemporaryFolder folder;
  for (int k = 0; k < 5; ++k) {
    DicomSlice slice;
    slice.place = {0, 0, 5.0 * k};
    slice.values.assign(20, 40);
    slice.gantry_tilt = 0.5;
    write_dicom(folder / ("im" + std::to_string(k) + ".dcm"), slice);
  }
  CHECK(ct_code(folder / "") == "dicom.tilted");
  bool found = false;
  for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "fr_FR.utf8", "de_DE"})
    found = found || std::setlocale(LC_NUMERIC, name) != nullptr;
  if (!found) WARN("Half skipped: no locale with a decimal comma is installed.");
  const std::string code = ct_code(folder / "");
  std::setlocale(LC_NUMERIC, "C");
  CHECK(code == "dicom.tilted");
}

TEST_CASE("A volume's format is found by its extension, in capitals or not") {
  REQUIRE(volume_format_of("a/CT.NII.GZ") != nullptr);
  CHECK(volume_format_of("a/CT.NII.GZ")->name == "NIfTI");
  CHECK(volume_format_of("a/ct.gz") == nullptr);
  CHECK(volume_format_names() == "NIfTI, NRRD, MetaImage, Analyze");
  const TemporaryFolder folder;
  write_file(folder / "ct.txt", "a letter");
  CHECK(ct_code(folder / "ct.txt") == "volume.format");
}
