#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace skiagraph::testing {

/// One more element of a file.
struct DicomText {
  std::uint16_t group, element;
  std::string vr, text;
};

/// One slice of CT as a scanner stores it.
struct DicomSlice {
  unsigned columns = 5, rows = 4;
  std::array<double, 2> spacing_mm{2, 3};  ///< from column to column, from row to row
  std::array<double, 3> place{};           ///< of the first pixel, LPS
  std::array<double, 6> directions{1, 0, 0, 0, 1, 0};
  std::vector<std::int16_t> values;
  double slope = 1, intercept = 0;
  std::string modality = "CT", series = "1.2.3.4";
  double gantry_tilt = 0;
  int series_number = 1, acquisition = 1, number = 1;
  std::string patient = "P", instance;  ///< one of its own when it is empty
  std::string transfer_syntax;          ///< UID; uncompressed when it is empty
  std::vector<DicomText> texts;         ///< in place of what stands there; removed where the text is empty
};

void write_dicom(const std::filesystem::path& path, const DicomSlice& slice);

}  // namespace skiagraph::testing
