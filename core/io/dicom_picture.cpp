#include "core/io/dicom_picture.h"

#include <gdcmReader.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

#include "core/base/error.h"
#include "core/io/dicom_fields.h"
#include "core/io/dicom_pixels.h"
#include "core/io/dicom_structure.h"

namespace skiagraph::io {
namespace {

using gdcm::Tag;

/// How rows and columns of a picture run through the patient.
struct Turn {
  bool rows = false, columns = false;  ///< in reverse
};

bool is_scout(const gdcm::DataSet& data) {
  return text_of(data, Tag(0x0008, 0x0008)).find("LOCALIZER") != std::string::npos;
}

void check_kind(const std::filesystem::path& path, const gdcm::DataSet& data) {
  const std::string modality = text_of(data, Tag(0x0008, 0x0060));
  constexpr std::string_view kRead[] = {"CR", "DX", "RG", "RF", "XA", "OT", "SC", ""};
  if (modality == "CT" && !is_scout(data))
    throw InputError("partial.ct_slice",
                     "\"{}\" is a slice of a CT, not an X-ray picture; give the folder of its series.", path);
  if (modality != "CT" && std::ranges::find(kRead, modality) == std::end(kRead))
    throw InputError("partial.modality", "\"{}\" is no X-ray picture but of the modality {}.", path,
                     modality);
  if (!text_of(data, Tag(0x0028, 0x0004)).starts_with("MONOCHROME"))
    throw InputError("partial.colour", "\"{}\" is a picture in colours, not an X-ray.", path);
  if (whole_of(data, Tag(0x0028, 0x0008)) > 1)
    throw InputError("partial.frames", "\"{}\" holds a film of several pictures; export one of them.", path);
}

InputError another_view(const std::filesystem::path& path, const std::string& view) {
  return InputError(
      "partial.view",
      "\"{}\" is not seen from the front or the back (it says {}); such views are not completed.", path,
      view);
}

/// Along one letter of the patient, or nothing.
char direction(double x, double y, double z) {
  const double ax = std::abs(x), ay = std::abs(y), az = std::abs(z);
  if (ax >= std::max(ay, az)) return x > 0 ? 'L' : 'R';
  if (ay >= az) return y > 0 ? 'P' : 'A';
  return z > 0 ? 'H' : 'F';
}

/// From the letters of the directions along a row and down a column. A picture that says nothing is upright.
Turn turn_of(const std::filesystem::path& path, const gdcm::DataSet& data) {
  std::string view = text_of(data, Tag(0x0018, 0x5101));
  if (!view.empty() && !view.starts_with("AP") && !view.starts_with("PA")) throw another_view(path, view);
  char along = 'L', down = 'F';
  if (const auto six = numbers_of<6>(data, Tag(0x0020, 0x0037))) {
    along = direction((*six)[0], (*six)[1], (*six)[2]);
    down = direction((*six)[3], (*six)[4], (*six)[5]);
  } else if (const auto letters = split(text_of(data, Tag(0x0020, 0x0020)), '\\');
             letters.size() == 2 && !letters[0].empty() && !letters[1].empty()) {
    along = trimmed(letters[0])[0], down = trimmed(letters[1])[0];
  }
  const std::string_view sides = "LR", lengthwise = "FH";
  if (sides.find(along) == sides.npos || lengthwise.find(down) == lengthwise.npos)
    throw another_view(path, std::string{along, ' ', 'a', 'n', 'd', ' ', down});
  return {down == 'H', along == 'R'};
}

/// From column to column and from row to row, in the body; 0: not told.
std::array<double, 2> spacing_of(const gdcm::DataSet& data) {
  if (const auto rows_first = numbers_of<2>(data, Tag(0x0028, 0x0030)))
    return {(*rows_first)[1], (*rows_first)[0]};
  double magnification = number_of(data, Tag(0x0018, 0x1114)).value_or(0);
  const auto to_detector = number_of(data, Tag(0x0018, 0x1110)),
             to_patient = number_of(data, Tag(0x0018, 0x1111));
  if (!(magnification > 0) && to_detector && to_patient && *to_patient > 0)
    magnification = *to_detector / *to_patient;
  if (!(magnification >= 1)) magnification = 1;
  for (const Tag& tag : {Tag(0x0018, 0x1164), Tag(0x0018, 0x2010)})
    if (const auto rows_first = numbers_of<2>(data, tag))
      return {(*rows_first)[1] / magnification, (*rows_first)[0] / magnification};
  return {0, 0};
}

Remark turned_round() {
  return {.code = "partial.turned",
          .title = "Picture turned",
          .sentence =
              "The X-ray picture was turned so that the head is at the top and the patient's right "
              "side is on the left, as its file says."};
}

DicomSlice slice_of(const std::filesystem::path& path, const gdcm::DataSet& data) {
  constexpr double kMostPixels = 1 << 26;
  DicomSlice slice;
  slice.path = path;
  slice.rows = word_of(data, Tag(0x0028, 0x0010)).value_or(0);
  slice.columns = word_of(data, Tag(0x0028, 0x0011)).value_or(0);
  slice.slope = number_of(data, Tag(0x0028, 0x1053));
  slice.intercept = number_of(data, Tag(0x0028, 0x1052));
  slice.padding = padding_of(data, word_of(data, Tag(0x0028, 0x0103)).value_or(0) != 0);
  const double pixels = 1.0 * slice.rows * slice.columns;
  if (pixels < 1 || pixels > kMostPixels)
    throw InputError("dicom.damaged",
                     "The DICOM file \"{}\" is damaged: it does not hold the {} x {} pixels that it claims.",
                     path, slice.columns, slice.rows);
  return slice;
}

}  // namespace

imaging::CtVolume read_dicom_picture(const std::filesystem::path& path, const FileNote& note) {
  note(path);
  const DicomStructure structure = dicom_structure(path);
  check_transfer_syntax(path, structure.transfer_syntax);
  gdcm::Reader reader;
  reader.SetFileName(path.c_str());
  if (!reader.Read())
    throw InputError("dicom.damaged",
                     "The DICOM file \"{}\" is damaged or was not copied to its end; copy it again.", path);
  const gdcm::DataSet& data = reader.GetFile().GetDataSet();
  if (!data.FindDataElement(Tag(0x7fe0, 0x0010)))
    throw InputError("partial.no_picture", "The DICOM file \"{}\" holds no picture.", path);
  check_kind(path, data);
  const Turn turn = turn_of(path, data);
  const std::array<double, 2> spacing = spacing_of(data);
  const DicomSlice slice = slice_of(path, data);
  const std::vector<float> values = DicomPixels(note).read(slice);
  // MONOCHROME1 is white where the values are low.
  const float sign = text_of(data, Tag(0x0028, 0x0004)) == "MONOCHROME1" ? -1.0F : 1.0F;

  imaging::CtVolume picture;
  picture.nx = static_cast<int>(slice.columns), picture.ny = static_cast<int>(slice.rows), picture.nz = 1;
  picture.spacing_mm = {spacing[0], spacing[1], 0};
  picture.hounsfield.resize(values.size());
  for (int row = 0; row < picture.ny; ++row)
    for (int column = 0; column < picture.nx; ++column) {
      const float value = values[picture.index(turn.columns ? picture.nx - 1 - column : column,
                                               turn.rows ? picture.ny - 1 - row : row, 0)];
      const bool padded = slice.padding && value >= DicomPixels::scaled(slice, slice.padding->first) &&
                          value <= DicomPixels::scaled(slice, slice.padding->second);
      picture.hounsfield[picture.index(column, row, 0)] =
          padded ? std::numeric_limits<float>::quiet_NaN() : sign * value;
    }
  if (turn.rows || turn.columns) picture.remarks.push_back(turned_round());
  return picture;
}

}  // namespace skiagraph::io
