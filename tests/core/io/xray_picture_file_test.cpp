#include "core/io/xray_picture_file.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/io/png.h"
#include "tests/core/io/dicom.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using imaging::XrayPicture;

namespace {

/// 3 rows of 4 values, all different; the row's direction to the patient's left, the column's to the feet.
testing::DicomSlice upright(const std::string& modality) {
  testing::DicomSlice picture;
  picture.columns = 4, picture.rows = 3;
  picture.spacing_mm = {0.5, 0.25};
  picture.directions = {1, 0, 0, 0, 0, -1};
  picture.modality = modality;
  for (std::int16_t n = 0; n < 12; ++n) picture.values.push_back(static_cast<std::int16_t>(10 + n * n));
  return picture;
}

std::string refusal(const std::filesystem::path& path) {
  try {
    read_xray_picture(path);
  } catch (const InputError& error) {
    return error.code();
  }
  return "";
}

}  // namespace

TEST_CASE("PNG pictures of 8 and 16 bits are read with their spacing, or with the one that is given") {
  const TemporaryFolder folder;
  const std::vector<float> values{0.1F, 0.2F, 0.3F, 0.9F, 0.5F, 0.4F};
  write_png16(folder / "a.png", 2, 3, values, {.mm_per_px = 0.5, .texts = {}});
  write_png8(folder / "b.PNG", 2, 3, std::vector<std::uint8_t>{1, 20, 30, 200, 50, 60});
  const XrayPicture a = read_xray_picture(folder / "a.png");
  CHECK(a.rows == 2);
  CHECK(a.columns == 3);
  CHECK(a.row_mm == Approx(0.5));
  for (std::size_t n = 0; n < values.size(); ++n) CHECK(a.values[n] == Approx(values[n]).margin(1e-4));
  CHECK(read_xray_picture(folder / "b.PNG").row_mm == 0);
  XrayPictureOptions options;
  options.spacing_mm = 0.7;
  options.negative = true;
  const XrayPicture b = read_xray_picture(folder / "b.PNG", options);
  CHECK(b.column_mm == 0.7);
  CHECK(b.values[3] < b.values[0]);
}

TEST_CASE("DICOM pictures are denser where brighter, whichever way they are stored") {
  const TemporaryFolder folder;
  testing::DicomSlice picture = upright("CR");
  write_dicom(folder / "a.dcm", picture);
  const XrayPicture a = read_xray_picture(folder / "a.dcm");
  CHECK(a.rows == 3);
  CHECK(a.columns == 4);
  CHECK(a.row_mm == 0.25);
  CHECK(a.column_mm == 0.5);
  CHECK(a.values[5] == 35);
  picture.texts = {{0x0028, 0x0004, "CS", "MONOCHROME1"}};
  write_dicom(folder / "b.dcm", picture);
  CHECK(read_xray_picture(folder / "b.dcm").values[5] == -35);
}

TEST_CASE("A picture lies as its header says: head at the top, the patient's right side on the left") {
  const TemporaryFolder folder;
  testing::DicomSlice picture = upright("DX");
  picture.directions = {-1, 0, 0, 0, 0, 1};
  write_dicom(folder / "turned.dcm", picture);
  const XrayPicture turned = read_xray_picture(folder / "turned.dcm");
  CHECK(turned.values.front() == 10 + 121);
  REQUIRE(turned.remarks.size() == 1);
  CHECK(turned.remarks[0].code == "partial.turned");
}

TEST_CASE("The scout of a CT is a picture, a slice is not") {
  const TemporaryFolder folder;
  testing::DicomSlice scout = upright("CT");
  scout.texts = {{0x0008, 0x0008, "CS", "ORIGINAL\\PRIMARY\\LOCALIZER"}};
  write_dicom(folder / "scout.dcm", scout);
  CHECK(read_xray_picture(folder / "scout.dcm").columns == 4);
  write_dicom(folder / "slice.dcm", upright("CT"));
  CHECK(refusal(folder / "slice.dcm") == "partial.ct_slice");
}

TEST_CASE("What is no X-ray from the front is refused by name") {
  const TemporaryFolder folder;
  CHECK(refusal(folder / "none.png") == "file.missing");
  testing::DicomSlice picture = upright("DX");
  picture.texts = {{0x0018, 0x5101, "CS", "LL"}};
  write_dicom(folder / "lateral.dcm", picture);
  CHECK(refusal(folder / "lateral.dcm") == "partial.view");
  picture = upright("DX");
  picture.directions = {0, 1, 0, 0, 0, -1};
  write_dicom(folder / "sagittal.dcm", picture);
  CHECK(refusal(folder / "sagittal.dcm") == "partial.view");
  write_dicom(folder / "mr.dcm", upright("MR"));
  CHECK(refusal(folder / "mr.dcm") == "partial.modality");
  write_file(folder / "text.jpg", "no picture");
  CHECK(refusal(folder / "text.jpg") == "partial.format");
  write_file(folder / "text.png", "no picture");
  CHECK(refusal(folder / "text.png") == "png.format");
  write_png8(folder / "grey.png", 2, 2, std::vector<std::uint8_t>{7, 7, 7, 7});
  CHECK(refusal(folder / "grey.png") == "partial.blank");
}

TEST_CASE("Lines along the edges that have one value are not known") {
  const TemporaryFolder folder;
  std::vector<std::uint8_t> values(6 * 6, 0);
  for (int row = 1; row < 6; ++row)
    for (int column = 2; column < 6; ++column)
      values[row * 6 + column] = static_cast<std::uint8_t>(40 * row + 3 * column);
  write_png8(folder / "edges.png", 6, 6, values);
  const XrayPicture picture = read_xray_picture(folder / "edges.png");
  for (int row = 0; row < 6; ++row)
    for (int column = 0; column < 6; ++column)
      CHECK(int{picture.known[row * 6 + column]} == (row > 0 && column > 1 ? 1 : 0));
}
