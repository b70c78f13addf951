#include "core/io/ct_volume_file.h"

#include <zlib.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <limits>

#include "core/base/error.h"
#include "tests/core/io/dicom.h"
#include "tests/core/io/files.h"
#include "tests/core/io/nifti.h"

using namespace skiagraph;
using namespace skiagraph::imaging;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

constexpr int kSlices = 6;

/// A value for each place of the patient, so that every voxel can be checked wherever the file has it.
double value_at(const std::array<double, 3>& p) {
  return 1000 + p[0] + 10 * p[1] + p[2];
}

/// Slices 5 mm apart along the normal of `directions`, with values of value_at().
std::vector<DicomSlice> series(const std::array<double, 6>& directions, double slope = 1,
                               double intercept = 0) {
  const std::array<double, 6>& d = directions;
  const std::array<double, 3> normal{d[1] * d[5] - d[2] * d[4], d[2] * d[3] - d[0] * d[5],
                                     d[0] * d[4] - d[1] * d[3]};
  std::vector<DicomSlice> slices(kSlices);
  for (int k = 0; k < kSlices; ++k) {
    DicomSlice& slice = slices[k];
    slice.directions = directions;
    slice.slope = slope, slice.intercept = intercept;
    for (int axis = 0; axis < 3; ++axis) slice.place[axis] = 20 + 5 * k * normal[axis];
    for (unsigned row = 0; row < slice.rows; ++row)
      for (unsigned column = 0; column < slice.columns; ++column) {
        std::array<double, 3> place{};
        for (int axis = 0; axis < 3; ++axis)
          place[axis] = slice.place[axis] + 2.0 * column * d[axis] + 3.0 * row * d[axis + 3];
        slice.values.push_back(static_cast<std::int16_t>(std::lround((value_at(place) - intercept) / slope)));
      }
  }
  return slices;
}

void write_all(const TemporaryFolder& folder, const std::vector<DicomSlice>& slices) {
  // In an order that is not the patient's.
  for (std::size_t n = 0; n < slices.size(); ++n)
    write_dicom(folder / ("im" + std::to_string((n * 5) % 7) + ".dcm"), slices[n]);
}

void check_values(const CtVolume& volume) {
  int checked = 0;
  REQUIRE(volume.hounsfield.size() == static_cast<std::size_t>(volume.nx) * volume.ny * volume.nz);
  for (int k = 0; k < volume.nz; ++k)
    for (int j = 0; j < volume.ny; ++j)
      for (int i = 0; i < volume.nx; ++i)
        if (volume.at(i, j, k) != CtVolume::kOutside) {
          ++checked;
          REQUIRE(volume.at(i, j, k) == Approx(value_at({volume.origin_mm.x + i * volume.spacing_mm.x,
                                                         volume.origin_mm.y + j * volume.spacing_mm.y,
                                                         volume.origin_mm.z + k * volume.spacing_mm.z}))
                                            .margin(0.01));
        }
  CHECK(checked > 30);
}

/// Values that are no body's, as they stand.
CtOptions as_stored() {
  CtOptions options;
  options.values = HounsfieldScale{};
  return options;
}

CtVolume read(const std::filesystem::path& path) {
  return read_ct_volume(path, as_stored());
}

std::string message_of(const std::filesystem::path& path, const CtOptions& options = as_stored()) {
  try {
    read_ct_volume(path, options);
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

enum class Compression { kZlib, kGzip };

std::string compressed(const std::string& bytes, Compression form) {
  constexpr int kGzipHeader = 16;
  z_stream stream{};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
               MAX_WBITS + (form == Compression::kGzip ? kGzipHeader : 0), 8, Z_DEFAULT_STRATEGY);
  std::string result(bytes.size() + 1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  deflate(&stream, Z_FINISH);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  return result;
}

/// A compressed MetaImage from the header of an uncompressed one.
std::string packed_meta(const std::string& header, const std::string& packed) {
  return replaced(header, "BinaryData =",
                  "CompressedData = True\nCompressedDataSize = " + std::to_string(packed.size()) +
                      "\nBinaryData =") +
         packed;
}

/// The sentence about a series in which one slice is changed.
std::string message_of_changed(const std::function<void(std::vector<DicomSlice>&)>& change) {
  const TemporaryFolder folder;
  auto slices = series({1, 0, 0, 0, 1, 0});
  change(slices);
  write_all(folder, slices);
  return message_of(folder / "");
}

}  // namespace

TEST_CASE("A DICOM series comes into the patient frame however the patient lay") {
  const std::vector<std::array<double, 6>> positions{
      {1, 0, 0, 0, 1, 0},    // on the back, head first
      {-1, 0, 0, 0, -1, 0},  // on the belly
      {-1, 0, 0, 0, 1, 0},   // feet first
      {0, 1, 0, -1, 0, 0},   // on a side
      {1, 0, 0, 0, 0, -1},   // coronal slices
  };
  for (const auto& directions : positions) {
    CAPTURE(directions);
    const TemporaryFolder folder;
    write_all(folder, series(directions));
    const CtVolume volume = read(folder / "");
    CHECK(volume.nx * volume.ny * volume.nz == 5 * 4 * kSlices);
    CHECK(volume.remarks.empty());
    check_values(volume);
  }
}

TEST_CASE("Slope and intercept are applied, compressed slices are read") {
  const TemporaryFolder folder;
  auto slices = series({1, 0, 0, 0, 1, 0}, 0.5, -1024);
  for (DicomSlice& slice : slices) slice.transfer_syntax = "1.2.840.10008.1.2.4.70";
  write_all(folder, slices);
  check_values(read(folder / ""));
}

TEST_CASE("Missing slices are interpolated, and said") {
  const TemporaryFolder folder;
  auto slices = series({1, 0, 0, 0, 1, 0});
  slices.erase(slices.begin() + 2);
  write_all(folder, slices);
  const CtVolume volume = read(folder / "");
  CHECK(volume.nz == kSlices);
  check_values(volume);
  REQUIRE(volume.remarks.size() == 1);
  CHECK_THAT(volume.remarks.front().text(), Contains("1 missing"));
}

TEST_CASE("What lies outside the scanner's field is air") {
  const TemporaryFolder folder;
  auto slices = series({1, 0, 0, 0, 1, 0});
  slices[1].values[2] = -2000;
  slices[1].values[3] = -3024;
  write_all(folder, slices);
  const CtVolume volume = read(folder / "");
  CHECK(volume.at(2, 0, 1) == -1000);
  CHECK(volume.at(3, 0, 1) == -1000);
}

TEST_CASE("A round field of view is known by its padding") {
  const TemporaryFolder folder;
  auto slices = series({1, 0, 0, 0, 1, 0});
  for (DicomSlice& slice : slices)
    for (const std::size_t corner :
         {0U, slice.columns - 1, slice.columns * (slice.rows - 1), slice.columns * slice.rows - 1})
      slice.values[corner] = -2000;
  write_all(folder, slices);
  const CtVolume volume = read(folder / "");
  for (int k = 0; k < volume.nz; ++k) {
    CHECK(volume.at(0, 0, k) == CtVolume::kOutside);
    CHECK(volume.at(volume.nx - 1, volume.ny - 1, k) == CtVolume::kOutside);
    CHECK(volume.at(1, 1, k) > 0);
  }
}

TEST_CASE("Slices that are tilted or sheared against the patient are resampled, and that is told") {
  const double c = std::cos(0.3), z = std::sin(0.3);
  auto sheared = series({1, 0, 0, 0, 1, 0});
  for (std::size_t n = 0; n < sheared.size(); ++n) {  // by a tilted gantry
    sheared[n].gantry_tilt = 17;
    const double shift = 1.5 * static_cast<double>(n);
    sheared[n].place[1] += shift;
    for (auto& value : sheared[n].values) value = static_cast<std::int16_t>(value + 10 * shift);
  }
  for (const auto& slices :
       {series({1, 0, 0, 0, c, z}), series({c, 0, z, 0, 1, 0}), series({1, 0, 0, 0, 1, 0.012}), sheared}) {
    const TemporaryFolder folder;
    write_all(folder, slices);
    const CtVolume volume = read(folder / "");
    // The values of the file are whole numbers.
    int checked = 0;
    for (int k = 0; k < volume.nz; ++k)
      for (int j = 0; j < volume.ny; ++j)
        for (int i = 0; i < volume.nx; ++i) {
          if (volume.at(i, j, k) == CtVolume::kOutside) continue;
          const Vec3 p = volume.origin_mm +
                         Vec3{i * volume.spacing_mm.x, j * volume.spacing_mm.y, k * volume.spacing_mm.z};
          REQUIRE(volume.at(i, j, k) == Approx(value_at({p.x, p.y, p.z})).margin(0.6));
          ++checked;
        }
    CHECK(checked > 20);
    REQUIRE(volume.remarks.size() == 1);
    CHECK_THAT(volume.remarks.front().text(), Contains("resampled"));
  }
}

TEST_CASE("DICOM that is no series of CT is refused in one sentence") {
  CHECK_THAT(message_of_changed([](auto& s) {
               for (auto& slice : s) slice.modality = "MR";
             }),
             Contains("not CT but \"MR\""));
  CHECK_THAT(message_of_changed([](auto& s) { s[2].gantry_tilt = 12; }), Contains("tilted gantry"));
  CHECK_THAT(message_of_changed([](auto& s) { s[3].place[1] += 1.5; }), Contains("shifted"));
  CHECK_THAT(message_of_changed([](auto& s) { s[3].place = s[2].place; }), Contains("same place"));
  CHECK_THAT(message_of_changed([](auto& s) { s.resize(1); }), Contains("one slice"));
  CHECK_THAT(message_of_changed([](auto& s) { s.back().place[2] = 1e9; }), Contains("more than 20 slices"));
  CHECK_THAT(message_of_changed([](auto& s) { s.resize(3); }), Contains("too few slices"));
  CHECK_THAT(message_of_changed([](auto& s) { s[1].directions = {0, 1, 0, -1, 0, 0}; }),
             Contains("different orientations"));
  CHECK_THAT(message_of_changed([](auto& s) { s[1].columns = 4, s[1].rows = 5; }),
             Contains("different sizes"));
}

TEST_CASE("Values that are no Hounsfield units are refused, with the option that says what they are") {
  const TemporaryFolder folder;
  auto slices = series({1, 0, 0, 0, 1, 0});
  const auto message_with = [&](std::int16_t low, std::int16_t high) {
    for (DicomSlice& slice : slices)
      for (std::size_t n = 0; n < slice.values.size(); ++n) slice.values[n] = n < 10 ? low : high;
    write_all(folder, slices);
    return message_of(folder / "", {});
  };
  CHECK(message_with(-1000, 40) == "no error");
  CHECK_THAT(message_with(-1000, -1000), Contains("air alone"));
  CHECK_THAT(message_with(24, 1064), Contains("no Hounsfield units") && Contains("--values"));  // intercept
  CHECK_THAT(message_with(0, 1), Contains("no Hounsfield units"));    // scaled for a network
  CHECK_THAT(message_with(0, 193), Contains("no Hounsfield units"));  // attenuation
  CHECK_THAT(message_with(40, 60), Contains("no Hounsfield units"));  // no air
  message_with(24, 1064);
  CtOptions options;
  options.values = HounsfieldScale{24, 1024};
  const CtVolume volume = read_ct_volume(folder / "", options);
  CHECK(*std::ranges::min_element(volume.hounsfield) == Approx(-1000));
  CHECK(*std::ranges::max_element(volume.hounsfield) == Approx(40));
}

TEST_CASE("Folders without a series and damaged files are refused by name") {
  const TemporaryFolder folder;
  CHECK_THAT(message_of(folder / ""), Contains("no DICOM images"));
  CHECK_THAT(message_of(folder / "nothing"), Contains("no file or folder") && Contains("nothing"));
  write_file(folder / "notes.txt", "no picture");
  CHECK_THAT(message_of(folder / ""), Contains("no DICOM images"));
  write_all(folder, series({1, 0, 0, 0, 1, 0}));
  CHECK(message_of(folder / "") == "no error");
  const auto whole = std::filesystem::file_size(folder / "im0.dcm");
  write_truncated(folder / "im0.dcm", folder / "im6.dcm", whole - 10);
  CHECK_THAT(message_of(folder / ""), Contains("damaged") || Contains("same place"));
}

TEST_CASE("CT as NIfTI comes into the patient frame, with its slope and intercept") {
  const TemporaryFolder folder;
  const NiftiMatrix matrix{{{-2, 0, 0, -20}, {0, 3, 0, 40}, {0, 0, 5, 30}}};
  std::vector<float> voxels;
  for (int k = 0; k < 5; ++k)
    for (int j = 0; j < 4; ++j)
      for (int i = 0; i < 3; ++i)
        voxels.push_back(
            static_cast<float>((value_at({20.0 + 2 * i, -40.0 - 3 * j, 30.0 + 5 * k}) + 500) / 0.5));
  write_nifti_ct(folder / "ct.nii", {3, 4, 5}, matrix, voxels, 0.5F, -500);
  const CtVolume volume = read(folder / "ct.nii");
  CHECK(volume.ny == 4);
  check_values(volume);

  const float none = std::numeric_limits<float>::quiet_NaN();
  std::vector<float> edged = voxels;
  edged[0] = edged[1] = none;
  write_nifti_ct(folder / "edged.nii", {3, 4, 5}, matrix, edged, 0.5F, -500);
  const CtVolume without_edge = read(folder / "edged.nii");
  CHECK(std::ranges::count(without_edge.hounsfield, CtVolume::kOutside) == 2);
  check_values(without_edge);

  voxels[7] = none;
  write_nifti_ct(folder / "nan.nii", {3, 4, 5}, matrix, voxels);
  CHECK_THAT(message_of(folder / "nan.nii"), Contains("not numbers") && Contains("nan.nii"));
  voxels.resize(20);
  write_nifti_ct(folder / "cut.nii", {3, 4, 5}, matrix, voxels);
  CHECK_THAT(message_of(folder / "cut.nii"), Contains("damaged") && Contains("cut.nii"));
  write_nifti_ct(folder / "huge.nii", {2000, 2000, 2000}, matrix, voxels);
  CHECK_THAT(message_of(folder / "huge.nii"), Contains("damaged") && Contains("huge.nii"));
  write_nifti(folder / "labels.nii", {2, 2, 2}, matrix, std::vector<std::uint8_t>(8, 1));
  CHECK_THAT(message_of(folder / "labels.nii", {}), Contains("holds no CT"));
}

TEST_CASE("CT as MetaImage and NRRD comes into the patient frame, whatever its axes") {
  const TemporaryFolder folder;
  // First axis to the feet, second to the patient's right, third backwards. VTK takes a first axis of 9 and
  // less for the components of colours.
  std::string voxels;
  for (int k = 0; k < 3; ++k)
    for (int j = 0; j < 4; ++j)
      for (int i = 0; i < 12; ++i) {
        const auto value = static_cast<std::int16_t>(value_at({20.0 - 3 * j, -40.0 + 4 * k, 30.0 - 2 * i}));
        voxels.append(reinterpret_cast<const char*>(&value), sizeof value);
      }
  const std::string meta =
      "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n"
      "TransformMatrix = 0 0 -1 -1 0 0 0 1 0\nOffset = 20 -40 30\nElementSpacing = 2 3 4\n"
      "DimSize = 12 4 3\nElementType = MET_SHORT\nElementDataFile = LOCAL\n";
  const auto nrrd = [](const std::string& space, const std::string& directions, const std::string& origin) {
    return "NRRD0004\ntype: short\ndimension: 3\nspace: " + space +
           "\nsizes: 12 4 3\nspace directions: " + directions +
           "\nendian: little\nencoding: raw\nspace origin: " + origin + "\n\n";
  };
  const std::string lps = nrrd("left-posterior-superior", "(0,0,-2) (-3,0,0) (0,4,0)", "(20,-40,30)"),
                    ras = nrrd("right-anterior-superior", "(0,0,-2) (3,0,0) (0,-4,0)", "(-20,40,30)");
  write_file(folder / "ct.mha", meta + voxels);
  write_file(folder / "lps.nrrd", lps + voxels);
  write_file(folder / "ras.nrrd", ras + voxels);
  for (const char* name : {"ct.mha", "lps.nrrd", "ras.nrrd"}) {
    CAPTURE(name);
    const CtVolume volume = read(folder / name);
    CHECK(volume.nx == 4);
    CHECK(volume.ny == 3);
    CHECK(volume.nz == 12);
    CHECK(norm(volume.spacing_mm - Vec3{3, 4, 2}) < 1e-9);
    check_values(volume);
  }

  write_file(folder / "voxels.raw", voxels);
  write_file(folder / "apart.mhd", replaced(meta, "LOCAL", "voxels.raw"));
  write_file(folder / "apart.nhdr", replaced(lps, "encoding", "data file: voxels.raw\nencoding"));
  write_file(folder / "small.mha", packed_meta(meta, compressed(voxels, Compression::kZlib)));
  write_file(folder / "small.nrrd", replaced(lps, "raw", "gzip") + compressed(voxels, Compression::kGzip));
  for (const char* name : {"apart.mhd", "apart.nhdr", "small.mha", "small.nrrd"}) {
    CAPTURE(name);
    CHECK(read(folder / name).hounsfield == read(folder / "ct.mha").hounsfield);
  }
}

TEST_CASE("Damaged MetaImage and NRRD files are refused by name") {
  const TemporaryFolder folder;
  const std::string voxels(2 * 12 * 4 * 5, '\1');
  const std::string meta =
      "NDims = 3\nBinaryData = True\nTransformMatrix = 1 0 0 0 1 0 0 0 1\nOffset = 0 0 0\n"
      "ElementSpacing = 2 3 4\nDimSize = 12 4 5\nElementType = MET_SHORT\nElementDataFile = LOCAL\n";
  const std::string nrrd =
      "NRRD0004\ntype: short\ndimension: 3\nspace: LPS\nsizes: 12 4 5\n"
      "space directions: (2,0,0) (0,3,0) (0,0,4)\nendian: little\nencoding: raw\nspace origin: (0,0,0)\n\n";
  const auto check = [&](const std::string& name, const std::string& bytes, const std::string& why) {
    write_file(folder / name, bytes);
    CHECK_THAT(message_of(folder / name), Contains(why) && (Contains(name) || Contains("no error")));
  };
  write_file(folder / "whole.mha", meta + voxels);
  CHECK(message_of(folder / "whole.mha") == "no error");
  write_file(folder / "whole.nrrd", nrrd + voxels);
  CHECK(message_of(folder / "whole.nrrd") == "no error");
  check("cut.mha", meta + voxels.substr(0, 50), "damaged");
  check("cut.nrrd", nrrd + voxels.substr(0, 50), "damaged");
  check("huge.mha", replaced(meta, "12 4 5", "2000 2000 2000") + voxels, "damaged");
  check("huge.nrrd", replaced(nrrd, "12 4 5", "2000 2000 2000") + voxels, "damaged");
  check("apart.mhd", replaced(meta, "LOCAL", "gone.raw"), "gone.raw");
  check("apart.nhdr", replaced(nrrd, "encoding", "data file: gone.raw\nencoding"), "gone.raw");
  check("nowhere.mha", replaced(meta, "Offset = 0 0 0\n", "") + voxels, "where its voxels lie");
  check("nowhere.nrrd", replaced(nrrd, "space: LPS\n", "") + voxels, "in which directions");
  check("letter.mha", "a letter", "not a MetaImage file");
  check("letter.nrrd", "a letter", "not a NRRD file");
  const std::string packed = compressed(voxels, Compression::kGzip);
  check("cut_packed.nrrd", replaced(nrrd, "raw", "gzip") + packed.substr(0, packed.size() / 2), "damaged");
  const std::string deflated = packed_meta(meta, compressed(voxels, Compression::kZlib));
  check("cut_packed.mha", deflated.substr(0, deflated.size() - 5), "damaged");
  check("few_packed.mha", packed_meta(meta, compressed(voxels.substr(2), Compression::kZlib)), "damaged");
  check("packed.mha", replaced(deflated, "CompressedDataSize", "Comment"), "no error");
}

TEST_CASE("The real chest is read the right way round, and is the same written as NIfTI") {
  const auto folder = shared_file("ct/chest_dicom");
  if (folder.empty()) return;
  const CtVolume chest = read_ct_volume(folder);
  CHECK(chest.nx == 512);
  CHECK(chest.ny == 512);
  CHECK(chest.nz > 90);
  CHECK(chest.spacing_mm.z > 1);
  // In the middle of the volume: more air in the left half of the patient's chest is taken by the heart, the
  // spine lies behind.
  double lung_right = 0, lung_left = 0, bone_front = 0, bone_back = 0;
  for (int k = chest.nz / 3; k < 2 * chest.nz / 3; ++k)
    for (int j = 0; j < chest.ny; ++j)
      for (int i = 0; i < chest.nx; ++i) {
        const float v = chest.at(i, j, k);
        const bool inside = i > 100 && i < 412 && j > 150 && j < 380;
        if (inside && v > -950 && v < -700) (i < chest.nx / 2 ? lung_right : lung_left) += 1;
        if (v > 300 && v < 1500 && std::abs(i - chest.nx / 2) < 40)
          (j < chest.ny / 2 ? bone_front : bone_back) += 1;
      }
  CHECK(lung_right > 1.05 * lung_left);
  CHECK(bone_back > 2 * bone_front);

  const TemporaryFolder copy;
  const auto f = [](double v) { return static_cast<float>(v); };
  const NiftiMatrix matrix{{{f(-chest.spacing_mm.x), 0, 0, f(-chest.origin_mm.x)},
                            {0, f(-chest.spacing_mm.y), 0, f(-chest.origin_mm.y)},
                            {0, 0, f(chest.spacing_mm.z), f(chest.origin_mm.z)}}};
  write_nifti_ct(copy / "chest.nii",
                 {static_cast<std::int16_t>(chest.nx), static_cast<std::int16_t>(chest.ny),
                  static_cast<std::int16_t>(chest.nz)},
                 matrix, chest.hounsfield);
  const CtVolume again = read_ct_volume(copy / "chest.nii");
  CHECK(again.hounsfield == chest.hounsfield);
  CHECK(norm(again.origin_mm - chest.origin_mm) < 1e-3);
  CHECK(norm(again.spacing_mm - chest.spacing_mm) < 1e-5);
}
