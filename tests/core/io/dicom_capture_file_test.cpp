#include "core/io/dicom_capture_file.h"

#include <gdcmImageReader.h>
#include <gdcmStringFilter.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>

#include "core/base/error.h"
#include "core/io/ct_volume_file.h"
#include "tests/core/io/person_prediction.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

constexpr imaging::WindowLevel kWindow{0.4, 0.5};
constexpr double kMmPerPx = 3.3125;

/// The X-ray of the built-in person, written and read by GDCM.
class Capture {
 public:
  Capture() {
    write_dicom_capture(path(), xray(), kWindow, kMmPerPx);
    reader_.SetFileName(path().c_str());
    REQUIRE(reader_.Read());
    texts_.SetFile(reader_.GetFile());
  }
  [[nodiscard]] std::filesystem::path path() const { return person_.folder / "xray.dcm"; }
  [[nodiscard]] const imaging::XrayImage& xray() const { return person_.result.xray; }
  [[nodiscard]] const gdcm::Image& image() const { return reader_.GetImage(); }

  [[nodiscard]] std::string text(std::uint16_t group, std::uint16_t element) {
    std::string text = texts_.ToString(gdcm::Tag(group, element));
    while (!text.empty() && (text.back() == ' ' || text.back() == '\0')) text.pop_back();
    return text;
  }
  [[nodiscard]] std::vector<std::uint16_t> pixels() const {
    std::vector<char> bytes(image().GetBufferLength());
    REQUIRE(image().GetBuffer(bytes.data()));
    std::vector<std::uint16_t> values(bytes.size() / 2);
    std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
  }

 private:
  PersonPrediction person_;
  gdcm::ImageReader reader_;
  gdcm::StringFilter texts_;
};

/// What the program of this name prints about a file; nothing, and says so, where it is not installed.
std::optional<std::string> told_by(const std::string& program, const std::filesystem::path& path) {
  if (std::system(("command -v " + program + " >/dev/null").c_str()) != 0) {
    WARN("Skipped: there is no " << program << "; packaging/dev setup installs it.");
    return std::nullopt;
  }
  const TemporaryFolder folder;
  const std::string out = folder / "out";
  CHECK(std::system((program + " '" + path.string() + "' >'" + out + "' 2>&1").c_str()) == 0);
  return read_file(out);
}

}  // namespace

TEST_CASE("A DICOM capture is an image of 16 bits with its size in mm and the person's window") {
  Capture capture;
  CHECK(capture.image().GetDimension(0) == static_cast<unsigned>(capture.xray().frame.columns));
  CHECK(capture.image().GetDimension(1) == static_cast<unsigned>(capture.xray().frame.rows));
  CHECK(capture.image().GetPixelFormat() == gdcm::PixelFormat::UINT16);
  CHECK(capture.image().GetPhotometricInterpretation() == gdcm::PhotometricInterpretation::MONOCHROME2);
  CHECK(capture.text(0x0028, 0x0030) == "3.3125\\3.3125");
  CHECK(capture.text(0x0018, 0x2010) == "3.3125\\3.3125");
  CHECK(capture.text(0x0028, 0x0a02) == "GEOMETRY");
  CHECK(capture.text(0x0028, 0x1050) == "26214");
  CHECK(capture.text(0x0028, 0x1051) == "32767.5");
  CHECK(capture.text(0x0020, 0x0020) == "L\\F");
}

TEST_CASE("A DICOM capture says in its tags that it is synthetic, of nobody, and not for diagnosis") {
  Capture capture;
  CHECK(capture.text(0x0008, 0x0016) == "1.2.840.10008.5.1.4.1.1.7");
  CHECK(capture.text(0x0008, 0x0008) == "DERIVED\\SECONDARY");
  CHECK(capture.text(0x0008, 0x0064) == "SYN");
  CHECK(capture.text(0x0010, 0x0010) == "SYNTHETIC^");
  CHECK(capture.text(0x0010, 0x0020) == "SYNTHETIC");
  CHECK(capture.text(0x0012, 0x0062) == "YES");
  CHECK(capture.text(0x0028, 0x0301) == "YES");
  for (const std::uint16_t description : {0x1030, 0x103e, 0x2111})
    CHECK_THAT(capture.text(0x0008, description), Contains("ynthetic") && Contains("ot for diagnostic use"));
}

TEST_CASE("Pixels of a DICOM capture are the X-ray's values, but for the words at the lower edge") {
  const Capture capture;
  const std::vector<std::uint16_t> pixels = capture.pixels();
  const auto& [frame, values] = capture.xray();
  REQUIRE(pixels.size() == values.size());
  std::size_t white = 0, black = 0;
  for (std::size_t n = 0; n < pixels.size(); ++n) {
    if (static_cast<int>(n) / frame.columns < 215) {  // the symphysis is in row 204
      if (std::abs(pixels[n] - 65535 * values[n]) > 1) FAIL_CHECK("pixel " << n);
    } else {
      white += pixels[n] > 62000 ? 1 : 0;
      black += pixels[n] < 3000 ? 1 : 0;
    }
  }
  CHECK(white > 300);  // the X-ray itself is between 0.5 and 0.9 there
  CHECK(black > 300);
}

TEST_CASE("Every DICOM capture has UIDs of its own") {
  Capture one, other;
  for (const auto& [group, element] : {std::pair(0x0008, 0x0018), {0x0020, 0x000d}, {0x0020, 0x000e}}) {
    const std::string uid = one.text(group, element);
    CHECK(uid.starts_with("2.25."));
    CHECK(uid.size() > 30);
    CHECK(uid.size() <= 64);
    CHECK(uid[5] != '0');
    CHECK(uid.find_first_not_of("0123456789.") == std::string::npos);
    CHECK(uid != other.text(group, element));
  }
}

TEST_CASE("The validator of DICOM files finds no error in a capture") {
  const Capture capture;
  const auto told = told_by("dciodvfy", capture.path());
  if (!told) return;
  INFO(*told);
  CHECK_THAT(*told, Contains("SCImage"));
  CHECK_THAT(*told, !Contains("Error") && !Contains("Warning"));
}

TEST_CASE("Other readers of DICOM files take a capture") {
  const Capture capture;
  for (const std::string program : {"dcmdump", "gdcmdump"}) {
    const auto told = told_by(program, capture.path());
    if (!told) continue;
    INFO(*told);
    CHECK_THAT(*told, Contains("MONOCHROME2"));
    CHECK_THAT(*told, !Contains("rror") && !Contains("W:"));
  }
}

TEST_CASE("A DICOM capture is not taken for a CT") {
  const Capture capture;
  try {
    read_ct_volume(capture.path());
    FAIL("it was read");
  } catch (const InputError& error) {
    CHECK(error.code() == "dicom.modality");
    CHECK_THAT(error.what(), Contains("xray.dcm") && Contains("not CT"));
  }
}
