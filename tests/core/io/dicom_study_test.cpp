// Folders as archives and discs hold them.
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/io/ct_volume_file.h"
#include "tests/core/io/dicom.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::imaging;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

using Path = std::filesystem::path;

constexpr int kSlices = 6;

/// Slices of air and tissue, `mm` apart; the tissue of slice n has the value first + n.
std::vector<DicomSlice> series(std::int16_t first = 0, double mm = 5) {
  std::vector<DicomSlice> slices(kSlices);
  for (int n = 0; n < kSlices; ++n) {
    DicomSlice& slice = slices[static_cast<std::size_t>(n)];
    slice.place = {0, 0, mm * n};
    slice.number = n + 1;
    slice.values.assign(20, -1000);
    std::fill_n(slice.values.begin() + 7, 6, static_cast<std::int16_t>(first + n));
  }
  return slices;
}

void write_all(const Path& folder, const std::vector<DicomSlice>& slices, const std::string& prefix = "im") {
  std::filesystem::create_directories(folder);
  for (std::size_t n = 0; n < slices.size(); ++n)
    write_dicom(folder / (prefix + std::to_string(n)), slices[n]);
}

/// Whether the volume is that of series(first), from feet to head.
void check_series(const CtVolume& ct, std::int16_t first = 0, int slices = kSlices) {
  REQUIRE(ct.nz == slices);
  for (int k = 0; k < slices; ++k) CHECK(ct.at(2, 1, k) == Approx(first + k));
}

std::string message_of(const Path& path, const CtOptions& options = {}) {
  try {
    read_ct_volume(path, options);
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

CtOptions with_series(const std::string& series) {
  CtOptions options;
  options.series = series;
  return options;
}

/// A zip, or a .tar.xz.
void write_archive(const Path& path, const std::map<std::string, std::string>& files) {
  archive* zip = archive_write_new();
  if (path.extension() == ".xz") {
    archive_write_add_filter_xz(zip);
    archive_write_set_format_gnutar(zip);
  } else {
    archive_write_set_format_zip(zip);
  }
  archive_write_open_filename(zip, path.c_str());
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_update_pathname_utf8(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(zip, entry);
    archive_write_data(zip, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_free(zip);
}

std::string element(const std::string& tag, const std::string& vr, const std::string& value) {
  const auto length = static_cast<char>(value.size());
  return vr == "SQ" ? tag + vr + std::string(2, '\0') + length + std::string(3, '\0') + value
                    : tag + vr + length + '\0' + value;
}

}  // namespace

TEST_CASE("The one axial series of CT is taken from all that a study holds, and the rest told") {
  const TemporaryFolder folder;
  write_all(folder / "disc/a/b", series());
  auto scout = series().front();
  scout.series = "1.2.3.9", scout.rows = 4, scout.columns = 6, scout.values.assign(24, 0);
  scout.texts = {{0x0008, 0x0008, "CS", "ORIGINAL\\PRIMARY\\LOCALIZER"}};
  write_dicom(folder / "disc/a/scout", scout);
  auto magnetic = series().front();
  magnetic.modality = "MR", magnetic.series = "1.2.3.8";
  write_dicom(folder / "disc/a/mr", magnetic);
  auto coronal = series(50);
  for (DicomSlice& slice : coronal)
    slice.series = "1.2.3.7", slice.directions = {1, 0, 0, 0, 0, -1}, slice.place = {0, slice.place[2], 0};
  write_all(folder / "disc/c", coronal);
  std::filesystem::copy_file(folder / "disc/a/b/im3", folder / "disc/copy");
  write_file(folder / "disc/README.TXT", "Open with a viewer.");
  const CtVolume ct = read_ct_volume(folder / "disc");
  check_series(ct);
  REQUIRE(ct.remarks.size() == 1);
  CHECK_THAT(ct.remarks.front().text(),
             Contains("1 other series") && Contains("1 scout") && Contains("not CT") && Contains("1 copy"));
}

TEST_CASE("Several series are listed, and chosen by number or UID") {
  const TemporaryFolder folder;
  auto second = series(20, 4), third = series(40);
  for (DicomSlice& slice : second) slice.series = "1.2.3.5", slice.series_number = 2;
  for (DicomSlice& slice : third) slice.series = "1.2.3.6", slice.series_number = 1, slice.patient = "Q";
  write_all(folder / "s", series(), "a");
  write_all(folder / "s", second, "b");
  write_all(folder / "s", third, "c");
  const std::string message = message_of(folder / "s");
  CHECK_THAT(message, Contains("3 series") && Contains("--series") && Contains("6 slices over 25 mm") &&
                          Contains("6 slices over 20 mm") && Contains("another patient"));
  CHECK_THAT(message, !Contains("1.2.3.5"));
  check_series(read_ct_volume(folder / "s", with_series("1")));
  check_series(read_ct_volume(folder / "s", with_series("2")), 20);
  check_series(read_ct_volume(folder / "s", with_series("1.2.3.6")), 40);
  CHECK_THAT(message_of(folder / "s", with_series("4")), Contains("no series \"4\""));
}

TEST_CASE("Acquisitions that follow one another are one scan, those in one another are not") {
  auto slices = series();
  const TemporaryFolder folder;
  for (DicomSlice& slice : slices) slice.acquisition = slice.number;  // as some scanners count
  write_all(folder / "each", slices);
  check_series(read_ct_volume(folder / "each"));
  for (DicomSlice& slice : slices) slice.acquisition = slice.number <= 3 ? 1 : 2;
  write_all(folder / "parts", slices);
  check_series(read_ct_volume(folder / "parts"));
  auto repeat = series(30);
  for (DicomSlice& slice : repeat) slice.acquisition = 2, slice.place[2] += 2.5;
  write_all(folder / "repeat", series(), "a");
  write_all(folder / "repeat", repeat, "b");
  CHECK_THAT(message_of(folder / "repeat"), Contains("acquisition 2"));
  check_series(read_ct_volume(folder / "repeat", with_series("2")), 30);
}

TEST_CASE("Two sweeps in one another are told apart by the numbers of their images") {
  const TemporaryFolder folder;
  // The table moves back, or starts again; the second sweep begins half a step beyond the first or before it.
  const bool back = GENERATE(true, false);
  const double shift = GENERATE(2.5, -2.5, 0.0);
  auto slices = series(), second = series(40);
  for (DicomSlice& slice : second) slice.place[2] += shift;
  if (back) std::ranges::reverse(second);
  for (int n = 0; n < kSlices; ++n) second[static_cast<std::size_t>(n)].number = kSlices + n + 1;
  write_all(folder / "s", slices, "a");
  write_all(folder / "s", second, "b");
  CAPTURE(back, shift);
  CHECK_THAT(message_of(folder / "s"),
             Contains("2 series") && Contains("from image 1,") && Contains("from image 7,"));
  check_series(read_ct_volume(folder / "s", with_series("1")));
  check_series(read_ct_volume(folder / "s", with_series("2")), 40);
}

TEST_CASE("One sweep after the other, numbered from the middle, is one scan") {
  const TemporaryFolder folder;
  auto slices = series(), second = series(40);
  for (DicomSlice& slice : second) slice.place[2] += 5 * kSlices;
  std::ranges::reverse(second);
  for (int n = 0; n < kSlices; ++n) second[static_cast<std::size_t>(n)].number = kSlices + n + 1;
  write_all(folder / "long", slices, "a");
  write_all(folder / "long", second, "b");
  CHECK(read_ct_volume(folder / "long").nz == 2 * kSlices);
}

TEST_CASE("A series is read from an archive, a DICOMDIR or one of its files") {
  const TemporaryFolder folder;
  write_all(folder / "disc/IMAGES", series());
  std::map<std::string, std::string> files{{"notes.txt", "no picture"}};
  for (int n = 0; n < kSlices; ++n)
    files["../../IMAGES/im" + std::to_string(n)] = read_file(folder / ("disc/IMAGES/im" + std::to_string(n)));
  write_archive(folder / "disc.ZIP", files);
  check_series(read_ct_volume(folder / "disc.ZIP"));
  write_truncated(folder / "disc.ZIP", folder / "cut.zip", 2000);
  CHECK_THAT(message_of(folder / "cut.zip"), Contains("cut.zip") && Contains("damaged"));
  write_archive(folder / "letters.zip", {{"notes.txt", "no picture"}});
  CHECK_THAT(message_of(folder / "letters.zip"), Contains("letters.zip\" holds no DICOM images"));
  files["../../IMAGES/im2"].resize(300);
  write_archive(folder / "half.zip", {files.begin(), files.end()});
  CHECK_THAT(message_of(folder / "half.zip"),
             Contains("half.zip/IMAGES/im2"));  // not its place in a temporary folder

  write_file(folder / "disc/DICOMDIR",
             std::string(128, '\0') + "DICM" +
                 element(std::string("\x02\0\x10\0", 4), "UI", std::string("1.2.840.10008.1.2.1\0", 20)) +
                 element(std::string("\x04\0\x20\x12", 4), "SQ", ""));
  check_series(read_ct_volume(folder / "disc/DICOMDIR"));
  check_series(read_ct_volume(folder / "disc"));

  auto other = series(50);
  for (DicomSlice& slice : other) slice.series = "1.2.3.5";
  write_all(folder / "disc/IMAGES", other, "other");
  check_series(read_ct_volume(folder / "disc/IMAGES/im2"));
  check_series(read_ct_volume(folder / "disc/IMAGES/other2"), 50);
}

TEST_CASE("Files of an archive keep their names in any language, and none is lost for its name") {
  const TemporaryFolder folder;
  write_all(folder / "s", series());
  std::map<std::string, std::string> files;
  for (int n = 0; n < kSlices; ++n) {
    const std::string number = std::to_string(n);
    files[n % 2 == 0 ? "Müller/Schädel " + number : "../../頭/" + number] =
        read_file(folder / ("s/im" + number));
  }
  write_archive(folder / "disc.zip", files);
  check_series(read_ct_volume(folder / "disc.zip"));
}

TEST_CASE("An archive that unpacks to more than a CT of its size is refused") {
  const TemporaryFolder folder;
  write_archive(folder / "bomb.tar.xz", {{"im0", std::string(100'000'000, '\0')}});
  REQUIRE(std::filesystem::file_size(folder / "bomb.tar.xz") < 50'000);
  CHECK_THAT(message_of(folder / "bomb.tar.xz"), Contains("more than a CT of its size"));
}

TEST_CASE("A DICOM file that was copied in part is refused by name, wherever the copy ended") {
  const TemporaryFolder folder;
  write_all(folder / "s", series());
  const std::string whole = read_file(folder / "s/im3");
  for (std::size_t bytes = 140; bytes + 1 < whole.size(); bytes += 9) {
    write_file(folder / "s/im3", whole.substr(0, bytes));
    CAPTURE(bytes);
    CHECK_THAT(message_of(folder / "s"), Contains("im3") && Contains("damaged"));
  }
  write_file(folder / "s/im3", whole);
  CHECK(message_of(folder / "s") == "no error");
  write_file(folder / "s/im9.dcm", "");
  CHECK_THAT(message_of(folder / "s"), Contains("im9.dcm") && Contains("empty"));
  for (const std::size_t bytes : {1U, 100U, 4000U}) {  // room that was made for a copy, or its preamble
    write_file(folder / "s/im9.dcm", std::string(bytes, '\0'));
    CHECK_THAT(message_of(folder / "s"), Contains("im9.dcm") && Contains("copy it again"));
  }
  std::filesystem::remove(folder / "s/im9.dcm");
  write_file(folder / "s/im9", std::string(4000, '\0'));
  CHECK_THAT(message_of(folder / "s"), Contains("im9") && Contains("copy it again"));
  std::filesystem::rename(folder / "s/im9", folder / "s/._im9.dcm");  // what some systems keep beside a file
  CHECK(message_of(folder / "s") == "no error");
}

TEST_CASE("Slices that are thin for their distance are told") {
  const TemporaryFolder folder;
  const auto remarks_with = [&](const std::string& thickness) {
    auto slices = series();
    for (DicomSlice& slice : slices) slice.texts = {{0x0018, 0x0050, "DS", thickness}};
    write_all(folder / "s", slices);
    return read_ct_volume(folder / "s").remarks;
  };
  CHECK(remarks_with("5").empty());
  CHECK(remarks_with("7.5").empty());  // they overlap
  CHECK(remarks_with("0").empty());
  REQUIRE(remarks_with("1.25").size() == 1);
  CHECK(remarks_with("1.25").front().code == "ct.gaps");
  CHECK_THAT(remarks_with("1.25").front().text(), Contains("5.0 mm apart"));
}

TEST_CASE("Every form of DICOM that scanners use is read, others are named") {
  for (const char* syntax :
       {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.5",
        "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90"}) {
    CAPTURE(syntax);
    const TemporaryFolder folder;
    auto slices = series();
    for (DicomSlice& slice : slices) {
      slice.transfer_syntax = syntax;
      slice.rows = 40, slice.values.resize(200, -1000);  // GDCM compresses no smaller ones
    }
    write_all(folder / "s", slices);
    check_series(read_ct_volume(folder / "s"));
  }
  const TemporaryFolder folder;
  auto slices = series();
  for (DicomSlice& slice : slices) slice.transfer_syntax = "1.2.840.10008.1.2.4.70";
  write_all(folder / "s", slices);
  std::string bytes = read_file(folder / "s/im0");
  bytes.replace(bytes.find("1.2.840.10008.1.2.4.70"), 22, "1.2.840.10008.1.2.4.20");
  write_file(folder / "s/im0", bytes);
  CHECK_THAT(message_of(folder / "s"), Contains("HTJ2K") && Contains("im0"));
}

TEST_CASE("What a DICOM file does not say is not guessed") {
  const auto message_with = [](const DicomText& text, const CtOptions& options = {}) {
    const TemporaryFolder folder;
    auto slices = series();
    for (DicomSlice& slice : slices) slice.texts = {text};
    write_all(folder / "s", slices);
    return message_of(folder / "s", options);
  };
  CtOptions spacing, axes, values;
  spacing.spacing_mm = {2, 3, 5}, axes.axes = parse_axes("LPS"), values.values = HounsfieldScale{};
  CHECK_THAT(message_with({0x0028, 0x0030, "DS", ""}), Contains("--spacing"));
  CHECK_THAT(message_with({0x0028, 0x0030, "DS", "0,7\\0,7"}), Contains("--spacing"));  // decimal commas
  CHECK_THAT(message_with({0x0028, 0x0030, "DS", "nan\\nan"}), Contains("--spacing"));
  CHECK(message_with({0x0028, 0x0030, "DS", "0,7\\0,7"}, spacing) == "no error");
  CHECK_THAT(message_with({0x0020, 0x0037, "DS", ""}), Contains("--axes"));
  CHECK_THAT(message_with({0x0020, 0x0037, "DS", "0\\0\\0\\0\\0\\0"}), Contains("--axes"));
  CHECK_THAT(message_with({0x0020, 0x0037, "DS", "1\\0\\0\\1\\0\\0"}), Contains("--axes"));
  CHECK(message_with({0x0020, 0x0037, "DS", ""}, axes) == "no error");
  CHECK_THAT(message_with({0x0028, 0x1052, "DS", ""}), Contains("--values"));
  CHECK_THAT(message_with({0x0028, 0x1053, "DS", "0"}), Contains("--values"));
  CHECK_THAT(message_with({0x0028, 0x1053, "DS", "nan"}), Contains("--values"));
  CHECK_THAT(message_with({0x0028, 0x1054, "LO", "Z_EFF"}), Contains("Z_EFF"));
  CHECK(message_with({0x0028, 0x1052, "DS", ""}, values) == "no error");
  CHECK_THAT(message_with({0x0020, 0x0032, "DS", ""}), Contains("Image Position"));
  CHECK_THAT(message_with({0x0028, 0x0008, "IS", "7"}), Contains("damaged"));  // frames that are not there
}

TEST_CASE("Padding is what the file names for it, whatever its value; inside the body it is a value") {
  const TemporaryFolder folder;
  auto slices = series();
  for (DicomSlice& slice : slices) {
    slice.columns = 6, slice.rows = 6, slice.values.assign(36, -1000);
    std::fill_n(slice.values.begin() + 14, 2, std::int16_t{40});
    for (const std::size_t corner : {0U, 5U, 30U, 35U, 20U}) slice.values[corner] = 0;
    slice.texts = {{0x0028, 0x0120, "SS", std::string(2, '\0')}};
  }
  write_all(folder / "s", slices);
  const CtVolume ct = read_ct_volume(folder / "s");
  CHECK(ct.at(0, 0, 0) == CtVolume::kOutside);
  CHECK(ct.at(5, 5, 3) == CtVolume::kOutside);
  CHECK(ct.at(2, 3, 3) == 0);
  CHECK(ct.at(1, 0, 0) == -1000);
}
