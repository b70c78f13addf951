// What headers of NIfTI, NRRD and MetaImage say, in all their ways of saying it.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/io/ct_volume_file.h"
#include "tests/core/io/files.h"
#include "tests/core/io/nifti.h"

using namespace skiagraph;
using namespace skiagraph::imaging;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

using Path = std::filesystem::path;

constexpr int kNx = 3, kNy = 4, kNz = 5;

/// A value for each voxel of the file.
float value_at(int i, int j, int k) {
  return static_cast<float>(100 * i + 10 * j + k);
}

template <class Value>
std::string voxels(bool swapped = false) {
  std::string bytes;
  for (int k = 0; k < kNz; ++k)
    for (int j = 0; j < kNy; ++j)
      for (int i = 0; i < kNx; ++i) {
        const auto value = static_cast<Value>(value_at(i, j, k));
        std::string raw(reinterpret_cast<const char*>(&value), sizeof value);
        if (swapped) std::ranges::reverse(raw);
        bytes += raw;
      }
  return bytes;
}

CtOptions as_stored() {
  CtOptions options;
  options.values = HounsfieldScale{};
  return options;
}

std::string message_of(const Path& path, const CtOptions& options = as_stored()) {
  try {
    read_ct_volume(path, options);
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

/// Whether the file's first axis runs to the left, its second to the back, its third to the head, 2 x 3 x 4
/// mm from the given corner.
void check_lps(const Path& path, Vec3 origin, const CtOptions& options = as_stored()) {
  CAPTURE(path);
  const CtVolume ct = read_ct_volume(path, options);
  REQUIRE(ct.nx == kNx);
  REQUIRE(ct.ny == kNy);
  REQUIRE(ct.nz == kNz);
  CHECK(norm(ct.spacing_mm - Vec3{2, 3, 4}) < 1e-5);
  CHECK(norm(ct.origin_mm - origin) < 1e-4);
  for (int k = 0; k < kNz; ++k)
    for (int j = 0; j < kNy; ++j)
      for (int i = 0; i < kNx; ++i) CHECK(ct.at(i, j, k) == value_at(i, j, k));
}

template <class Value>
void put(std::string& bytes, std::size_t offset, Value value) {
  std::memcpy(bytes.data() + offset, &value, sizeof value);
}

/// A NIfTI-1 header with the directions LPS as sform, 16 bit.
std::string nifti_header(const TemporaryFolder& folder) {
  write_nifti(folder / "made.nii", {kNx, kNy, kNz}, {{{-2, 0, 0, -10}, {0, -3, 0, -20}, {0, 0, 4, 30}}}, {},
              kNiftiInt16);
  return read_file(folder / "made.nii").substr(0, 352);
}

/// The same as qform alone: a turn by half a circle about z.
std::string with_qform(std::string header) {
  put(header, 254, std::int16_t{0}), put(header, 252, std::int16_t{1});
  for (const std::size_t part : {256U, 260U}) put(header, part, 0.0F);
  put(header, 264, 1.0F);
  put(header, 268, -10.0F), put(header, 272, -20.0F), put(header, 276, 30.0F);
  return header;
}

std::string nrrd(const std::string& changed = "", const std::string& more = "") {
  std::string text =
      "NRRD0005\n# a remark: of no use\ntype: short\ndimension: 3\nspace: left-posterior-superior\n"
      "sizes: 3 4 5\nspace directions: (2,0,0) (0,3,0) (0,0,4)\nendian: little\nencoding: raw\n"
      "space origin: (10,20,30)\nspace:=elsewhere\n";
  if (const auto colon = changed.find(':'); colon != std::string::npos) {
    const auto begin = text.find('\n' + changed.substr(0, colon + 1)) + 1;
    text.replace(begin, text.find('\n', begin) - begin, changed);
  }
  return text + more + "\n";
}

std::string meta(const std::string& changed = "", const std::string& more = "") {
  std::string text =
      "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n"
      "TransformMatrix = 1 0 0 0 1 0 0 0 1\nOffset = 10 20 30\nElementSpacing = 2 3 4\nDimSize = 3 4 5\n"
      "ElementType = MET_SHORT\n" +
      more + "ElementDataFile = LOCAL\n";
  if (const auto equals = changed.find(" ="); equals != std::string::npos) {
    const auto begin = text.find('\n' + changed.substr(0, equals + 2)) + 1;
    text.replace(begin, text.find('\n', begin) - begin, changed);
  }
  return text;
}

constexpr Vec3 kCorner{10, 20, 30};

}  // namespace

TEST_CASE("NIfTI says where its voxels lie by sform or qform, in either order of bytes, in one file or two") {
  const TemporaryFolder folder;
  const std::string header = nifti_header(folder), data = voxels<std::int16_t>();
  write_file(folder / "s.nii", header + data);
  check_lps(folder / "s.nii", kCorner);
  write_file(folder / "q.nii", with_qform(header) + data);
  check_lps(folder / "q.nii", kCorner);

  std::string mirrored = with_qform(header);  // the third axis runs down
  put(mirrored, 76, -1.0F);
  write_file(folder / "qfac.nii", mirrored + data);
  const CtVolume down = read_ct_volume(folder / "qfac.nii", as_stored());
  CHECK(down.at(1, 2, 0) == value_at(1, 2, kNz - 1));
  CHECK(down.origin_mm.z == Approx(30 - 4 * (kNz - 1)));

  std::string metres = header;
  put(metres, 123, char{1});
  for (const std::size_t row : {280U, 296U, 312U})
    for (std::size_t n = 0; n < 4; ++n) {
      float value = 0;
      std::memcpy(&value, metres.data() + row + 4 * n, sizeof value);
      put(metres, row + 4 * n, value / 1000);
    }
  write_file(folder / "metres.nii", metres + data);
  check_lps(folder / "metres.nii", kCorner);

  std::string pair = header;
  std::memcpy(pair.data() + 344, "ni1", 4);
  put(pair, 108, 0.0F);
  write_file(folder / "pair.hdr", pair);
  write_file(folder / "pair.img", data);
  check_lps(folder / "pair.hdr", kCorner);
  check_lps(folder / "pair.img", kCorner);

  std::string swapped = header;
  const auto reverse = [&](std::size_t offset, std::size_t bytes, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n)
      std::reverse(swapped.begin() + static_cast<std::ptrdiff_t>(offset + n * bytes),
                   swapped.begin() + static_cast<std::ptrdiff_t>(offset + (n + 1) * bytes));
  };
  reverse(0, 4, 1), reverse(40, 2, 8), reverse(70, 2, 2), reverse(76, 4, 8), reverse(108, 4, 3);
  reverse(252, 2, 2), reverse(256, 4, 6), reverse(280, 4, 12);
  write_file(folder / "swapped.nii", swapped + voxels<std::int16_t>(true));
  check_lps(folder / "swapped.nii", kCorner);

  std::string wide = header;
  put(wide, 70, std::int16_t{1024});
  write_file(folder / "wide.nii", wide + voxels<std::int64_t>());
  check_lps(folder / "wide.nii", kCorner);
}

TEST_CASE("NIfTI-2 is read as well") {
  const TemporaryFolder folder;
  std::string header(544, '\0');
  put(header, 0, std::int32_t{540});
  std::memcpy(header.data() + 4, "n+2\0\r\n\032\n", 8);
  put(header, 12, std::int16_t{64}), put(header, 14, std::int16_t{64});
  const std::array<std::int64_t, 4> dim{3, kNx, kNy, kNz};
  std::memcpy(header.data() + 16, dim.data(), sizeof dim);
  put(header, 168, std::int64_t{544});
  put(header, 348, std::int32_t{1}), put(header, 500, std::int32_t{2});
  const std::array<double, 12> sform{-2, 0, 0, -10, 0, -3, 0, -20, 0, 0, 4, 30};
  std::memcpy(header.data() + 400, sform.data(), sizeof sform);
  write_file(folder / "ct.nii", header + voxels<double>());
  check_lps(folder / "ct.nii", kCorner);
}

TEST_CASE("NIfTI and Analyze that do not say their directions are refused until somebody does") {
  const TemporaryFolder folder;
  const std::string header = nifti_header(folder), data = voxels<std::int16_t>();
  std::string silent = header;
  put(silent, 254, std::int16_t{0});
  write_file(folder / "silent.nii", silent + data);
  std::string contradictory = with_qform(header);
  put(contradictory, 254, std::int16_t{1});
  put(contradictory, 256, 1.0F), put(contradictory, 264, 0.0F);
  write_file(folder / "two.nii", contradictory + data);
  std::string empty = header;
  std::fill_n(empty.begin() + 280, 48, '\0');
  write_file(folder / "empty.nii", empty + data);
  std::string analyze = header;
  std::fill_n(analyze.begin() + 252, 100, '\0');
  put(analyze, 108, 0.0F);
  write_file(folder / "analyze.hdr", analyze);
  write_file(folder / "analyze.img", data);
  CtOptions options = as_stored();
  options.axes = parse_axes("lps");
  for (const char* name : {"silent.nii", "two.nii", "analyze.img"}) {
    CAPTURE(name);
    CHECK_THAT(message_of(folder / name), Contains("--axes") && Contains(name));
  }
  CHECK_THAT(message_of(folder / "empty.nii"), Contains("--axes"));
  check_lps(folder / "silent.nii", {}, options);
  check_lps(folder / "analyze.hdr", {}, options);
}

TEST_CASE("NIfTI whose two ways of saying how large a voxel is differ is refused until somebody says it") {
  const TemporaryFolder folder;
  std::string header = with_qform(nifti_header(folder));
  put(header, 254, std::int16_t{1});
  write_file(folder / "one.nii", header + voxels<std::int16_t>());
  check_lps(folder / "one.nii", kCorner);
  put(header, 80, 1.0F);  // 2 mm by the sform
  write_file(folder / "two.nii", header + voxels<std::int16_t>());
  CHECK_THAT(message_of(folder / "two.nii"), Contains("--spacing") && Contains("two.nii"));
  CtOptions options = as_stored();
  options.spacing_mm = {2, 3, 4};
  check_lps(folder / "two.nii", kCorner, options);
}

TEST_CASE("NIfTI with several volumes, colours or kinds of numbers that are not read is named") {
  const TemporaryFolder folder;
  const std::string data = voxels<std::int16_t>();
  std::string header = nifti_header(folder);
  put(header, 40, std::int16_t{4}), put(header, 48, std::int16_t{7});
  write_file(folder / "four.nii", header + data);
  CHECK_THAT(message_of(folder / "four.nii"), Contains("several volumes"));
  for (const std::int16_t type : {32, 128, 1536, 0, -5}) {
    header = nifti_header(folder);
    put(header, 70, type);
    write_file(folder / "type.nii", header + data);
    CHECK_THAT(message_of(folder / "type.nii"), Contains("not read"));
  }
  for (const float offset : {1e30F, std::nanf("")}) {
    header = nifti_header(folder);
    put(header, 108, offset);
    write_file(folder / "offset.nii", header + data);
    CHECK_THAT(message_of(folder / "offset.nii"), Contains("damaged"));
  }
}

TEST_CASE("NRRD is read in its encodings, spaces, orders of bytes and skips") {
  const TemporaryFolder folder;
  const std::string data = voxels<std::int16_t>();
  std::string text;
  for (int k = 0; k < kNz; ++k)
    for (int j = 0; j < kNy; ++j)
      for (int i = 0; i < kNx; ++i)
        text += std::to_string(static_cast<int>(value_at(i, j, k))) + (i > 1 ? "\n" : " ");
  const auto check = [&](const std::string& bytes) {
    write_file(folder / "ct.nrrd", bytes);
    INFO(bytes.substr(0, 300));
    check_lps(folder / "ct.nrrd", kCorner);
  };
  check(nrrd() + data);
  check(nrrd("encoding: ascii") + text);
  check(nrrd("endian: big") + voxels<std::int16_t>(true));
  check(nrrd("type: unsigned long long int") + voxels<std::uint64_t>());
  check(nrrd("type: double") + voxels<double>());
  check(nrrd("", "byte skip: 7\n") + "1234567" + data);
  check(nrrd("", "byte skip: -1\n") + "some bytes before" + data);
  check(nrrd("", "line skip: 2\n") + "one\ntwo\n" + data);
  check(nrrd("space: LPS", "space units: \"mm\" \"mm\" \"mm\"\n") + data);
  // Other spaces for the same place.
  std::string las = nrrd("space: left-anterior-superior");
  las.replace(las.find("(0,3,0)"), 7, "(0,-3,0)");
  las.replace(las.find("(10,20,30)"), 10, "(10,-20,30)");
  check(las + data);
  std::string centimetres = nrrd("space origin: (1,2,3)", "space units: \"cm\" \"cm\" \"cm\"\n");
  centimetres.replace(centimetres.find("(2,0,0) (0,3,0) (0,0,4)"), 23, "(.2,0,0) (0,.3,0) (0,0,.4)");
  check(centimetres + data);
}

TEST_CASE("NRRD that says too little, or in another way, is refused by name") {
  const TemporaryFolder folder;
  const std::string data = voxels<std::int16_t>();
  const auto check = [&](const std::string& bytes, const std::string& why) {
    write_file(folder / "ct.nrrd", bytes);
    INFO(bytes.substr(0, 300));
    CHECK_THAT(message_of(folder / "ct.nrrd"), Contains(why) && Contains("ct.nrrd"));
  };
  check(nrrd("space: scanner-xyz") + data, "--axes");
  check(nrrd("space directions: (2,0,0) (0,3,0) none") + data, "--axes");
  check(nrrd("space directions: (0,0,0) (0,3,0) (0,0,4)") + data, "--axes");
  check(nrrd("space directions: (2,5,0,0) (0,3,0) (0,0,4)") + data, "--axes");
  check(nrrd("space origin: (0,0)") + data, "where its voxels lie");
  check(nrrd("type: block") + data, "block");
  check(nrrd("encoding: hex") + data, "hex");
  check(nrrd("encoding: bzip2") + data, "bzip2");
  check(nrrd("endian:") + data, "endian");
  check(nrrd("sizes: 3 4 5 2") + data, "how many voxels");
  check(nrrd("sizes: 3 4 -5") + data, "how many voxels");
  check(nrrd("sizes: 3 4 1e300") + data, "how many voxels");
  check(nrrd("", "data file: LIST\na.raw\n") + data, "several files");
  check(nrrd("", "data file: %n%n%s.raw 0 4 1\n") + data, "several files");
  check(nrrd("", "data file: .\n") + data, "not there");
  check(nrrd("", "byte skip: -7\n") + data, "skip");
  check(nrrd("", "space units: \"furlong\" \"mm\" \"mm\"\n") + data, "furlong");
  CtOptions options = as_stored();
  options.axes = parse_axes("LPS"), options.spacing_mm = {2, 3, 4};
  std::string little = nrrd("space directions: none none none");
  little.replace(little.find("space: "), 7, "sp: ");
  write_file(folder / "little.nrrd", little + data);
  check_lps(folder / "little.nrrd", {}, options);
}

TEST_CASE("MetaImage is read in its types, orders of bytes, skips and scales") {
  const TemporaryFolder folder;
  const std::string data = voxels<std::int16_t>();
  const auto check = [&](const std::string& bytes) {
    write_file(folder / "ct.mha", bytes);
    INFO(bytes.substr(0, 400));
    check_lps(folder / "ct.mha", kCorner);
  };
  check(meta() + data);
  check(meta("BinaryDataByteOrderMSB = True") + voxels<std::int16_t>(true));
  check(meta("ElementType = MET_ULONG_LONG") + voxels<std::uint64_t>());
  check(meta("ElementType = MET_FLOAT") + voxels<float>());
  std::string half;
  for (int k = 0; k < kNz; ++k)
    for (int j = 0; j < kNy; ++j)
      for (int i = 0; i < kNx; ++i) {
        const auto value = static_cast<std::int16_t>((value_at(i, j, k) + 100) * 2);
        half.append(reinterpret_cast<const char*>(&value), sizeof value);
      }
  check(meta("", "ElementToIntensityFunctionSlope = 0.5\nElementToIntensityFunctionOffset = -100\n") + half);
  write_file(folder / "voxels.raw", "bytes before" + data);
  write_file(folder / "ct.mhd", meta("ElementDataFile = voxels.raw", "HeaderSize = -1\n"));
  check_lps(folder / "ct.mhd", kCorner);
  write_file(folder / "ct.mhd", meta("ElementDataFile = voxels.raw", "HeaderSize = 12\n"));
  check_lps(folder / "ct.mhd", kCorner);
}

TEST_CASE("MetaImage that says too little, or in another way, is refused by name") {
  const TemporaryFolder folder;
  const std::string data = voxels<std::int16_t>();
  const auto check = [&](const std::string& bytes, const std::string& why) {
    write_file(folder / "ct.mha", bytes);
    INFO(bytes.substr(0, 400));
    CHECK_THAT(message_of(folder / "ct.mha"), Contains(why) && Contains("ct.mha"));
  };
  check(meta("TransformMatrix = 0 0 0 0 0 0 0 0 0") + data, "--axes");
  check(meta("TransformMatrix = 1 0 0 0 1 0") + data, "--axes");
  check(meta("ElementSpacing = 0,7 0,7 2") + data, "--spacing");
  check(meta("ElementSpacing = 0,7 3 4") + data, "--spacing");
  check(meta("ElementSpacing = nan 3 4") + data, "--spacing");
  check(meta("ElementSpacing = 0 3 4") + data, "--spacing");
  check(meta("ElementType = MET_LONG") + data, "MET_LONG");
  check(meta("ElementType = MET_STRING") + data, "MET_STRING");
  check(meta("", "ElementNumberOfChannels = 3\n") + data, "3 numbers");
  check(meta("", "HeaderSize = -7\n") + data, "skip");
  check(meta("ElementDataFile = voxels.raw", "HeaderSize = 1e40\n"), "damaged");
  check(meta("", "DistanceUnits = um\n") + data, "um");
  check(meta("ElementDataFile = slice%03d.raw 1 5 1") + data, "several files");
  check(meta("ElementDataFile = LIST 2") + data, "several files");
  check(meta("DimSize = 3 4") + data, "how many voxels");
  check(meta("ObjectType = Tube").replace(0, 18, "ObjectType = Tube ") + data, "not a MetaImage file");
}
