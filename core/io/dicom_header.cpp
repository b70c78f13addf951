#include "core/io/dicom_header.h"

#include <gdcmAttribute.h>
#include <gdcmReader.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/dicom_fields.h"
#include "core/io/dicom_structure.h"

namespace skiagraph::io {
namespace {

using gdcm::Tag;

/// The fields of one slice that stand in the file itself, or in its functional groups. What is not there
/// keeps its value.
void take_geometry(const gdcm::DataSet& data, DicomSlice& slice) {
  const auto take = [](auto& field, auto value) {
    if (value) field = value;
  };
  take(slice.place, numbers_of<3>(data, Tag(0x0020, 0x0032)));
  take(slice.directions, numbers_of<6>(data, Tag(0x0020, 0x0037)));
  if (const auto rows_first = numbers_of<2>(data, Tag(0x0028, 0x0030)))
    slice.spacing_mm = {(*rows_first)[1], (*rows_first)[0]};
  take(slice.thickness_mm, number_of(data, Tag(0x0018, 0x0050)));
  take(slice.intercept, number_of(data, Tag(0x0028, 0x1052)));
  take(slice.slope, number_of(data, Tag(0x0028, 0x1053)));
  if (const std::string type = text_of(data, Tag(0x0028, 0x1054)); !type.empty()) slice.rescale_type = type;
}

/// Of an enhanced image: groups that all frames share, or of one frame.
void take_groups(const gdcm::DataSet& groups, DicomSlice& slice) {
  for (const Tag& tag : {Tag(0x0020, 0x9113), Tag(0x0020, 0x9116), Tag(0x0028, 0x9110), Tag(0x0028, 0x9145)})
    if (const auto sequence = sequence_of(groups, tag); sequence && sequence->GetNumberOfItems() > 0)
      take_geometry(sequence->GetItem(1).GetNestedDataSet(), slice);
  if (const auto content = sequence_of(groups, Tag(0x0020, 0x9111));
      content && content->GetNumberOfItems() > 0)
    if (const auto number = word_of(content->GetItem(1).GetNestedDataSet(), Tag(0x0020, 0x9156)))
      slice.acquisition = *number;
}

DicomFile::Kind kind_of(const gdcm::DataSet& data, bool pixels) {
  if (data.FindDataElement(Tag(0x0004, 0x1220))) return DicomFile::Kind::kDirectory;
  if (!pixels) return DicomFile::Kind::kNoImage;
  const std::string modality = text_of(data, Tag(0x0008, 0x0060));
  if (modality != "CT") return DicomFile::Kind::kOtherImage;
  if (text_of(data, Tag(0x0008, 0x0008)).find("LOCALIZER") != std::string::npos)
    return DicomFile::Kind::kScout;
  constexpr std::string_view kSecondaryCapture = "1.2.840.10008.5.1.4.1.1.7";
  const std::string colours = text_of(data, Tag(0x0028, 0x0004));
  if (text_of(data, Tag(0x0008, 0x0016)).starts_with(kSecondaryCapture) ||
      (!colours.empty() && !colours.starts_with("MONOCHROME")) ||
      word_of(data, Tag(0x0028, 0x0002)).value_or(1) != 1)
    return DicomFile::Kind::kPage;
  return DicomFile::Kind::kCt;
}

bool is_ct_image(const std::string& sop_class) {
  const std::string ct = "1.2.840.10008.5.1.4.1.1.2";
  return sop_class == ct || sop_class.starts_with(ct + '.');
}

/// The pixels that are there against those that the header claims.
void check_pixels(const gdcm::DataSet& data, const DicomSlice& slice, unsigned frames,
                  const DicomStructure& structure) {
  constexpr double kMostPixels = 1 << 24;
  const int bits = word_of(data, Tag(0x0028, 0x0100)).value_or(0);
  const double pixels = 1.0 * slice.columns * slice.rows, bytes = pixels * frames * bits / 8;
  // A single byte makes the length even.
  const bool wrong =
      structure.pixel_bytes && std::abs(static_cast<double>(*structure.pixel_bytes) - bytes) > 1;
  if (pixels < 1 || pixels > kMostPixels || wrong || (bits != 8 && bits != 16 && bits != 32))
    throw InputError("dicom.damaged",
                     "The DICOM file \"{}\" is damaged: it does not hold the {} x {} pixels that it claims.",
                     slice.path, slice.columns, slice.rows);
}

}  // namespace

DicomFile read_dicom_header(const std::filesystem::path& path) {
  const DicomStructure structure = dicom_structure(path);
  gdcm::Reader reader;
  reader.SetFileName(path.c_str());
  const auto damaged = [&] {
    return InputError("dicom.damaged",
                      "The DICOM file \"{}\" is damaged or was not copied to its end; copy it again.", path);
  };
  const bool packed_whole = structure.transfer_syntax == "1.2.840.10008.1.2.1.99";
  if (!(packed_whole ? reader.Read() : reader.ReadUpToTag(Tag(0x7fe0, 0x0010)))) {
    check_transfer_syntax(path,
                          structure.transfer_syntax);  // GDCM reads no header in a form that it does not know
    throw damaged();
  }
  const gdcm::DataSet& data = reader.GetFile().GetDataSet();
  DicomFile file;
  file.modality = text_of(data, Tag(0x0008, 0x0060));
  const bool pixels = packed_whole ? data.FindDataElement(Tag(0x7fe0, 0x0010)) : structure.pixels;
  file.kind = kind_of(data, pixels);
  // A copy may have ended between two elements.
  if (!pixels && is_ct_image(text_of(reader.GetFile().GetHeader(), Tag(0x0002, 0x0002)))) throw damaged();
  if (file.kind != DicomFile::Kind::kCt) return file;
  check_transfer_syntax(path, structure.transfer_syntax);

  DicomSlice slice;
  slice.path = path;
  slice.patient = text_of(data, Tag(0x0010, 0x0020)) + '\n' + text_of(data, Tag(0x0010, 0x0010));
  slice.series = text_of(data, Tag(0x0020, 0x000e));
  slice.instance = text_of(data, Tag(0x0008, 0x0018));
  slice.series_number = whole_of(data, Tag(0x0020, 0x0011));
  slice.acquisition = whole_of(data, Tag(0x0020, 0x0012));
  slice.instance_number = whole_of(data, Tag(0x0020, 0x0013));
  slice.rows = word_of(data, Tag(0x0028, 0x0010)).value_or(0);
  slice.columns = word_of(data, Tag(0x0028, 0x0011)).value_or(0);
  slice.gantry_tilt = number_of(data, Tag(0x0018, 0x1120)).value_or(0);
  slice.padding = padding_of(data, word_of(data, Tag(0x0028, 0x0103)).value_or(0) != 0);
  take_geometry(data, slice);
  const auto frames = static_cast<unsigned>(std::max(1, whole_of(data, Tag(0x0028, 0x0008))));
  check_pixels(data, slice, frames, structure);
  if (const auto shared = sequence_of(data, Tag(0x5200, 0x9229)); shared && shared->GetNumberOfItems() > 0)
    take_groups(shared->GetItem(1).GetNestedDataSet(), slice);
  const auto of_frames = sequence_of(data, Tag(0x5200, 0x9230));
  if (frames > 1 && (!of_frames || of_frames->GetNumberOfItems() != frames))
    throw InputError("dicom.frames",
                     "The DICOM file \"{}\" holds {} pictures without saying where each lies; export the "
                     "series as single slices.",
                     path, frames);
  for (slice.frame = 0; slice.frame < frames; ++slice.frame) {
    file.slices.push_back(slice);
    if (of_frames && of_frames->GetNumberOfItems() == frames)
      take_groups(of_frames->GetItem(slice.frame + 1).GetNestedDataSet(), file.slices.back());
  }
  return file;
}

}  // namespace skiagraph::io
