#include "core/io/dicom_capture_file.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <gdcmTrace.h>
#include <gdcmWriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/write_file.h"
#include "core/io/png.h"
#include "core/io/synthetic_notice.h"

namespace skiagraph::io {
namespace {

using gdcm::Tag;
using gdcm::VR;

constexpr const char* kSecondaryCapture = "1.2.840.10008.5.1.4.1.1.7";
constexpr double kWhite = 65535;

/// Words of the image itself. Two lines stay below the hips, and can be read in 192 columns.
constexpr std::array<std::string_view, 2> kBurntIn{"SYNTHETIC, research use", "not for diagnostic use"};

/// A UID for which nobody need be asked: 2.25 and a random UUID (version 4) as one number (PS3.5 B.2).
std::string new_uid() {
  std::random_device random;
  std::array<std::uint32_t, 4> uuid{random(), random(), random(), random()};  // the highest first
  uuid[1] = (uuid[1] & 0xffff0fffU) | 0x00004000U;
  uuid[2] = (uuid[2] & 0x3fffffffU) | 0x80000000U;
  std::string digits;
  while (uuid != std::array<std::uint32_t, 4>{}) {
    std::uint64_t rest = 0;
    for (std::uint32_t& word : uuid) {
      const std::uint64_t value = (rest << 32) | word;
      word = static_cast<std::uint32_t>(value / 10);
      rest = value % 10;
    }
    digits.insert(digits.begin(), static_cast<char>('0' + rest));
  }
  return "2.25." + digits;
}

/// A number as DICOM's decimal string, which may have 16 characters.
std::string decimal(double value) {
  return fmt::format("{:.9g}", value);
}

class DataSet {
 public:
  explicit DataSet(gdcm::DataSet& data) : data_(data) {}

  void text(const Tag& tag, VR::VRType vr, std::string value) {
    if (value.size() % 2 != 0) value += vr == VR::UI ? '\0' : ' ';
    bytes(tag, vr, value.data(), value.size());
  }
  void word(const Tag& tag, std::uint16_t value) { words(tag, VR::US, {value}); }
  /// In this machine's order, as GDCM wants them.
  void words(const Tag& tag, VR::VRType vr, const std::vector<std::uint16_t>& values) {
    bytes(tag, vr, reinterpret_cast<const char*>(values.data()), 2 * values.size());
  }

 private:
  void bytes(const Tag& tag, VR::VRType vr, const char* first, std::size_t count) {
    gdcm::DataElement element(tag);
    element.SetVR(vr);
    element.SetByteValue(first, static_cast<std::uint32_t>(count));
    data_.Replace(element);
  }

  gdcm::DataSet& data_;
};

void put_patient_and_study(DataSet& data, const std::tm& now) {
  const std::string date = fmt::format("{:%Y%m%d}", now), time = fmt::format("{:%H%M%S}", now);
  data.text(Tag(0x0010, 0x0010), VR::PN, "SYNTHETIC^");
  data.text(Tag(0x0010, 0x0020), VR::LO, "SYNTHETIC");
  data.text(Tag(0x0010, 0x0030), VR::DA, "");
  data.text(Tag(0x0010, 0x0040), VR::CS, "");
  data.text(Tag(0x0010, 0x4000), VR::LT, std::string(kSyntheticNotice));
  data.text(Tag(0x0012, 0x0062), VR::CS, "YES");  // Patient Identity Removed
  data.text(Tag(0x0012, 0x0063), VR::LO, "Synthetic image; nothing of a patient's record is in it");
  data.text(Tag(0x0020, 0x000d), VR::UI, new_uid());
  data.text(Tag(0x0008, 0x0020), VR::DA, date);
  data.text(Tag(0x0008, 0x0030), VR::TM, time);
  data.text(Tag(0x0008, 0x0090), VR::PN, "");  // Referring Physician
  data.text(Tag(0x0020, 0x0010), VR::SH, "SYNTHETIC");
  data.text(Tag(0x0008, 0x0050), VR::SH, "");  // Accession Number
  data.text(Tag(0x0008, 0x1030), VR::LO, "Synthetic X-ray, not for diagnostic use");
}

void put_series_and_equipment(DataSet& data) {
  data.text(Tag(0x0008, 0x0060), VR::CS, "OT");
  data.text(Tag(0x0020, 0x000e), VR::UI, new_uid());
  data.text(Tag(0x0020, 0x0011), VR::IS, "1");
  data.text(Tag(0x0018, 0x0015), VR::CS, "CHESTABDPELVIS");  // Body Part Examined
  data.text(Tag(0x0008, 0x103e), VR::LO, "Synthetic X-ray, not for diagnostic use");
  data.text(Tag(0x0008, 0x0064), VR::CS, "SYN");  // Conversion Type: synthetic image
  for (const std::uint16_t maker : {0x0070, 0x1090}) data.text(Tag(0x0008, maker), VR::LO, "Skiagraph");
  data.text(Tag(0x0018, 0x1020), VR::LO, SKIAGRAPH_VERSION);
  for (const std::uint16_t maker : {0x1016, 0x1018}) data.text(Tag(0x0018, maker), VR::LO, "Skiagraph");
  data.text(Tag(0x0018, 0x1019), VR::LO, SKIAGRAPH_VERSION);
}

void put_image(DataSet& data, const std::tm& now) {
  data.text(Tag(0x0020, 0x0013), VR::IS, "1");
  data.text(Tag(0x0020, 0x0020), VR::CS, "L\\F");  // rows run to the patient's left, columns to the feet
  data.text(Tag(0x0008, 0x0008), VR::CS, "DERIVED\\SECONDARY");
  data.text(Tag(0x0008, 0x0023), VR::DA, fmt::format("{:%Y%m%d}", now));
  data.text(Tag(0x0008, 0x0033), VR::TM, fmt::format("{:%H%M%S}", now));
  data.text(
      Tag(0x0008, 0x2111), VR::ST,
      fmt::format("Synthetic: predicted by neural networks from the surface of a body, not acquired. Not for "
                  "diagnostic use. Stored values are line integrals of attenuation along parallel front-back "
                  "rays times {:.0f}.",
                  kWhite / imaging::kXrayFullScale));
  data.text(Tag(0x0020, 0x4000), VR::LT, "Synthetic image, research use, not for diagnostic use");
  data.text(Tag(0x0028, 0x0301), VR::CS, "YES");  // Burned In Annotation
  data.text(Tag(0x0028, 0x2110), VR::CS, "00");   // never compressed with loss
}

void put_pixels(DataSet& data, const imaging::XrayImage& xray, const imaging::WindowLevel& window,
                double mm_per_px) {
  const auto& [frame, pixels] = xray;
  std::vector<float> values = pixels;
  for (float& value : values) value = std::isfinite(value) ? std::clamp(value, 0.0F, 1.0F) : 0.0F;
  burn_in(kBurntIn, frame.rows, frame.columns, values);
  std::vector<std::uint16_t> stored;
  for (const float value : values) stored.push_back(grey16(value));
  data.word(Tag(0x0028, 0x0002), 1);  // Samples per Pixel
  data.text(Tag(0x0028, 0x0004), VR::CS, "MONOCHROME2");
  data.word(Tag(0x0028, 0x0010), static_cast<std::uint16_t>(frame.rows));
  data.word(Tag(0x0028, 0x0011), static_cast<std::uint16_t>(frame.columns));
  data.word(Tag(0x0028, 0x0100), 16);  // Bits Allocated, Bits Stored, High Bit
  data.word(Tag(0x0028, 0x0101), 16);
  data.word(Tag(0x0028, 0x0102), 15);
  data.word(Tag(0x0028, 0x0103), 0);  // unsigned
  const std::string spacing = decimal(mm_per_px) + "\\" + decimal(mm_per_px);
  data.text(Tag(0x0018, 0x2010), VR::DS, spacing);  // Nominal Scanned Pixel Spacing
  data.text(Tag(0x0028, 0x0030), VR::DS, spacing);
  data.text(Tag(0x0028, 0x0a02), VR::CS, "GEOMETRY");
  data.text(Tag(0x0028, 0x0a04), VR::LO, "Parallel rays: millimetres in the patient");
  data.text(Tag(0x0028, 0x1050), VR::DS, decimal(window.level * kWhite));
  data.text(Tag(0x0028, 0x1051), VR::DS, decimal(window.width * kWhite));
  data.words(Tag(0x7fe0, 0x0010), VR::OW, stored);
}

std::string encoded(gdcm::Writer& writer) {
  gdcm::Trace::SetWarning(false);
  std::ostringstream stream;
  writer.SetStream(stream);
  writer.SetCheckFileMetaInformation(true);
  if (!writer.Write()) return {};
  return std::move(stream).str();
}

}  // namespace

void write_dicom_capture(const std::filesystem::path& path, const imaging::XrayImage& xray,
                         const imaging::WindowLevel& window, double mm_per_px) {
  gdcm::Writer writer;
  gdcm::File& file = writer.GetFile();
  DataSet data(file.GetDataSet());
  const std::tm now = fmt::localtime(std::time(nullptr));
  data.text(Tag(0x0008, 0x0016), VR::UI, kSecondaryCapture);
  data.text(Tag(0x0008, 0x0018), VR::UI, new_uid());
  put_patient_and_study(data, now);
  put_series_and_equipment(data);
  put_image(data, now);
  put_pixels(data, xray, window, mm_per_px);
  file.GetHeader().SetDataSetTransferSyntax(gdcm::TransferSyntax::ExplicitVRLittleEndian);
  const std::string bytes = encoded(writer);
  if (bytes.empty()) throw Error("dicom.encode", "The X-ray \"{}\" cannot be made a DICOM file.", path);
  write_file(path, bytes);
}

}  // namespace skiagraph::io
