#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace skiagraph::io {

/// One slice of CT, as the header of its DICOM file has it; nothing where the header says nothing that can be
/// read.
struct DicomSlice {
  std::filesystem::path path;
  unsigned frame = 0;  ///< of a file with several
  std::string patient, series, instance;
  int series_number = 0, acquisition = 0, instance_number = 0;
  unsigned columns = 0, rows = 0;
  std::optional<std::array<double, 3>> place;       ///< of the first pixel, LPS, mm
  std::optional<std::array<double, 6>> directions;  ///< of rows, of columns
  std::optional<std::array<double, 2>> spacing_mm;  ///< from column to column, from row to row
  std::optional<double> thickness_mm;
  std::optional<double> slope, intercept;
  std::string rescale_type;
  std::optional<std::pair<int, int>> padding;  ///< stored values, from and to
  double gantry_tilt = 0;                      ///< degrees, as the scanner was set
};

/// What a DICOM file is to somebody who looks for CT.
struct DicomFile {
  enum class Kind { kCt, kScout, kPage, kOtherImage, kNoImage, kDirectory };

  Kind kind = Kind::kNoImage;
  std::string modality;
  std::vector<DicomSlice> slices;  ///< of kCt
};

/// Reads the header of a DICOM file with GDCM, which may end the process. Throws InputError when the file is
/// damaged or its pixels are stored in a way that is not read. Private to core/io.
DicomFile read_dicom_header(const std::filesystem::path& path);

}  // namespace skiagraph::io
