#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace skiagraph::testing {

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
  bool compressed = false;  ///< JPEG, lossless
};

void write_dicom(const std::filesystem::path& path, const DicomSlice& slice);

}  // namespace skiagraph::testing
