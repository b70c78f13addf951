// Files with random damage: whatever they hold, they are read or refused in one sentence, and never end the
// program.
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/io/ct_volume_file.h"
#include "tests/core/io/dicom.h"
#include "tests/core/io/files.h"
#include "tests/core/io/nifti.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;

namespace {

/// Bytes changed, cut out and repeated, most of them near the beginning.
std::string damaged(std::string bytes, std::mt19937& random) {
  const auto below = [&](std::size_t count) { return random() % std::max<std::size_t>(count, 1); };
  for (std::size_t n = 1 + below(4); n > 0 && !bytes.empty(); --n) {
    const std::size_t place =
        below(random() % 4 == 0 ? bytes.size() : std::min<std::size_t>(bytes.size(), 800));
    switch (random() % 5) {
      case 0:
        bytes[place] = static_cast<char>(random());
        break;
      case 1:
        bytes[place] = static_cast<char>(bytes[place] ^ (1 << random() % 8));
        break;
      case 2:
        bytes.erase(place, below(16));
        break;
      case 3:
        bytes.insert(place, bytes.substr(place, below(16)));
        break;
      default:
        bytes.resize(bytes.size() - below(bytes.size() / 2));
        break;
    }
  }
  return bytes;
}

/// Every damaged file is read, or refused because of the file.
void check(const std::filesystem::path& file, const std::filesystem::path& given, int times) {
  const std::string whole = read_file(file);
  std::mt19937 random(7);
  int refused = 0;
  for (int n = 0; n < times; ++n) {
    write_file(file, damaged(whole, random));
    try {
      read_ct_volume(given);
    } catch (const InputError& error) {
      const std::string sentence = error.what();
      CHECK(sentence.find('\n') == std::string::npos);
      CHECK(sentence.size() < 600);
      ++refused;
    }
  }
  CHECK(refused > times / 10);
  write_file(file, whole);
  CHECK_NOTHROW(read_ct_volume(given));
}

constexpr int kTimes = 200;

std::vector<float> body() {
  std::vector<float> voxels(6 * 6 * 6, -1000);
  for (std::size_t n = 80; n < 120; ++n) voxels[n] = 40;
  return voxels;
}

std::string shorts() {
  std::string bytes;
  for (const float v : body()) {
    const auto value = static_cast<std::int16_t>(v);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  return bytes;
}

}  // namespace

TEST_CASE("Damaged NIfTI, NRRD and MetaImage files never end the program") {
  const TemporaryFolder folder;
  write_nifti_ct(folder / "ct.nii", {6, 6, 6}, {{{-2, 0, 0, 0}, {0, -2, 0, 0}, {0, 0, 2, 0}}}, body());
  check(folder / "ct.nii", folder / "ct.nii", 4 * kTimes);
  write_file(
      folder / "ct.nrrd",
      "NRRD0004\ntype: short\ndimension: 3\nspace: LPS\nsizes: 6 6 6\nspace directions: (2,0,0) (0,2,0) "
      "(0,0,2)\nendian: little\nencoding: raw\nspace origin: (0,0,0)\n\n" +
          shorts());
  check(folder / "ct.nrrd", folder / "ct.nrrd", 4 * kTimes);
  write_file(folder / "ct.mha",
             "NDims = 3\nBinaryData = True\nTransformMatrix = 1 0 0 0 1 0 0 0 1\nOffset = 0 0 0\n"
             "ElementSpacing = 2 3 4\nDimSize = 6 6 6\nElementType = MET_SHORT\nElementDataFile = LOCAL\n" +
                 shorts());
  check(folder / "ct.mha", folder / "ct.mha", 4 * kTimes);
}

TEST_CASE("A damaged slice of a DICOM series never ends the program, in any form") {
  for (const char* syntax : {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.5",
                             "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90"}) {
    CAPTURE(syntax);
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "s");
    for (int n = 0; n < 5; ++n) {
      DicomSlice slice;
      slice.place = {0, 0, 5.0 * n};
      slice.columns = slice.rows = 16;
      slice.values.assign(256, n < 2 ? -1000 : 40);
      slice.transfer_syntax = syntax;
      write_dicom(folder / ("s/im" + std::to_string(n)), slice);
    }
    check(folder / "s/im2", folder / "s", kTimes / 2);
  }
}
